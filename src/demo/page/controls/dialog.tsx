import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useReturnedFocus } from './use-returned-focus.ts';

interface DialogProps {
  label: string;
  class?: string;
  children: ComponentChildren;
  /** Escape was pressed. */
  onCancel(): void;
}

/** The browser's own modal dialog: it keeps the focus inside, and gives it back to what had it before. */
export function Dialog({ label, class: name, children, onCancel }: DialogProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useReturnedFocus();
  // Before the effects of what is inside, which may move the focus on.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class={name}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      {children}
    </dialog>
  );
}
