import { citeSpan } from '../../speech/index.ts';
import type { HeadingSet, PhraseGroup, PhraseItem } from '../answer.ts';
import type { Asked } from './asked.ts';
import { groupOf, itemOf } from './item.ts';

/** Each set shown with all its members. */
export const headingSetsGroup = (asked: Asked, sets: readonly HeadingSet[]): PhraseGroup =>
  groupOf(
    asked,
    'heading-sets',
    sets.map((set) => toItem(asked, set, set.headings.map(({ heading }) => heading).join('；'))),
  );

/** The frames that sets share, each shown as its headings fill it. */
export const frameItems = (asked: Asked, sets: readonly HeadingSet[]): (PhraseItem | null)[] =>
  sets.flatMap((set) => (set.frame === null ? [] : [toItem(asked, set, set.frame)]));

function toItem({ index }: Asked, { headings }: HeadingSet, text: string): PhraseItem | null {
  const speech = index.speeches.find(({ id }) => id === headings[0]?.citation.speech);
  if (speech === undefined) return null;
  const examples = headings.map(({ heading, citation }) => ({
    left: '',
    match: heading,
    right: '',
    citation: citeSpan(speech, { start: citation.start, end: citation.end }),
  }));
  return itemOf({ text, count: headings.length, speeches: 1 }, examples);
}
