import type { JSX } from 'preact';
import type { Conversation } from '../../protocol.ts';
import { Composer } from '../composer/composer.tsx';
import { useDesk } from '../desk.ts';
import { MessageList } from '../messages/message-list.tsx';
import { messagesIn } from '../state/messages.ts';
import { useSurroundings } from '../surroundings.ts';
import { Home } from '../views/home.tsx';
import { ConversationHead } from './conversation-head.tsx';
import { DropZones } from './drop-zones.tsx';
import { IndexingBar } from './indexing-bar.tsx';
import { Prompts } from './prompts.tsx';
import { useDrop } from './use-drop.ts';
import type { Place } from './use-place.ts';

interface ConversationPaneProps {
  conversation: Conversation;
  place: Place;
  onOpenMenu(): void;
  controls: JSX.Element;
}

/** A conversation, or the app's Home tab in its place. */
export function ConversationPane({ conversation, place, onOpenMenu, controls }: ConversationPaneProps): JSX.Element {
  const { state, takeIn } = useDesk();
  const { texts } = useSurroundings();
  const { dropped, isOver, handlers } = useDrop(takeIn);
  const name = shownName(conversation);
  const isHome = conversation.kind === 'app' && place.tab === 'home';
  return (
    <main class="pane conversation" aria-label={name} {...handlers}>
      <ConversationHead conversation={conversation} place={place} onOpenMenu={onOpenMenu} controls={controls} />
      <IndexingBar />
      {isHome ? (
        <Home home={state.home} />
      ) : (
        <>
          <Messages key={conversation.id} conversation={conversation} name={name} />
          <Composer
            key={`composer ${state.me} ${conversation.id}`}
            conversation={conversation.id}
            thread={null}
            dropped={dropped}
            placeholder={texts.compose(name)}
          />
        </>
      )}
      {isOver && (
        <DropZones otherwise={isHome ? null : texts.dropHere[conversation.kind === 'app' ? 'app' : 'message']} />
      )}
    </main>
  );
}

const shownName = ({ kind, name }: Conversation): string => (kind === 'channel' ? `#${name}` : name);

function Messages({ conversation, name }: { conversation: Conversation; name: string }): JSX.Element {
  const { state } = useDesk();
  const { texts } = useSurroundings();
  const messages = messagesIn(state.messages, conversation.id);
  // What could be asked is shown until something was.
  const hasAnswer = state.messages.some((one) => one.conversation === conversation.id && one.sent !== null);
  return (
    <MessageList conversation={conversation.id} thread={null} label={texts.messageList(name)} messages={messages}>
      {messages.length === 0 && <p class="empty">{texts.noMessages(name)}</p>}
      {(conversation.kind === 'app' || !hasAnswer) && <Prompts conversation={conversation} />}
    </MessageList>
  );
}
