import type { SpeechIndex } from '../../indexing/index.ts';
import { contains, type Span } from '../../speech/index.ts';
import { characters, tokens } from '../../text/index.ts';
import type { Weights } from '../weights.ts';

/** A word of the question: itself, and the words inside it. */
export interface Word {
  term: string;
  /** Shorter words of the dictionary inside it. */
  parts: string[];
  /** Inverse document frequency: how much it tells to find it. */
  weight: number;
}

/** The words of a normalised question, in order. */
export function readWords(text: string, index: SpeechIndex): Word[] {
  const all = tokens(text);
  return all
    .filter((token) => !all.some((other) => other !== token && isInside(token, other)))
    .map((whole) => {
      const parts = all.filter((token) => token !== whole && contains(whole, token)).map((token) => token.term);
      return { term: whole.term, parts, weight: rarestWeight([whole.term, ...parts], index) };
    });
}

const isInside = (inner: Span, outer: Span): boolean =>
  contains(outer, inner) && outer.end - outer.start > inner.end - inner.start;

const rarestWeight = (forms: readonly string[], index: SpeechIndex): number => {
  const occurring = forms.map((form) => index.documentFrequency(form)).filter((frequency) => frequency > 0);
  return inverseFrequency(
    occurring.length === 0 ? 0 : occurring.reduce((least, frequency) => Math.min(least, frequency)),
    index.passageCount,
  );
};

/** Inverse document frequency as BM25 has it (Robertson and Zaragoza 2009, 3.1). */
export const inverseFrequency = (frequency: number, passages: number): number =>
  Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5));

/** A character that stands in more than this share of the passages tells nothing, and takes long. */
const COMMON = 0.2;

/** All terms that a question is searched by. */
export function termsOf(
  words: readonly Word[],
  text: string,
  index: SpeechIndex,
  weights: Weights,
): Map<string, number> {
  const terms = new Map<string, number>();
  for (const { parts } of words) for (const part of parts) terms.set(part, weights.part);
  for (const { term } of words) terms.set(term, 1);
  const most = COMMON * index.passageCount;
  const unknown = words
    .filter(({ term, parts }) => [term, ...parts].every((form) => index.documentFrequency(form) === 0))
    .map(({ term }) => term);
  for (const character of new Set(characters(text))) {
    const weight = unknown.some((word) => word.includes(character)) ? weights.characterOfUnknown : weights.character;
    if (index.documentFrequency(character) <= most) terms.set(character, (terms.get(character) ?? 0) + weight);
  }
  return terms;
}
