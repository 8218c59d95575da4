import type { Span } from '../speech/index.ts';
import { normalise, normaliseDocumentText, normaliseText, originalSpan } from './normalise.ts';
import { withArabicNumerals } from './numerals.ts';
import { loadSegmenter, type Segmenter } from './segmenter.ts';
import { STOP_WORDS } from './stop-words.ts';

/** Goes up with every change that makes other terms of the same text: an index of another version is refused. */
export const ANALYSER_VERSION = 6;

/** A term and where it stands in the original text. */
export interface Token extends Span {
  term: string;
}

const HAS_LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
/** The blanks that authors leave for names and figures (X市, XX万元, ××同志). × is a sign and falls out as such. */
const PLACEHOLDER = /^x+$/;

const isTerm = (word: string): boolean =>
  HAS_LETTER_OR_DIGIT.test(word) && !STOP_WORDS.has(word) && !PLACEHOLDER.test(word);

/** The terms of a text, in order, repeated as they repeat: what is indexed, and what is asked. */
export const terms = (original: string): string[] => wordsForSearch(normaliseText(original)).filter(isTerm);

/** Han characters, one by one. */
const HAN = /\p{Script=Han}/gu;

/** The Han characters of a text that can be searched for by themselves, in order, repeated as they repeat. */
export const characters = (original: string): string[] => charactersIn(normaliseText(original));

const charactersIn = (text: string): string[] =>
  (text.match(HAN) ?? []).filter((character) => !STOP_WORDS.has(character));

/**
 * What an index holds of a text: its terms, its characters one by one, and the years and percentages that it spells out
 * (二〇二〇年) in Arabic numerals. Words are what tells passages apart; single characters find what was cut otherwise, and
 * words that share a root (公寓 and 寓所).
 */
export const indexTerms = (original: string): string[] => {
  const text = normaliseDocumentText(original);
  const arabic = withArabicNumerals(text);
  const numbers = arabic === text ? [] : (arabic.match(/\d+(?:\.\d+)?%?/g) ?? []);
  return [...wordsForSearch(text).filter(isTerm), ...charactersIn(text), ...numbers];
};

/** {@link terms}, each with its place in the original text; a word inside a longer word comes before it. */
export function tokens(original: string): Token[] {
  const normalised = normalise(original);
  const result: Token[] = [];
  for (const { word, start } of locateWords(loadSegmenter(), normalised.text)) {
    if (!isTerm(word)) continue;
    result.push({ term: word, ...originalSpan(normalised, start, start + word.length) });
  }
  return result;
}

const wordsForSearch = (text: string): string[] =>
  text === '' ? [] : withPercentages(loadSegmenter().cutForSearch(text));

const NUMBER = /^\d+(?:\.\d+)?$/;

/** A percentage is a term of its own (6%), apart from the bare number: jieba gives the sign as the next word. */
function withPercentages(words: readonly string[]): string[] {
  if (!words.includes('%')) return [...words];
  return words.map((word, i) => withSign(word, words[i + 1]));
}

const withSign = (word: string, next: string | undefined): string =>
  next === '%' && NUMBER.test(word) ? `${word}%` : word;

/** jieba gives words without offsets; `cut` walks the text word by word and shows which of the others lie inside. */
function* locateWords(segmenter: Segmenter, text: string): Generator<{ word: string; start: number }> {
  if (text === '') return;
  const fine = segmenter.cutForSearch(text);
  let next = 0;
  let start = 0;
  for (const whole of segmenter.cut(text)) {
    let from = 0;
    while (fine[next] !== undefined && fine[next] !== whole) {
      const part = fine[next++] ?? '';
      const at = whole.indexOf(part, from);
      if (at >= 0) yield { word: part, start: start + at };
      // Parts come by length, each length from left to right: after a longer one begins, the search starts over.
      from = part.length === (fine[next]?.length ?? 0) ? at + 1 : 0;
    }
    next++;
    yield { word: withSign(whole, text.charAt(start + whole.length)), start };
    start += whole.length;
  }
}
