import type { ComponentChildren, JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { Message } from '../../protocol.ts';
import { useDesk } from '../desk.ts';
import { rows } from '../state/messages.ts';
import { dayLabel, dayOf } from '../state/times.ts';
import { useSurroundings } from '../surroundings.ts';
import { MessageItem } from './message-item.tsx';
import { useNewestInView } from './newest-in-view.ts';
import { StatusLine } from './status-line.tsx';
import { walkMessages } from './walk-messages.ts';

interface MessageListProps {
  conversation: string;
  /** The message whose thread this is; `null` for the conversation itself. */
  thread: string | null;
  label: string;
  messages: readonly Message[];
  /** What stands above the first message. */
  children?: ComponentChildren;
}

/** Messages by day, oldest first; the newest comes into view as it arrives. */
export function MessageList({ conversation, thread, label, messages, children }: MessageListProps): JSX.Element {
  const { state, hasJustActed } = useDesk();
  const { texts } = useSurroundings();
  const list = useRef<HTMLElement>(null);
  // Nobody else brings about what one person sees.
  useNewestInView(list, messages, (one) => one.author === state.me || one.isEphemeral || hasJustActed());
  return (
    <section
      ref={list}
      class="message-list"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      data-region="messages"
      onKeyDown={walkMessages}
    >
      <div class="message-rows">
        {children}
        <div role="feed" aria-label={label}>
          {rows(messages, dayOf).map(({ message, startsDay, isFollowing }, i) => (
            <div key={message.ts}>
              {startsDay && thread === null && (
                <div class="day">
                  <span>{dayLabel(texts, message.ts)}</span>
                </div>
              )}
              <MessageItem message={message} isFollowing={isFollowing && i > 0} isInThread={thread !== null} />
              {thread !== null && i === 0 && <Replies count={messages.length - 1} />}
            </div>
          ))}
        </div>
        <StatusLine conversation={conversation} thread={thread} />
      </div>
    </section>
  );
}

function Replies({ count }: { count: number }): JSX.Element | null {
  const { texts } = useSurroundings();
  if (count === 0) return null;
  return (
    <div class="replies-line">
      <span>{texts.replies(count)}</span>
    </div>
  );
}
