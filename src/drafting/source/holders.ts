import type { CharacterIndex, SpeechIndex } from '../../indexing/index.ts';
import type { Span, Speech } from '../../speech/index.ts';
import { LETTER_OR_DIGIT } from './plain-text.ts';

/** A speech that a plain quote may stand in. */
export interface Holder {
  speech: Speech;
  /** Whether it does stand there, as far as can be told without reading the speech. */
  isSure: boolean;
}

/** What headings are numbered with: said, and no part of the words that the characters of an index have. */
const NUMBERING = /[一二三四五六七八九十百第部分篇章讲\d]/;
/** What a blank may be made of, normalised. A quote has none; a passage may have one in the middle of it. */
const BLANK = /[x〇]/;

/**
 * The speeches that may say a plain quote, in their order: all that do, and hardly any others. Found by the rarest letter of
 * the quote, with its neighbours as far as the passage or heading goes, so that the others need not be read.
 */
export function holdersOf({ characters, speeches }: SpeechIndex, plain: string): Holder[] {
  const at = rarestLetter(characters, plain);
  if (at === -1) return speeches.map((speech) => ({ speech, isSure: false }));
  const found = new Map<number, boolean>();
  let speech = 0;
  for (const place of characters.occurrences(plain.charAt(at))) {
    speech = characters.speechFrom(speech, place);
    if (found.get(speech) === true) continue;
    const how = standsAt(characters, place, plain, at);
    if (how !== 'no') found.set(speech, how === 'surely');
  }
  return [...found].flatMap(([position, isSure]) => {
    const holder = speeches[position];
    return holder === undefined ? [] : [{ speech: holder, isSure }];
  });
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

type Certainty = 'no' | 'perhaps' | 'surely';

/** Whether a quote stands around a place where its letter `at` does. */
function standsAt(characters: CharacterIndex, place: number, plain: string, at: number): Certainty {
  const segment = characters.segmentAt(place);
  const behind = goesOn(characters.text, segment, { place, step: 1 }, { plain, at });
  if (behind === 'no') return 'no';
  const before = goesOn(characters.text, segment, { place, step: -1 }, { plain, at });
  return before === 'surely' ? behind : before;
}

/** The character that a unit is of, or is half of. */
const characterAt = (text: string, place: number): string => {
  const isSecondHalf = (text.charCodeAt(place) & 0xfc00) === 0xdc00;
  return String.fromCodePoint(text.codePointAt(isSecondHalf ? place - 1 : place) ?? 0);
};

/** Whether a quote goes on to its end from one of its letters on, letter by letter; what is no letter is passed over. */
function goesOn(
  text: string,
  { start, end }: Span,
  { place, step }: { place: number; step: 1 | -1 },
  { plain, at }: { plain: string; at: number },
): Certainty {
  let next = at + step;
  for (let i = place + step; next >= 0 && next < plain.length; i += step) {
    // It may go on in another passage, or in the number of a heading.
    if (i < start || i >= end) return 'perhaps';
    const letter = text.charAt(i);
    if (BLANK.test(letter)) return 'perhaps';
    if (letter === plain.charAt(next)) next += step;
    else if (LETTER_OR_DIGIT.test(characterAt(text, i))) return 'no';
  }
  return 'surely';
}
