import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { CopyIcon } from '../controls/icons.tsx';
import { useSurroundings } from '../surroundings.ts';

interface SentJsonProps {
  method: string;
  payload: unknown;
  /** Path of the listener that called it. */
  madeBy?: string | undefined;
}

/** What the app called and which listener did, with a button that copies it. */
export function SentJson({ method, payload, madeBy }: SentJsonProps): JSX.Element {
  const { texts } = useSurroundings();
  const [isCopied, setCopied] = useState(false);
  const json = JSON.stringify(payload, null, 2);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(json);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <section class="sent-json" aria-label={texts.sentBy(method)}>
      <header>
        <span class="sent-by">
          <code>{method}</code>
          {madeBy !== undefined && (
            <a href={madeBy} target="_blank" rel="noreferrer" title={texts.madeBy}>
              {madeBy}
            </a>
          )}
        </span>
        <button type="button" class="quiet-button" onClick={() => void copy()}>
          <CopyIcon />
          <span aria-live="polite">{isCopied ? texts.copied : texts.copy}</span>
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <pre tabIndex={0}>{json}</pre>
    </section>
  );
}
