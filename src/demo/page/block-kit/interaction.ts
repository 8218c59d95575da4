import { createContext } from 'preact';
import { useContext, useMemo, useState } from 'preact/hooks';
import type { BlockAction, Container, InputValue, InputValues } from '../../protocol.ts';
import type { UnknownBlock } from './read-blocks.ts';
import type { DrawnBlock } from './schema.ts';
import { valuesOf } from './values.ts';

/** What an element may do where it stands. */
export interface Interaction {
  values: InputValues;
  enter(blockId: string, actionId: string, value: InputValue): void;
  /** Tells the app; settles when the app has acknowledged. */
  act(action: BlockAction, values?: InputValues): Promise<void>;
}

export type Dispatch = (container: Container, action: BlockAction, values: InputValues) => Promise<void>;

const Context = createContext<Interaction>({ values: {}, enter: () => undefined, act: async () => undefined });

export const InteractionProvider = Context.Provider;
export const useInteraction = (): Interaction => useContext(Context);

/** Keeps what is entered into the elements of `blocks` for as long as the component that calls it stays mounted. */
export function useInputs(
  blocks: readonly (DrawnBlock | UnknownBlock)[],
  container: Container,
  dispatch: Dispatch,
): Interaction {
  const [entered, setEntered] = useState<InputValues>({});
  return useMemo(() => {
    const values = valuesOf(blocks, entered);
    return {
      values,
      enter: (blockId, actionId, value) =>
        setEntered((before) => ({ ...before, [blockId]: { ...before[blockId], [actionId]: value } })),
      act: (action, now = values) => dispatch(container, action, now),
    };
  }, [blocks, container, dispatch, entered]);
}
