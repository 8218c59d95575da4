import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { useInteraction } from './interaction.ts';
import { safeUrl } from './safe-url.ts';
import type { Button } from './schema.ts';

/** Waits, if the button says so, for a yes; is busy until the app has acknowledged. */
export function ButtonElement({ button, blockId }: { button: Button; blockId: string }): JSX.Element {
  const { act } = useInteraction();
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const press = (): void => {
    setAsking(false);
    setBusy(true);
    const url = button.url === undefined ? null : safeUrl(button.url);
    if (url !== null) open(url, '_blank', 'noreferrer');
    const { text, action_id, value } = button;
    const pressed = {
      type: 'button',
      block_id: blockId,
      action_id,
      text,
      ...(value === undefined ? {} : { value }),
    } as const;
    void act(pressed).finally(() => setBusy(false));
  };
  return (
    <>
      <button
        type="button"
        class={`button ${button.style ?? 'plain-button'}`}
        aria-label={button.accessibility_label}
        aria-busy={isBusy}
        onClick={() => {
          if (isBusy) return;
          if (button.confirm === undefined) press();
          else setAsking(true);
        }}
      >
        {button.text.text}
      </button>
      {isAsking && button.confirm !== undefined && (
        <ConfirmDialog confirm={button.confirm} onConfirm={press} onDeny={() => setAsking(false)} />
      )}
    </>
  );
}
