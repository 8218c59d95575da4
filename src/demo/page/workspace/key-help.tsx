import type { JSX } from 'preact';
import { Dialog } from '../controls/dialog.tsx';
import { CloseIcon } from '../controls/icons.tsx';
import { useSurroundings } from '../surroundings.ts';

export function KeyHelp({ onClose }: { onClose(): void }): JSX.Element {
  const { texts } = useSurroundings();
  return (
    <Dialog label={texts.keys} class="dialog key-help" onCancel={onClose}>
      <header>
        <h2>{texts.keys}</h2>
        <button type="button" class="icon-button" aria-label={texts.close} onClick={onClose}>
          <CloseIcon />
        </button>
      </header>
      <dl class="dialog-body">
        {texts.keyHelp.map(([keys, what]) => (
          <div key={what}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
