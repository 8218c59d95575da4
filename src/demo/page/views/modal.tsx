import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { OpenView } from '../../protocol.ts';
import { CloseIcon } from '../controls/icons.tsx';
import { useDesk } from '../desk.ts';
import { SentJson } from '../messages/sent-json.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useView, ViewBody } from './view-body.tsx';

/** One modal of the stack. A form: Enter in a one-line input submits it. */
export function Modal({ open, isHidden }: { open: OpenView; isHidden: boolean }): JSX.Element {
  const { act, showsJson } = useDesk();
  const inputs = useView(open);
  const { errors, isBusy, submit } = useSubmit(open, inputs);
  const close = (isCleared: boolean): void => void act({ type: 'view_closed', view: open.id, isCleared });
  const { title, submit: submitText, close: closeText } = open.view;
  return (
    <form
      class="modal"
      hidden={isHidden}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ModalHead title={title?.text ?? ''} onClose={() => close(true)} />
      <div class="modal-body">
        <ViewBody inputs={inputs} errors={errors} />
        {showsJson && <SentJson method={open.method} payload={open.view} madeBy={open.madeBy} />}
      </div>
      <ModalFoot submit={submitText?.text} close={closeText?.text} isBusy={isBusy} onClose={() => close(false)} />
    </form>
  );
}

function ModalHead({ title, onClose }: { title: string; onClose(): void }): JSX.Element {
  const { texts } = useSurroundings();
  return (
    <header>
      <h2>{title}</h2>
      <button type="button" class="icon-button" aria-label={texts.close} title={texts.close} onClick={onClose}>
        <CloseIcon />
      </button>
    </header>
  );
}

interface ModalFootProps {
  submit: string | undefined;
  close: string | undefined;
  isBusy: boolean;
  onClose(): void;
}

function ModalFoot({ submit, close, isBusy, onClose }: ModalFootProps): JSX.Element {
  const { texts } = useSurroundings();
  return (
    <footer>
      <button type="button" class="button plain-button" onClick={onClose}>
        {close ?? (submit === undefined ? texts.close : texts.cancel)}
      </button>
      {submit !== undefined && (
        <button type="submit" class="button primary" aria-busy={isBusy}>
          {submit}
        </button>
      )}
    </footer>
  );
}

/** Sends a modal once nothing is missing; what is wrong stands under its input, the server's word last. */
function useSubmit(open: OpenView, inputs: ReturnType<typeof useView>) {
  const { act } = useDesk();
  const { texts } = useSurroundings();
  const [isBusy, setBusy] = useState(false);
  const [own, setOwn] = useState<Record<string, string>>({});
  const submit = async (): Promise<void> => {
    const complaints = Object.entries(inputs.complaints()).map(([id, why]) => [id, texts.complaint(why)]);
    setOwn(Object.fromEntries(complaints));
    if (complaints.length > 0 || isBusy) return;
    setBusy(true);
    await act({ type: 'view_submission', view: open.id, values: inputs.values });
    setBusy(false);
  };
  return { errors: { ...open.errors, ...own }, isBusy, submit };
}
