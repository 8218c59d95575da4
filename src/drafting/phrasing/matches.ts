import type { PhraseGroup, PhraseItem } from '../answer.ts';
import type { Asked } from './asked.ts';
import { groupOf, itemOf } from './item.ts';
import { nearSynonyms } from './near-synonyms.ts';
import { type Concordance, concordance, type Filling, type TooCommon } from './pattern/index.ts';

/** Fillings that are gathered before they are cut to a page: what `more` counts. */
const MOST_FILLINGS = 500;
const EXAMPLES = 5;

/** What a pattern matches; or that it would match nearly everything. */
export function matches(asked: Asked, pattern: string): Concordance | TooCommon {
  return concordance(asked.index, pattern, {
    filter: asked.isKept,
    context: asked.context,
    limit: MOST_FILLINGS,
    examples: EXAMPLES,
    // A single character stands inside other words everywhere.
    synonymsOf: (word) =>
      nearSynonyms(asked.index.collocations, word)
        .map((near) => near.word)
        .filter(({ length }) => length > 1),
  });
}

export const fillingsGroup = (asked: Asked, { fillings }: Concordance): PhraseGroup =>
  groupOf(asked, 'fillings', fillings.map(toItem));

/** The clauses that words stand in, which are longer than the words. */
export const clausesGroup = (asked: Asked, { clauses, fillings }: Concordance): PhraseGroup => {
  const itself = new Set(fillings.map(({ words }) => words));
  return groupOf(asked, 'clauses', clauses.filter(({ words }) => !itself.has(words)).map(toItem));
};

const toItem = ({ words, count, speeches, examples }: Filling): PhraseItem | null =>
  itemOf({ text: words, count, speeches }, examples);
