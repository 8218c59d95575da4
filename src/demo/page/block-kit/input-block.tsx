import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { useSurroundings } from '../surroundings.ts';
import { InputElement } from './inputs.tsx';
import type { Input } from './schema.ts';
import { UnknownBox } from './unknown-box.tsx';

/** A labelled input with its hint, or what is wrong with it. */
export function InputBlock({ input, error }: { input: Input; error: string | undefined }): JSX.Element {
  const { texts } = useSurroundings();
  const id = useId();
  const { element } = input;
  if (element.type === 'unknown') return <UnknownBox name={element.name} json={element.json} />;
  const note = error ?? input.hint?.text;
  const labelling = {
    id,
    isInvalid: error !== undefined,
    ...(note === undefined ? {} : { describedBy: `${id}-note` }),
  };
  const field = (
    <InputElement
      element={element}
      blockId={input.block_id}
      dispatches={input.dispatch_action === true}
      labelling={labelling}
    />
  );
  const label = (
    <>
      {input.label.text}
      {input.optional === true && <span class="optional"> {texts.optional}</span>}
    </>
  );
  const below = note !== undefined && (
    <p
      id={`${id}-note`}
      class={error === undefined ? 'hint' : 'field-error'}
      role={error === undefined ? undefined : 'alert'}
    >
      {note}
    </p>
  );
  if (element.type === 'radio_buttons' || element.type === 'checkboxes') {
    return (
      <fieldset class="input-block">
        <legend>{label}</legend>
        {field}
        {below}
      </fieldset>
    );
  }
  return (
    <div class="input-block">
      <label for={id}>{label}</label>
      {field}
      {below}
    </div>
  );
}
