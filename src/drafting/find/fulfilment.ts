import type { Place } from '../../indexing/index.ts';
import { yearOf } from '../../speech/index.ts';
import type { Part, Wishes } from '../question/index.ts';
import type { Weights } from '../weights.ts';

/** How well the speech and the place of a passage are what was wished for, 0..1. A wish narrows, it does not forbid. */
export function fulfilment(place: Place, { year, genre, part }: Wishes, weights: Weights): number {
  let share = 1;
  if (year !== undefined && yearOf(place.speech) !== year) share *= weights.otherYear;
  if (genre !== undefined && place.speech.genre !== genre) share *= weights.otherKind;
  if (part !== undefined && !isIn(place, part)) share *= weights.otherKind;
  return share;
}

/** A speech closes with its last paragraphs, under a heading or not. */
const CLOSING = 2;

function isIn({ speech, passage }: Place, part: Part): boolean {
  switch (part) {
    case 'opening':
      return speech.stretches.some(({ role, start, end }) => role === 'opening' && isWithin(passage, start, end));
    case 'closing':
      return (
        speech.stretches.some(({ role, start, end }) => role === 'call' && isWithin(passage, start, end)) ||
        speech.passages.slice(-CLOSING).includes(passage)
      );
    case 'problems':
      return speech.sections.some(({ role, start, end }) => role === 'problems' && isWithin(passage, start, end));
  }
}

const isWithin = (passage: { start: number }, start: number, end: number): boolean =>
  passage.start >= start && passage.start < end;
