import { useEffect } from 'preact/hooks';
import type { Action, State } from '../../protocol.ts';
import type { Place } from './use-place.ts';

/** Tells the app each time its Home tab comes into view. */
export function useHomeOpened(
  { me, conversations }: State,
  place: Place,
  act: (action: Action) => Promise<boolean>,
): void {
  const here = conversations.find(({ id }) => id === place.conversation);
  const isHome = here?.kind === 'app' && place.tab === 'home';
  useEffect(() => {
    if (isHome) void act({ type: 'home_opened' });
  }, [isHome, me]);
}
