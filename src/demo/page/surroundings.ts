import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type PageTexts, textsIn } from './texts/index.ts';

/** What every drawn thing may need to know of where it stands. */
export interface Surroundings {
  texts: PageTexts;
  /** The name behind an id, the id itself if nobody has it. */
  personName(id: string): string;
  channelName(id: string): string;
}

const Context = createContext<Surroundings>({
  texts: textsIn('zh'),
  personName: (id) => id,
  channelName: (id) => id,
});

export const SurroundingsProvider = Context.Provider;
export const useSurroundings = (): Surroundings => useContext(Context);
