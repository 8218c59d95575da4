import type { Place } from '../../indexing/index.ts';
import type { Span, Speech } from '../../speech/index.ts';
import { type Passage, walkSections, wordsAt } from '../../speech/index.ts';
import { blanks, normaliseDocument } from '../../text/index.ts';

/**
 * A text reduced to its letters and digits in normalised form, so that quotes are recognised whatever happened to their
 * punctuation, spaces, width, script, or the blanks (X) that authors leave; with the way back to the original.
 */
export interface PlainText {
  text: string;
  /** `starts[i]` is where the character behind `text[i]` begins in the original, `ends[i]` where it ends. */
  starts: number[];
  ends: number[];
}

export const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const LETTERS_AND_DIGITS = /[\p{L}\p{N}]/gu;

export function plainText(original: string, offset = 0): PlainText {
  const { text, offsets, ends: originalEnds } = normaliseDocument(original);
  const kept: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const blank = new Set(
    blanks(text).flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)),
  );
  for (const { 0: character, index } of text.matchAll(LETTERS_AND_DIGITS)) {
    if (blank.has(index)) continue;
    kept.push(character);
    for (let i = index; i < index + character.length; i++) {
      starts.push(offset + (offsets[i] ?? 0));
      ends.push(offset + (originalEnds[i] ?? 0));
    }
  }
  return { text: kept.join(''), starts, ends };
}

const known = new WeakMap<Speech, PlainText>();

/** What a speech says, from its title to its end, without notices and furniture. Made once a speech. */
export function spokenText(speech: Speech): PlainText {
  const remembered = known.get(speech);
  if (remembered !== undefined) return remembered;
  const pieces = spokenSpans(speech).map(({ start, end }) => plainText(speech.text.slice(start, end), start));
  const spoken = {
    text: pieces.map((piece) => piece.text).join(''),
    starts: pieces.flatMap((piece) => piece.starts),
    ends: pieces.flatMap((piece) => piece.ends),
  };
  known.set(speech, spoken);
  return spoken;
}

const passages = new WeakMap<Passage, PlainText>();

/** What a passage says. Made once a passage. */
export function passageText({ speech, passage }: Place): PlainText {
  const remembered = passages.get(passage);
  if (remembered !== undefined) return remembered;
  const made = plainText(wordsAt(speech, passage), passage.start);
  passages.set(passage, made);
  return made;
}

function spokenSpans(speech: Speech): Span[] {
  const headings = [...walkSections(speech.sections)]
    .filter(({ section }) => section.kind === 'heading')
    .map(({ section }) => ({ start: section.start, end: section.headingEnd }));
  return [...speech.titleSpans, ...headings, ...speech.passages].sort((a, b) => a.start - b.start);
}

/** The original span of `text[from, from + length)`, which is not empty. */
export function originalSpan({ starts, ends }: PlainText, from: number, length: number): Span {
  const start = starts[from] ?? 0;
  return { start, end: ends[from + length - 1] ?? start };
}
