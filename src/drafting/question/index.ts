/** question/: what a person typed, as what is looked for. */
import type { Place, SpeechIndex } from '../../indexing/index.ts';
import { wordsAt, ZhibiError } from '../../speech/index.ts';
import { normaliseDocumentText, normaliseText, withArabicNumerals, withoutLetterSpaces } from '../../text/index.ts';
import { WEIGHTS, type Weights } from '../weights.ts';
import { expand } from './expansion.ts';
import { readMarks } from './marks.ts';
import { pairsOf } from './pairs.ts';
import { type Correction, correctSpelling } from './spelling.ts';
import { readWishes, type Wishes } from './wishes.ts';
import { inverseFrequency, readWords, termsOf, type Word } from './words.ts';

export { countPairs, pairsOf } from './pairs.ts';
export type { Correction } from './spelling.ts';
export { genreNamedIn, type Part, type Wishes } from './wishes.ts';
export { inverseFrequency, type Word } from './words.ts';

/** Longer questions are refused; a long text is a quote to look up, not a question. In UTF-16 units. */
export const LONGEST_QUERY = 1000;

/** A question as the analyser reads it. */
export interface Question {
  words: Word[];
  /** All terms to search for, each with how much it counts. */
  terms: ReadonlyMap<string, number>;
  /** The most that the terms that were typed could bring: the sum of their weights and inverse document frequencies. */
  ceiling: number;
  /** Neighbouring Han characters of the question, each once: what the second look counts. */
  pairs: string[];
  /** What was typed in quotation marks: a passage has to say it as it stands. Normalised. */
  quoted: string[];
  /** What was typed behind a minus sign: a passage must not say it. Normalised. */
  without: string[];
  /** What was asked of the speech rather than of its words. */
  wishes: Wishes;
  /** The share of its Han characters that are no part of any word looked for, 0..1. */
  wrapping: number;
  /** Words that were typed with another character of the same sound. */
  corrections: Correction[];
}

/**
 * Reads a question.
 *
 * @throws ZhibiError `query-empty` when it holds nothing to look for (punctuation, stop words), `query-too-long`
 */
export function readQuestion(query: string, index: SpeechIndex, weights: Weights = WEIGHTS): Question {
  if (query.length > LONGEST_QUERY) {
    throw new ZhibiError('query-too-long', { length: query.length, limit: LONGEST_QUERY });
  }
  const { rest, quoted, without } = readMarks(withArabicNumerals(normaliseText(withoutLetterSpaces(query))));
  const said = [rest, ...quoted].join(' ');
  const { text: spelt, corrections } = weights.spelling
    ? correctSpelling(said, index)
    : { text: said, corrections: [] };
  const { wishes, rest: matter } = readWishes(spelt, index.years);
  const words = readWords(matter, index);
  if (words.length === 0 && quoted.length === 0 && isNothing(wishes)) throw new ZhibiError('query-empty', {});
  const expansion = expand(matter, index, weights);
  const own = termsOf(words, matter, index, weights);
  return {
    words,
    terms: new Map([...expansion.terms, ...own]),
    ceiling: ceilingOf(own, index, expansion.meant, weights.synonym),
    pairs: pairsOf(matter),
    quoted,
    without,
    wishes,
    wrapping: wrappingOf(matter, words),
    corrections,
  };
}

/** A question in the words of a passage: those that tell it apart from others. */
export function questionLike(place: Place, index: SpeechIndex): Question {
  const text = normaliseDocumentText(wordsAt(place.speech, place.passage));
  const words = readWords(text, index)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, TELLING);
  const terms = new Map(words.map(({ term }) => [term, 1]));
  const none = { quoted: [], without: [], wishes: {}, corrections: [], wrapping: 0 };
  // Nothing was typed that an answer could fall short of.
  return { words, terms, ceiling: 0, pairs: pairsOf(text), ...none };
}

/** Words that are enough to tell what a passage is about. */
const TELLING = 30;

/** What stands nowhere, but in other words, can be found in these alone: it counts for their share, and half of that. */
function ceilingOf(
  terms: ReadonlyMap<string, number>,
  index: SpeechIndex,
  meant: readonly string[],
  synonym: number,
): number {
  let ceiling = 0;
  for (const [term, weight] of terms) {
    const frequency = index.documentFrequency(term);
    const isMeant = frequency === 0 && meant.some((phrase) => phrase.includes(term));
    ceiling += weight * inverseFrequency(frequency, index.passageCount) * (isMeant ? synonym / 2 : 1);
  }
  return ceiling;
}

function wrappingOf(text: string, words: readonly Word[]): number {
  const letters = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const held = words.reduce((sum, { term }) => sum + (term.match(/\p{Script=Han}/gu)?.length ?? 0), 0);
  return letters === 0 ? 0 : Math.max(0, 1 - held / letters);
}

const isNothing = (wishes: Wishes): boolean => Object.keys(wishes).length === 0;
