import type { CharacterIndex, SpeechIndex } from '../../indexing/index.ts';
import type { Speech } from '../../speech/index.ts';
import { LETTER_OR_DIGIT } from './plain-text.ts';

/** What headings are numbered with: said, and no part of the words that the characters of an index have. */
const NUMBERING = /[一二三四五六七八九十百第部分篇章讲\d]/;
/** What a blank may be made of, normalised. A quote has none; a passage may have one in the middle of it. */
const BLANK = /[x〇]/;

/**
 * The speeches that may say a plain quote, in their order: all that do, and hardly any others. Found by the rarest letter of
 * the quote, with its neighbours as far as the passage or heading goes, so that the others need not be read.
 */
export function speechesThatMayHold({ characters, speeches }: SpeechIndex, plain: string): readonly Speech[] {
  const at = rarestLetter(characters, plain);
  if (at === -1) return speeches;
  const found = new Set<number>();
  let speech = 0;
  for (const place of characters.occurrences(plain.charAt(at))) {
    speech = characters.speechFrom(speech, place);
    if (!found.has(speech) && mayStandAt(characters, place, plain, at)) found.add(speech);
  }
  return [...found].flatMap((position) => speeches[position] ?? []);
}

/** Position of the letter of a quote that stands in the fewest places; -1 where no letter tells anything. */
function rarestLetter(characters: CharacterIndex, plain: string): number {
  let rarest = { at: -1, count: Number.POSITIVE_INFINITY };
  for (let at = 0; at < plain.length; at++) {
    const letter = plain.charAt(at);
    if (NUMBERING.test(letter) || BLANK.test(letter)) continue;
    const count = characters.mostOccurrences(letter);
    if (count < rarest.count) rarest = { at, count };
  }
  return rarest.at;
}

/** Whether nothing around a place, where a letter of the quote stands, keeps the whole quote from standing there. */
function mayStandAt(characters: CharacterIndex, place: number, plain: string, at: number): boolean {
  const { text } = characters;
  const { start, end } = characters.segmentAt(place);
  const goesOn = (from: number, step: 1 | -1): boolean => {
    let next = at + step;
    for (let i = from; i >= start && i < end && next >= 0 && next < plain.length; i += step) {
      const letter = text.charAt(i);
      if (BLANK.test(letter)) return true;
      if (letter === plain.charAt(next)) next += step;
      else if (LETTER_OR_DIGIT.test(letter)) return false;
    }
    return true;
  };
  return goesOn(place + 1, 1) && goesOn(place - 1, -1);
}
