import type { JSX } from 'preact';
import { CodeIcon, KeysIcon, MoonIcon, SunIcon } from '../controls/icons.tsx';
import { useSurroundings } from '../surroundings.ts';

interface ControlsProps {
  showsJson: boolean;
  isDark: boolean;
  onJson(): void;
  onTheme(): void;
  onKeys(): void;
}

/** The switches of the page itself. */
export function Controls({ showsJson, isDark, onJson, onTheme, onKeys }: ControlsProps): JSX.Element {
  const { texts } = useSurroundings();
  const json = showsJson ? texts.hideJson : texts.showJson;
  const theme = isDark ? texts.light : texts.dark;
  return (
    <div class="controls">
      <button
        type="button"
        class="icon-button"
        aria-pressed={showsJson}
        aria-label={texts.showJson}
        title={json}
        onClick={onJson}
      >
        <CodeIcon />
      </button>
      <button type="button" class="icon-button" aria-label={theme} title={theme} onClick={onTheme}>
        {isDark ? <SunIcon /> : <MoonIcon />}
      </button>
      <button type="button" class="icon-button keys-button" aria-label={texts.keys} title={texts.keys} onClick={onKeys}>
        <KeysIcon />
      </button>
    </div>
  );
}
