import type { JSX } from 'preact';
import type { Message, Person } from '../../protocol.ts';
import { EyeIcon } from '../controls/icons.tsx';
import { useDesk } from '../desk.ts';
import { clockOf, wholeTime } from '../state/times.ts';
import { useSurroundings } from '../surroundings.ts';
import { Avatar } from './avatar.tsx';
import { EditBox } from './edit-box.tsx';
import { MessageContent } from './message-content.tsx';
import { MessageToolbar } from './message-toolbar.tsx';
import { personIn } from './people.ts';
import { SentJson } from './sent-json.tsx';
import { ThreadLink } from './thread-link.tsx';

interface MessageItemProps {
  message: Message;
  isFollowing: boolean;
  /** Whether it stands in the thread pane, where its replies are below it already. */
  isInThread: boolean;
}

export function MessageItem({ message, isFollowing, isInThread }: MessageItemProps): JSX.Element {
  const { state, showsJson, editing, edit } = useDesk();
  const { texts } = useSurroundings();
  const person = personIn(state, message.author);
  const isMine = message.author === state.me && !message.isEphemeral;
  const classes = ['message', isFollowing && 'following', message.isEphemeral && 'ephemeral'].filter(Boolean).join(' ');
  return (
    <article
      class={classes}
      tabIndex={-1}
      data-ts={message.ts}
      aria-label={`${person.name} ${clockOf(texts, message.ts)}`}
    >
      {isFollowing ? <Clock message={message} /> : <Avatar person={person} />}
      <div class="message-body">
        {!isFollowing && <MessageHead message={message} person={person} />}
        {message.isEphemeral && (
          <p class="only-you">
            <EyeIcon />
            {texts.onlyYou}
          </p>
        )}
        {editing === message.ts ? (
          <EditBox message={message} onDone={() => edit(null)} />
        ) : (
          <MessageContent message={message} />
        )}
        {showsJson && message.sent !== null && <SentJson {...message.sent} />}
        {!isInThread && <ThreadLink message={message} />}
      </div>
      <MessageToolbar message={message} isInThread={isInThread} onEdit={isMine ? () => edit(message.ts) : undefined} />
    </article>
  );
}

function MessageHead({ message, person }: { message: Message; person: Person }): JSX.Element {
  const { texts } = useSurroundings();
  return (
    <div class="message-head">
      <strong>{person.name}</strong>
      {person.kind === 'bot' && <span class="badge">{texts.app}</span>}
      {(person.kind === 'guest' || person.kind === 'external') && (
        <span class="badge outline">{texts.kinds[person.kind]}</span>
      )}
      <Clock message={message} />
    </div>
  );
}

function Clock({ message: { ts } }: { message: Message }): JSX.Element {
  const { texts } = useSurroundings();
  return (
    <time class="clock" dateTime={new Date(Number(ts) * 1000).toISOString()} title={wholeTime(texts, ts)}>
      {clockOf(texts, ts)}
    </time>
  );
}
