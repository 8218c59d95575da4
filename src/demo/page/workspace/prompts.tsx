import type { JSX } from 'preact';
import type { Conversation } from '../../protocol.ts';
import { readTyped } from '../composer/read-typed.ts';
import { useDesk } from '../desk.ts';
import { useSurroundings } from '../surroundings.ts';

/** What one could ask here; a click asks it. */
export function Prompts({ conversation }: { conversation: Conversation }): JSX.Element | null {
  const { state, act } = useDesk();
  const { texts } = useSurroundings();
  if (conversation.prompts.length === 0) return null;
  const ask = (message: string): void => {
    const typed = readTyped(message, { conversation: conversation.id, thread: null }, state);
    if (typed.kind === 'action') void act(typed.action);
  };
  return (
    <section class="prompts" aria-label={texts.prompts}>
      <h2>{texts.prompts}</h2>
      <ul>
        {conversation.prompts.map(({ title, message }) => (
          <li key={title}>
            <button type="button" onClick={() => ask(message)}>
              <b>{title}</b>
              <span>{message}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
