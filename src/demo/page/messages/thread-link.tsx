import type { JSX } from 'preact';
import type { Message } from '../../protocol.ts';
import { useDesk } from '../desk.ts';
import { repliesTo, threadSummary } from '../state/messages.ts';
import { clockOf } from '../state/times.ts';
import { useSurroundings } from '../surroundings.ts';
import { Avatar } from './avatar.tsx';
import { personIn } from './people.ts';

/** The line under a message that has replies. */
export function ThreadLink({ message }: { message: Message }): JSX.Element | null {
  const { state, openThread } = useDesk();
  const { texts } = useSurroundings();
  const summary = threadSummary(repliesTo(state.messages, message.conversation, message.ts));
  if (summary === null) return null;
  return (
    <button type="button" class="thread-link" onClick={() => openThread(message.ts)}>
      {summary.authors.slice(0, 4).map((id) => (
        <Avatar key={id} person={personIn(state, id)} size={22} />
      ))}
      <span class="thread-count">{texts.replies(summary.count)}</span>
      <span class="thread-time">{texts.lastReply(clockOf(texts, summary.last))}</span>
    </button>
  );
}
