import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { InputValue } from '../../protocol.ts';
import { isComposing } from '../controls/is-composing.ts';
import { useSurroundings } from '../surroundings.ts';
import { ChoiceInput } from './choices.tsx';
import type { FieldProps, Labelling } from './field-props.ts';
import { useInteraction } from './interaction.ts';
import type { Datepicker, PlainTextInput, StatefulElement, StaticSelect } from './schema.ts';

interface InputElementProps {
  element: StatefulElement;
  blockId: string;
  /** Whether the app hears of each change. */
  dispatches: boolean;
  labelling?: Labelling;
}

export function InputElement({ element, blockId, dispatches, labelling = {} }: InputElementProps): JSX.Element {
  const { values, enter, act } = useInteraction();
  const value = values[blockId]?.[element.action_id];
  const tell = (now: InputValue): void => {
    const { action_id } = element;
    const after = { ...values, [blockId]: { ...values[blockId], [action_id]: now } };
    void act({ ...now, block_id: blockId, action_id }, after);
  };
  const change = (now: InputValue): void => {
    enter(blockId, element.action_id, now);
    // Text is told when it is entered, not letter by letter.
    if (dispatches && now.type !== 'plain_text_input') tell(now);
  };
  const submit = (): void => {
    if (value !== undefined) tell(value);
  };
  switch (element.type) {
    case 'plain_text_input':
      return <TextInput {...{ element, value, labelling, change }} submit={dispatches ? submit : undefined} />;
    case 'static_select':
      return <SelectInput {...{ element, value, labelling, change }} />;
    case 'datepicker':
      return <DateInput {...{ element, value, labelling, change }} />;
    default:
      return <ChoiceInput {...{ element, value, labelling, change }} />;
  }
}

const attributes = ({ id, describedBy, isInvalid }: Labelling): object => ({
  id,
  'aria-describedby': describedBy,
  'aria-invalid': isInvalid === true ? true : undefined,
});

function TextInput({
  element,
  value,
  labelling,
  change,
  submit,
}: FieldProps<PlainTextInput> & { submit: (() => void) | undefined }) {
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useEffect(() => {
    if (element.focus_on_load === true) field.current?.focus();
  }, []);
  const shared = {
    ...attributes(labelling),
    ref: field,
    class: 'field',
    placeholder: element.placeholder?.text,
    value: (value?.type === 'plain_text_input' ? value.value : null) ?? '',
    onInput: (event: JSX.TargetedInputEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      change({ type: 'plain_text_input', value: event.currentTarget.value === '' ? null : event.currentTarget.value }),
  };
  if (element.multiline === true) return <textarea {...shared} rows={4} />;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (submit === undefined || event.key !== 'Enter' || isComposing(event)) return;
    // The app hears of it instead of the whole form being submitted.
    event.preventDefault();
    submit();
  };
  return <input type="text" autocomplete="off" {...shared} onKeyDown={onKeyDown} />;
}

function SelectInput({ element, value, labelling, change }: FieldProps<StaticSelect>): JSX.Element {
  const { texts } = useSurroundings();
  const groups = element.option_groups ?? [];
  const options = [...(element.options ?? []), ...groups.flatMap((group) => group.options)];
  const chosen = value?.type === 'static_select' ? value.selected_option : null;
  const drawn = (option: (typeof options)[number]): JSX.Element => (
    <option key={option.value} value={option.value}>
      {option.text.text}
    </option>
  );
  return (
    <select
      {...attributes(labelling)}
      {...(labelling.id === undefined ? { 'aria-label': element.placeholder?.text ?? texts.choose } : {})}
      class={chosen === null ? 'field select is-empty' : 'field select'}
      value={chosen?.value ?? ''}
      onChange={(event) => {
        const { value: now } = event.currentTarget;
        change({ type: 'static_select', selected_option: options.find((option) => option.value === now) ?? null });
      }}
    >
      <option value="" disabled hidden>
        {element.placeholder?.text ?? texts.choose}
      </option>
      {(element.options ?? []).map(drawn)}
      {groups.map((group) => (
        <optgroup key={group.label.text} label={group.label.text}>
          {group.options.map(drawn)}
        </optgroup>
      ))}
    </select>
  );
}

function DateInput({ element, value, labelling, change }: FieldProps<Datepicker>): JSX.Element {
  const { texts } = useSurroundings();
  return (
    <input
      {...attributes(labelling)}
      {...(labelling.id === undefined ? { 'aria-label': element.placeholder?.text ?? texts.choose } : {})}
      type="date"
      class="field date"
      value={(value?.type === 'datepicker' ? value.selected_date : null) ?? ''}
      onChange={(event) => change({ type: 'datepicker', selected_date: event.currentTarget.value || null })}
    />
  );
}
