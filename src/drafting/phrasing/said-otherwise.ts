import { cutWords } from '../../indexing/index.ts';
import { normaliseText } from '../../text/index.ts';
import type { PhraseGroup, PhraseItem } from '../answer.ts';
import { clausesAlike } from './alike.ts';
import type { Asked } from './asked.ts';
import { groupOf, itemAt } from './item.ts';
import { type NearSynonym, nearSynonyms } from './near-synonyms.ts';
import { type Paraphrase, paraphrases } from './paraphrases.ts';

/** Words of a sentence whose near-synonyms are looked for. */
const MOST_WORDS = 6;

/**
 * Clauses that say the same with other words: those with the same object and another verb, each with what shows that the two
 * are alike; then those that speak of the same, where a verb makes a sentence of the question.
 */
export function paraphrasesGroup(asked: Asked): PhraseGroup {
  const { index, request } = asked;
  const shown = paraphrases(index.collocations, index.speeches, request.query).map((way) => toItem(asked, way));
  const isSentence =
    isSaidInOne(request.query) &&
    wordsOf(asked).some((word) => index.collocations.classOf(word) === 'v' || word.length === 1);
  const alike = isSentence ? clausesAlike(asked) : [];
  const known = new Set(shown.map((item) => item?.text));
  return groupOf(asked, 'paraphrases', [...shown, ...alike.filter(({ text }) => !known.has(text))]);
}

/** Words of a question that are typed as one, and more than a term. */
const isSaidInOne = (query: string): boolean => !/\s/.test(query.trim()) && query.trim().length > 4;

const wordsOf = ({ request }: Asked): string[] => [...new Set(cutWords(normaliseText(request.query)))];

const toItem = (asked: Asked, { text, changed, spans }: Paraphrase): PhraseItem | null =>
  itemAt(asked, spans, { text, changed: changed.map(({ from, to, evidence }) => ({ from, to, evidence })) });

/** Words that the corpus uses as those of the question, each shown where it stands with a word that both stand with. */
export function nearSynonymsGroup(asked: Asked): PhraseGroup {
  const { index } = asked;
  const words = wordsOf(asked).filter(({ length }) => length > 1);
  const items = words
    .slice(0, MOST_WORDS)
    .flatMap((word) => nearSynonyms(index.collocations, word).map((near) => toNearItem(asked, word, near)));
  return groupOf(
    asked,
    'near-synonyms',
    items.sort((a, b) => (b?.score ?? 0) - (a?.score ?? 0)),
  );
}

function toNearItem(asked: Asked, from: string, { word, similarity, shared }: NearSynonym): PhraseItem | null {
  const places = shared.flatMap(({ other }) => other.places.slice(0, 1));
  const changed = [{ from, to: word, evidence: shared.map((collocate) => collocate.word) }];
  return itemAt(asked, places, { text: word, score: Math.round(similarity * 100) / 100, changed });
}
