import type { InputValue } from '../../protocol.ts';

/** How an input is tied to its label, hint and error. */
export interface Labelling {
  id?: string;
  describedBy?: string;
  isInvalid?: boolean;
}

/** What every kind of input is given. */
export interface FieldProps<Element> {
  element: Element;
  value: InputValue | undefined;
  labelling: Labelling;
  change(value: InputValue): void;
}
