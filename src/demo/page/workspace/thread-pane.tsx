import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Conversation } from '../../protocol.ts';
import { Composer } from '../composer/composer.tsx';
import { CloseIcon } from '../controls/icons.tsx';
import { useReturnedFocus } from '../controls/use-returned-focus.ts';
import { useDesk } from '../desk.ts';
import { MessageList } from '../messages/message-list.tsx';
import { repliesTo } from '../state/messages.ts';
import { useSurroundings } from '../surroundings.ts';
import { DropZones } from './drop-zones.tsx';
import { useDrop } from './use-drop.ts';

interface ThreadPaneProps {
  conversation: Conversation;
  thread: string;
  onClose(): void;
}

/** A message and what hangs under it, at the side; on a phone it has the screen. */
export function ThreadPane({ conversation, thread, onClose }: ThreadPaneProps): JSX.Element {
  const { state, takeIn } = useDesk();
  const { texts } = useSurroundings();
  const { dropped, isOver, handlers } = useDrop(takeIn);
  useReturnedFocus();
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    // Where fingers tap, a keyboard on the screen would hide what there is to read.
    const byKeys = document.activeElement?.matches(':focus-visible') === true;
    if (byKeys || matchMedia('(hover: hover)').matches) pane.current?.querySelector('textarea')?.focus();
  }, []);
  const parent = state.messages.filter((one) => one.conversation === conversation.id && one.ts === thread);
  const messages = [...parent, ...repliesTo(state.messages, conversation.id, thread)];
  return (
    <aside ref={pane} class="pane thread" aria-label={texts.thread} {...handlers}>
      <header class="pane-head">
        <div class="pane-title">
          <h2>{texts.thread}</h2>
          <p>{conversation.kind === 'channel' ? `#${conversation.name}` : conversation.name}</p>
        </div>
        <button type="button" class="icon-button" aria-label={texts.closeThread} onClick={onClose}>
          <CloseIcon />
        </button>
      </header>
      <MessageList conversation={conversation.id} thread={thread} label={texts.thread} messages={messages} />
      <Composer conversation={conversation.id} thread={thread} dropped={dropped} placeholder={texts.composeReply} />
      {isOver && <DropZones otherwise={texts.dropHere.thread} />}
    </aside>
  );
}
