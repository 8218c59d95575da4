import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { useDesk } from '../desk.ts';
import { personIn } from '../messages/people.ts';
import { useSurroundings } from '../surroundings.ts';

/** So much of a message is read aloud; the rest can be looked up. */
const SPOKEN = 200;

/** Tells those who hear the page what others wrote since it was opened. */
export function Announcements(): JSX.Element {
  const { state } = useDesk();
  const { texts } = useSurroundings();
  const newest = state.messages.findLast(({ author }) => author !== state.me);
  const atFirst = useRef(newest?.ts);
  const isNew = newest !== undefined && newest.ts !== atFirst.current;
  return (
    <div class="visually-hidden" aria-live="polite">
      {isNew && texts.newMessage(personIn(state, newest.author).name, newest.text.slice(0, SPOKEN))}
    </div>
  );
}
