import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { OpenView } from '../../protocol.ts';
import { Dialog } from '../controls/dialog.tsx';
import { useDesk } from '../desk.ts';
import { Modal } from './modal.tsx';

/** The open modals in one dialog. Those below the top one stay, unseen, with what was entered. */
export function ModalStack({ modals }: { modals: readonly OpenView[] }): JSX.Element | null {
  const { act } = useDesk();
  const top = modals.at(-1);
  if (top === undefined) return null;
  return (
    <Dialog
      label={top.view.title?.text ?? ''}
      class="dialog modal-dialog"
      onCancel={() => void act({ type: 'view_closed', view: top.id, isCleared: false })}
    >
      <FocusOnChange id={top.id} />
      {modals.map((open) => (
        <Modal key={open.id} open={open} isHidden={open !== top} />
      ))}
    </Dialog>
  );
}

/** Puts the focus on the first input of the modal that came on top, or on its first button. */
function FocusOnChange({ id }: { id: string }): JSX.Element {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const form = place.current?.parentElement?.querySelector('form:not([hidden])');
    const first = form?.querySelector<HTMLElement>('.modal-body :is(input, select, textarea)');
    // What stands above the first input is there to be read first.
    (first ?? form?.querySelector<HTMLElement>('footer button:last-child'))?.focus({ preventScroll: true });
  }, [id]);
  return <span ref={place} hidden />;
}
