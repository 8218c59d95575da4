import type { JSX } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { ClipIcon, CloseIcon, FileIcon, SendIcon } from '../controls/icons.tsx';
import { useSurroundings } from '../surroundings.ts';
import { SuggestionList } from './suggestion-list.tsx';
import { type ComposerPlace, useComposer } from './use-composer.ts';

interface ComposerProps extends ComposerPlace {
  placeholder: string;
}

/** Where messages and commands are typed and files put in. */
export function Composer({ placeholder, ...place }: ComposerProps): JSX.Element {
  const { texts } = useSurroundings();
  const id = useId();
  const composer = useComposer(place);
  const { suggestions, active } = composer;
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void composer.send();
      }}
    >
      {suggestions !== null && (
        <SuggestionList id={id} items={suggestions.items} active={active} onChoose={composer.choose} />
      )}
      <textarea
        ref={composer.field}
        class="composer-field"
        rows={1}
        aria-label={placeholder}
        aria-autocomplete="list"
        aria-controls={suggestions === null ? undefined : id}
        aria-activedescendant={suggestions === null ? undefined : `${id}-${active}`}
        placeholder={placeholder}
        value={composer.text}
        onInput={composer.onInput}
        onKeyDown={composer.onKeyDown}
        onSelect={composer.onSelect}
        onBlur={composer.onBlur}
        onPaste={composer.onPaste}
      />
      <Attached files={composer.files.map(({ name }) => name)} onRemove={composer.removeFile} />
      <ComposerFoot hint={texts.composeHint} onFiles={composer.addFiles} isReady={composer.isReady} />
    </form>
  );
}

function Attached({ files, onRemove }: { files: readonly string[]; onRemove(i: number): void }): JSX.Element | null {
  const { texts } = useSurroundings();
  if (files.length === 0) return null;
  return (
    <ul class="files attached">
      {files.map((name, i) => (
        <li key={`${name} ${i}`} class="file">
          <FileIcon />
          <span class="file-name">{name}</span>
          <button type="button" class="icon-button" aria-label={texts.removeFile(name)} onClick={() => onRemove(i)}>
            <CloseIcon />
          </button>
        </li>
      ))}
    </ul>
  );
}

interface ComposerFootProps {
  hint: string;
  isReady: boolean;
  onFiles(files: readonly File[]): Promise<void>;
}

function ComposerFoot({ hint, isReady, onFiles }: ComposerFootProps): JSX.Element {
  const { texts } = useSurroundings();
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <footer>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          void onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <button
        type="button"
        class="icon-button"
        aria-label={texts.attach}
        title={texts.attach}
        onClick={() => chooser.current?.click()}
      >
        <ClipIcon />
      </button>
      <small>{hint}</small>
      <button type="submit" class="send" aria-label={texts.send} title={texts.send} disabled={!isReady}>
        <SendIcon />
      </button>
    </footer>
  );
}
