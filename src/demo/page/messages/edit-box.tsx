import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Message } from '../../protocol.ts';
import { asTyped, readTyped } from '../composer/read-typed.ts';
import { isComposing } from '../controls/is-composing.ts';
import { useReturnedFocus } from '../controls/use-returned-focus.ts';
import { useDesk } from '../desk.ts';
import { useSurroundings } from '../surroundings.ts';

/** One's own message, being changed. */
export function EditBox({ message, onDone }: { message: Message; onDone(): void }): JSX.Element {
  const { state, act } = useDesk();
  const { texts } = useSurroundings();
  const [text, setText] = useState(() => asTyped(message.text, state.people));
  const field = useRef<HTMLTextAreaElement>(null);
  useReturnedFocus();
  useEffect(() => {
    field.current?.focus();
    field.current?.parentElement?.scrollIntoView({ block: 'nearest' });
  }, []);
  const save = async (): Promise<void> => {
    const typed = readTyped(text, message, { commands: [], people: state.people });
    if (typed.kind !== 'action' || typed.action.type !== 'message') return;
    const { conversation, ts } = message;
    if (await act({ type: 'edit', conversation, ts, text: typed.action.text })) onDone();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    if (event.key === 'Escape') onDone();
    else if (event.key === 'Enter' && !event.shiftKey) void save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="edit-box">
      <textarea
        ref={field}
        class="field"
        rows={2}
        aria-label={texts.editMessage}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <footer>
        <button type="button" class="button plain-button" onClick={onDone}>
          {texts.cancel}
        </button>
        <button type="button" class="button primary" onClick={() => void save()}>
          {texts.save}
        </button>
      </footer>
    </div>
  );
}
