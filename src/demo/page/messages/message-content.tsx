import type { JSX } from 'preact';
import { useCallback, useMemo } from 'preact/hooks';
import type { Message } from '../../protocol.ts';
import { Blocks } from '../block-kit/blocks.tsx';
import { type Dispatch, InteractionProvider, useInputs } from '../block-kit/interaction.ts';
import { readBlocks } from '../block-kit/read-blocks.ts';
import { TextOf } from '../block-kit/rich-text.tsx';
import { sizeOf } from '../composer/files.ts';
import { FileIcon } from '../controls/icons.tsx';
import { useDesk } from '../desk.ts';
import { useSurroundings } from '../surroundings.ts';

/** What a message says: its blocks, its text if it has none, its files. */
export function MessageContent({ message }: { message: Message }): JSX.Element {
  const { texts } = useSurroundings();
  const { text, blocks, files, isEdited } = message;
  return (
    <div class="message-content">
      {blocks.length > 0 && <MessageBlocks message={message} />}
      {blocks.length === 0 && text !== '' && <TextOf text={{ type: 'mrkdwn', text }} />}
      {isEdited && <small class="edited">{texts.edited}</small>}
      {files.length > 0 && (
        <ul class="files">
          {files.map(({ name, bytes }, i) => (
            <li key={i} class="file">
              <FileIcon />
              <span class="file-name">{name}</span>
              <small>{sizeOf(bytes)}</small>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function MessageBlocks({ message }: { message: Message }): JSX.Element {
  const dispatch = useDispatch();
  const blocks = useMemo(() => readBlocks(message.blocks), [message.blocks]);
  const { conversation, ts } = message;
  const container = useMemo(() => ({ type: 'message', conversation, ts }) as const, [conversation, ts]);
  const interaction = useInputs(blocks, container, dispatch);
  return (
    <InteractionProvider value={interaction}>
      <Blocks blocks={blocks} />
    </InteractionProvider>
  );
}

/** Sends what is done to an element of a message or view. */
export function useDispatch(): Dispatch {
  const { act } = useDesk();
  return useCallback<Dispatch>(
    async (container, action, values) => {
      await act({ type: 'block_action', container, action, values });
    },
    [act],
  );
}
