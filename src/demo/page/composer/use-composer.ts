import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { LARGEST_FILE } from '../../protocol.ts';
import { isComposing } from '../controls/is-composing.ts';
import { useDesk } from '../desk.ts';
import { lastOwn, messagesIn, repliesTo } from '../state/messages.ts';
import { useSurroundings } from '../surroundings.ts';
import { readFiles } from './files.ts';
import { type AttachedFile, readTyped } from './read-typed.ts';
import { complete, type Suggestion, suggest } from './suggest.ts';

export interface ComposerPlace {
  conversation: string;
  thread: string | null;
  /** Files that were dropped on the pane; each array once. */
  dropped: readonly File[];
}

type Field = HTMLTextAreaElement;

/** What a composer holds and does. */
export function useComposer({ conversation, thread, dropped }: ComposerPlace) {
  const { state, act, notify, edit, drafts } = useDesk();
  const { texts } = useSurroundings();
  const field = useRef<Field>(null);
  const place = `${state.me} ${conversation} ${thread ?? ''}`;
  const [text, setText] = useState(drafts.get(place) ?? '');
  useEffect(() => void drafts.set(place, text), [place, text]);
  const { files, addFiles, removeFile, clearFiles } = useFiles(field, dropped);
  const completion = useCompletion(field, text, setText);

  const send = async (): Promise<void> => {
    const typed = readTyped(text, { conversation, thread }, state, files);
    if (typed.kind === 'unknown-command') notify({ level: 'warning', text: texts.noSuchCommand(typed.command) });
    if (typed.kind !== 'action') return;
    setText('');
    clearFiles();
    // What could not be delivered is not lost, unless something else is being typed by now.
    if (!(await act(typed.action))) setText((now) => (now === '' ? text : now));
  };
  const here =
    thread === null ? messagesIn(state.messages, conversation) : repliesTo(state.messages, conversation, thread);
  const onKeyDown = (event: JSX.TargetedKeyboardEvent<Field>): void => {
    // Enter also ends what an input method composes.
    if (isComposing(event) || completion.onKey(event)) return;
    if (event.key === 'ArrowUp' && text === '') edit(lastOwn(here, state.me)?.ts ?? null);
    else if (event.key === 'Enter' && !event.shiftKey) void send();
    else return;
    event.preventDefault();
  };
  useGrowing(field, text);
  const { suggestions, active, choose, onInput, onSelect, onBlur } = completion;
  const onPaste = (event: JSX.TargetedClipboardEvent<Field>): void =>
    void addFiles([...(event.clipboardData?.files ?? [])]);
  const isReady = text.trim() !== '' || files.length > 0;
  return {
    ...{ field, text, files, isReady, addFiles, removeFile, send },
    ...{ suggestions, active, choose, onInput, onSelect, onBlur, onKeyDown, onPaste },
  };
}

/** The files that go with the message. */
function useFiles(field: { current: Field | null }, arriving: readonly File[]) {
  const { notify } = useDesk();
  const { texts } = useSurroundings();
  const [files, setFiles] = useState<AttachedFile[]>([]);
  const addFiles = async (chosen: readonly File[]): Promise<void> => {
    if (chosen.length === 0) return;
    const { read, tooLarge } = await readFiles(chosen);
    for (const name of tooLarge) {
      notify({ level: 'warning', text: texts.fileTooLarge(name, LARGEST_FILE / 1024 / 1024) });
    }
    setFiles((before) => [...before, ...read]);
    field.current?.focus();
  };
  useEffect(() => void addFiles(arriving), [arriving]);
  const removeFile = (i: number): void => setFiles((before) => before.filter((_, at) => at !== i));
  return { files, addFiles, removeFile, clearFiles: () => setFiles([]) };
}

/** Suggestions for what stands before the caret. */
function useCompletion(field: { current: Field | null }, text: string, setText: (text: string) => void) {
  const { state } = useDesk();
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  const wanted = useRef<number | null>(null);
  const suggestions = caret === null ? null : suggest(text, caret, state);
  const choose = (suggestion: Suggestion): void => {
    if (suggestions === null) return;
    const completed = complete(text, suggestions, suggestion);
    setText(completed.text);
    setCaret(completed.caret);
    setActive(0);
    wanted.current = completed.caret;
  };
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    field.current?.focus();
    field.current?.setSelectionRange(wanted.current, wanted.current);
    wanted.current = null;
  }, [text]);
  const onKey = (event: KeyboardEvent): boolean => {
    if (suggestions === null) return false;
    const count = suggestions.items.length;
    const item = suggestions.items[active];
    if (event.key === 'ArrowDown') setActive((active + 1) % count);
    else if (event.key === 'ArrowUp') setActive((active - 1 + count) % count);
    else if (event.key === 'Escape') setCaret(null);
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && item !== undefined) choose(item);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  const onInput = (event: JSX.TargetedInputEvent<Field>): void => {
    setText(event.currentTarget.value);
    setCaret(event.currentTarget.selectionStart);
    setActive(0);
  };
  const onSelect = (event: JSX.TargetedEvent<Field>): void => {
    if (caret !== null) setCaret(event.currentTarget.selectionStart);
  };
  const shown = Math.min(active, (suggestions?.items.length ?? 1) - 1);
  return { suggestions, active: shown, choose, onKey, onInput, onSelect, onBlur: () => setCaret(null) };
}

/** As high as what is typed, up to a third of the window. */
function useGrowing(field: { current: Field | null }, text: string): void {
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return;
    element.style.height = 'auto';
    element.style.height = `${Math.min(element.scrollHeight, innerHeight / 3)}px`;
  }, [text]);
}
