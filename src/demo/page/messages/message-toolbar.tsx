import type { JSX } from 'preact';
import type { Message } from '../../protocol.ts';
import { MoreIcon, ThreadIcon } from '../controls/icons.tsx';
import { Menu } from '../controls/menu.tsx';
import { useDesk } from '../desk.ts';
import { useSurroundings } from '../surroundings.ts';

interface MessageToolbarProps {
  message: Message;
  isInThread: boolean;
  /** Given where the message is one's own. */
  onEdit: (() => void) | undefined;
}

/** What can be done with a message. Nobody else can answer an ephemeral one: it has no thread and no shortcuts. */
export function MessageToolbar({ message, isInThread, onEdit }: MessageToolbarProps): JSX.Element | null {
  const { state, act, openThread } = useDesk();
  const { texts } = useSurroundings();
  if (message.isEphemeral) return null;
  const { conversation, ts } = message;
  const items = [
    ...state.shortcuts.map(({ callbackId, name }) => ({
      key: callbackId,
      label: name,
      onChoose: () => void act({ type: 'message_shortcut', callbackId, conversation, ts }),
    })),
    ...(onEdit === undefined ? [] : [{ key: 'edit', label: texts.editMessage, onChoose: onEdit }]),
  ];
  return (
    <div class="toolbar">
      {!isInThread && (
        <button
          type="button"
          class="icon-button"
          data-key="t"
          title={texts.replyInThread}
          aria-label={texts.replyInThread}
          onClick={() => openThread(message.thread ?? ts)}
        >
          <ThreadIcon />
        </button>
      )}
      {items.length > 0 && (
        <Menu label={texts.moreActions} items={items} class="icon-button message-menu">
          <MoreIcon />
        </Menu>
      )}
    </div>
  );
}
