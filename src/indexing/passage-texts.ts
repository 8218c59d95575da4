import type { Passage, Speech } from '../speech/index.ts';
import type { Field } from './fields.ts';

/** What is indexed of a passage. */
export interface PassageTexts {
  /** Of its speech. */
  title: string;
  /** What stands above it, a line each. */
  headings: string;
  text: string;
}

const textsOf = ({ title, text }: Speech, { path, start, end }: Passage): PassageTexts => ({
  title,
  headings: path.join('\n'),
  text: text.slice(start, end),
});

/** The passages of speeches, in their order. */
export function* passagesOf(speeches: readonly Speech[]): Generator<PassageTexts> {
  for (const speech of speeches) for (const passage of speech.passages) yield textsOf(speech, passage);
}

/** What stands in each field. */
export const fieldsOf = ({ title, headings, text }: PassageTexts): Record<Field, string> => ({
  whole: `${headings}\n${title}\n${text}`,
  headings,
  title,
});
