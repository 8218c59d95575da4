import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { FieldProps } from './field-props.ts';
import { TextOf } from './rich-text.tsx';
import type { Checkboxes, Option, RadioButtons } from './schema.ts';
import { toggled } from './values.ts';

/** Radio buttons or checkboxes. */
export function ChoiceInput({ element, value, labelling, change }: FieldProps<RadioButtons | Checkboxes>): JSX.Element {
  const name = useId();
  const chosen = chosenIn(value);
  const choose = (option: Option): void => {
    if (element.type === 'radio_buttons') change({ type: 'radio_buttons', selected_option: option });
    else change({ type: 'checkboxes', selected_options: toggled(element.options, chosen, option.value) });
  };
  return (
    <div class="choices" aria-describedby={labelling.describedBy}>
      {element.options.map((option) => (
        <label key={option.value} class="choice">
          <input
            type={element.type === 'radio_buttons' ? 'radio' : 'checkbox'}
            name={name}
            checked={chosen.some((one) => one.value === option.value)}
            onChange={() => choose(option)}
          />
          <span>
            <TextOf text={option.text} />
            {option.description !== undefined && (
              <small>
                <TextOf text={option.description} />
              </small>
            )}
          </span>
        </label>
      ))}
    </div>
  );
}

function chosenIn(value: FieldProps<RadioButtons>['value']): { value: string }[] {
  if (value?.type === 'checkboxes') return value.selected_options;
  if (value?.type === 'radio_buttons' && value.selected_option !== null) return [value.selected_option];
  return [];
}
