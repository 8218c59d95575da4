import type { JSX } from 'preact';
import { Dialog } from '../controls/dialog.tsx';
import { TextOf } from './rich-text.tsx';
import type { Confirm } from './schema.ts';

interface ConfirmDialogProps {
  confirm: Confirm;
  onConfirm(): void;
  onDeny(): void;
}

export function ConfirmDialog({ confirm, onConfirm, onDeny }: ConfirmDialogProps): JSX.Element {
  return (
    <Dialog label={confirm.title.text} class="dialog confirm" onCancel={onDeny}>
      <h2>{confirm.title.text}</h2>
      <div class="dialog-body">
        <TextOf text={confirm.text} />
      </div>
      <footer>
        <button type="button" class="button plain-button" onClick={onDeny}>
          {confirm.deny.text}
        </button>
        <button type="button" class={`button ${confirm.style ?? 'primary'}`} onClick={onConfirm}>
          {confirm.confirm.text}
        </button>
      </footer>
    </Dialog>
  );
}
