import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Message } from '../../protocol.ts';

/** Pixels from the end within which the reader follows what comes. */
const NEAR = 120;

/**
 * Brings a new message into view where the reader was at the end, or asked for it: its end, or its beginning if it is
 * longer than the list, so that a long answer is read from the top.
 *
 * @param isAskedFor whether the reader wrote it, or it answers what they did
 */
export function useNewestInView(
  list: RefObject<HTMLElement>,
  messages: readonly Message[],
  isAskedFor: (message: Message) => boolean,
): void {
  const wasNearEnd = useRef(true);
  const newest = messages.at(-1);
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const track = (): void => {
      wasNearEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
    };
    element.addEventListener('scroll', track, { passive: true });
    return () => element.removeEventListener('scroll', track);
  }, []);
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null || newest === undefined) return;
    if (!wasNearEnd.current && !isAskedFor(newest)) return;
    element.scrollTop = element.scrollHeight;
    const item = element.querySelector(`[data-ts="${CSS.escape(newest.ts)}"]`);
    if (item !== null && item.clientHeight > element.clientHeight) item.scrollIntoView({ block: 'start' });
  }, [newest?.ts, newest?.conversation]);
}
