import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Action, Notice, State } from '../protocol.ts';

/** What the parts of the workspace share. */
export interface Desk {
  state: State;
  showsJson: boolean;
  /** Tells the server; false if it refused or was not reached, of which the person has been told. */
  act(action: Action): Promise<boolean>;
  /** Whether the person did something a moment ago, so that what comes now may well come of it. */
  hasJustActed(): boolean;
  notify(notice: Notice): void;
  openThread(ts: string): void;
  /** Whether the person may add to the speeches that are asked: whoever can't use the app can't. */
  mayTakeIn: boolean;
  takeIn(files: readonly File[]): void;
  /** What was typed and not sent yet, by place. */
  drafts: Map<string, string>;
  /** The `ts` of one's own message that is being changed, in the conversation that is shown. */
  editing: string | null;
  edit(ts: string | null): void;
}

const Context = createContext<Desk | null>(null);

export const DeskProvider = Context.Provider;

/** @throws Error outside a {@link DeskProvider} */
export function useDesk(): Desk {
  const desk = useContext(Context);
  if (desk === null) throw new Error('no desk above this component');
  return desk;
}
