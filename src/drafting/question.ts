import type { SpeechIndex } from '../indexing/index.ts';
import { contains, type Span, ZhibiError } from '../speech/index.ts';
import { normaliseText, tokens } from '../text/index.ts';

/** Longer questions are refused; a long text is a quote to look up, not a question. In UTF-16 units. */
export const LONGEST_QUERY = 1000;

/** A word of the question: itself, and the words inside it. */
interface Word {
  term: string;
  /** Shorter words of the dictionary inside it. */
  parts: string[];
  /** Inverse document frequency: how much it tells to find it. */
  weight: number;
}

/** A question as the analyser reads it. */
export interface Question {
  /** All terms to search for, each once. */
  terms: string[];
  words: Word[];
  /** Runs of the question that were typed in one go and hold several words (基层治理), normalised. */
  phrases: string[];
}

/**
 * Reads a question.
 *
 * @throws ZhibiError `query-empty` when it holds nothing to look for (punctuation, stop words), `query-too-long`
 */
export function readQuestion(query: string, index: SpeechIndex): Question {
  if (query.length > LONGEST_QUERY) {
    throw new ZhibiError('query-too-long', { length: query.length, limit: LONGEST_QUERY });
  }
  const all = tokens(query);
  if (all.length === 0) throw new ZhibiError('query-empty', {});
  const words = all
    .filter((token) => !all.some((other) => other !== token && isInside(token, other)))
    .map((whole) => {
      const parts = all.filter((token) => token !== whole && contains(whole, token)).map((token) => token.term);
      return { term: whole.term, parts, weight: weightOf([whole.term, ...parts], index) };
    });
  return { terms: [...new Set(all.map((token) => token.term))], words, phrases: phrasesIn(query, words) };
}

/** Longer runs are sentences: nobody expects a passage to hold them as they are. In characters. */
const LONGEST_PHRASE = 12;

function phrasesIn(query: string, words: readonly Word[]): string[] {
  const runs = normaliseText(query).split(/[^\p{L}\p{N}]+/u);
  const isPhrase = (run: string): boolean =>
    run.length <= LONGEST_PHRASE && words.filter((word) => run.includes(word.term)).length > 1;
  return runs.filter(isPhrase);
}

const isInside = (inner: Span, outer: Span): boolean =>
  contains(outer, inner) && outer.end - outer.start > inner.end - inner.start;

/** Inverse document frequency as BM25 has it (Robertson and Zaragoza 2009, 3.1), of the rarest form that occurs at all. */
function weightOf(forms: readonly string[], index: SpeechIndex): number {
  const occurring = forms.map((form) => index.documentFrequency(form)).filter((frequency) => frequency > 0);
  const frequency = occurring.length === 0 ? 0 : Math.min(...occurring);
  return Math.log(1 + (index.passageCount - frequency + 0.5) / (frequency + 0.5));
}

/**
 * How much of the question a set of matched terms covers, 0..1: each word counts by its weight; a word of which only
 * parts matched counts by the share of its characters that they make up.
 */
export function coverage(question: Question, matched: ReadonlySet<string>): number {
  let covered = 0;
  let all = 0;
  for (const word of question.words) {
    all += word.weight;
    covered += word.weight * shareOf(word, matched);
  }
  return all === 0 ? 0 : covered / all;
}

function shareOf(word: Word, matched: ReadonlySet<string>): number {
  if (matched.has(word.term)) return 1;
  const length = word.parts.filter((part) => matched.has(part)).reduce((sum, part) => sum + part.length, 0);
  return Math.min(1, length / word.term.length);
}
