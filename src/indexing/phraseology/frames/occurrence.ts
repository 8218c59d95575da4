import { wordsAt } from '../../../speech/index.ts';
import type { Place } from '../item.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { SpeechWords } from '../words.ts';

/** A frame in its place: its fixed words as positions of words in a speech. */
export interface Occurrence {
  speech: SpeechWords;
  anchors: number[];
  /** For each anchor, what is behind the last word of the run that it stands in. */
  ends: number[];
}

/** The frame that an occurrence is of: its fixed words, … for the slots between them, a comma where clauses part. */
export function frameText({ speech, anchors, ends }: Occurrence, vocabulary: Vocabulary): string {
  let text = '';
  for (const [i, anchor] of anchors.entries()) {
    const before = anchors[i - 1];
    if (before !== undefined) text += joint(before, anchor, ends[i - 1] ?? anchor);
    text += vocabulary.word(speech.words[anchor] ?? -1);
  }
  return text;
}

const joint = (before: number, anchor: number, end: number): string => {
  if (anchor >= end) return '…，';
  return anchor === before + 1 ? '' : '…';
};

/** Ranges of words that fill the slots between the anchors, and last what follows the last anchor in its run (may be empty). */
export function slotsOf({ anchors, ends }: Occurrence): { from: number; to: number }[] {
  const slots: { from: number; to: number }[] = [];
  for (const [i, anchor] of anchors.entries()) {
    const next = anchors[i + 1];
    const end = ends[i] ?? anchor + 1;
    const to = next === undefined ? end : Math.min(next, end);
    if (next === undefined || to > anchor + 1) slots.push({ from: anchor + 1, to });
  }
  return slots;
}

/** The words of a slot as the speech has them, half pairs of quotation marks at their edges made whole. */
export function slotWords({ source, starts, ends }: SpeechWords, slot: { from: number; to: number }): string {
  const start = starts[slot.from] ?? 0;
  const end = ends[slot.to - 1] ?? 0;
  const words = wordsAt(source, { start, end });
  const opens = words.lastIndexOf('“') > words.lastIndexOf('”') && source.text[end] === '”';
  const closes = /^[^“]*”/.test(words) && source.text[start - 1] === '“';
  return wordsAt(source, { start: closes ? start - 1 : start, end: opens ? end + 1 : end });
}

/** From the first anchor to the last word of the last slot, or to the last anchor if the frame closes with it. */
export function placeOf({ speech, anchors, ends }: Occurrence, isOpen: boolean): Place {
  const first = anchors[0] ?? 0;
  const last = isOpen ? (ends.at(-1) ?? 0) - 1 : (anchors.at(-1) ?? 0);
  return { speech: speech.speech, start: speech.starts[first] ?? 0, end: speech.ends[last] ?? 0 };
}
