import { useEffect } from 'preact/hooks';
import type { Action, State } from '../../protocol.ts';
import type { Place } from './use-place.ts';

/** Tells the app each time its Home tab or its messages come into view. */
export function useHomeOpened(
  { me, conversations }: State,
  place: Place,
  act: (action: Action) => Promise<boolean>,
): void {
  const here = conversations.find(({ id }) => id === place.conversation);
  const tab = here?.kind === 'app' ? place.tab : null;
  useEffect(() => {
    if (tab !== null) void act({ type: 'home_opened', tab });
  }, [tab, me]);
}
