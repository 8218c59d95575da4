import type { SpeechIndex } from '../../indexing/index.ts';
import { loadSegmenter, normaliseText, withArabicNumerals } from '../../text/index.ts';
import type { Question, Word } from '../question/index.ts';
import type { Candidate } from './rank.ts';
import { wording } from './wording.ts';

/** Meetings and plans that a number tells apart: another number is another matter. */
const NUMBERED =
  /第?(?:[一二三四五六七八九十百]+|\d+)(?:届[一二三四五六七八九]中全会|大(?=报告|精神|以来|召开|$|[\s，,])|次(?:全国)?(?:党?代表?大?会|会议)|个?五年?规划)/gu;

/**
 * What a question names and neither the corpus nor, of a numbered meeting or plan, an answer says: words of the dictionary
 * that occur nowhere.
 *
 * @param shown the passages that are shown
 */
export function missingWords(
  index: SpeechIndex,
  query: string,
  question: Question,
  shown: readonly Candidate[],
): string[] {
  const typed = withArabicNumerals(normaliseText(query)).split(/[\s，,。、；;！!？?“”"]+/u);
  const absent = question.words.filter((word) => isAbsent(word, index)).map(({ term }) => named(term, typed));
  const texts = shown.map(({ place }) => wording(place));
  const numbered = Array.from(normaliseText(query).matchAll(NUMBERED), ([words]) => words).filter(
    (words) => !texts.some((text) => text.includes(words)),
  );
  return [...new Set([...numbered, ...absent])];
}

function isAbsent({ term, parts }: Word, index: SpeechIndex): boolean {
  if ([...term].length < 2 || !loadSegmenter().isWord(term)) return false;
  return [term, ...parts].every((form) => index.documentFrequency(form) === 0);
}

/** The segmenter may have cut a character off the word (元 宇宙). */
const named = (term: string, typed: readonly string[]): string =>
  typed.find((words) => words.includes(term) && [...words].length <= [...term].length + 1) ?? term;
