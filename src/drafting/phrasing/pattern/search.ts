import type { CharacterIndex } from '../../../indexing/index.ts';
import type { Span } from '../../../speech/index.ts';
import { type Anchor, leftmostStart } from './anchor.ts';
import { type Effort, Matcher } from './matcher.ts';
import type { Part, Pattern } from './pattern.ts';

/** What is looked for: a pattern, and where to begin to look. */
export interface Quest {
  kind: 'quest';
  pattern: Pattern;
  /** The part whose anchor is rarest. */
  part: number;
  anchor: Anchor;
  /** Where the anchor stands, ascending: all places, or those in the speeches that are kept. */
  places: Uint32Array;
  effort: Effort;
}

type MayBegin = (text: string, place: number) => boolean;

interface Seeker {
  matcher: Matcher;
  mayBegin: MayBegin;
}

/** Hears of each match, in the order of the text; of several parts, the match of each in the order of the pattern. */
export type Hear = (start: number, end: number, parts: readonly Span[]) => void;

/** Every match, apart, in the order of the text. Stops when the effort is spent. */
export function search(index: CharacterIndex, quest: Quest, hear: Hear): void {
  if (quest.pattern.parts.length === 1) searchPart(index, quest, hear);
  else searchSentences(index, quest, hear);
}

/**
 * One part: where its anchor stands, places before it are tried from the leftmost on that a match could begin at. Every
 * match holds its anchor, so that none is missed, and most places are never looked at.
 */
function searchPart(index: CharacterIndex, { pattern, part: number, anchor, places, effort }: Quest, hear: Hear): void {
  const part = pattern.parts[number] ?? [];
  const matcher = new Matcher(index, part, effort);
  const mayBegin = beginningOf(part);
  let untried = 0;
  for (const place of places) {
    if (place < untried) continue;
    if (effort.isSpent) return;
    // No match reaches from one segment into another; the one before may be of a speech that was not asked.
    const from = Math.max(index.segmentAt(place).start, leftmostStart(index, part, anchor, place));
    if (from > untried) matcher.forget();
    untried = hearAll({ matcher, mayBegin }, index.text, { start: Math.max(from, untried), end: place + 1 }, hear);
  }
}

/** Hears of the matches that begin in a span; returns where the next may begin. */
function hearAll({ matcher, mayBegin }: Seeker, text: string, { start, end: behind }: Span, hear: Hear): number {
  let at = start;
  while (at < behind) {
    const end = mayBegin(text, at) ? matcher.matchAt(at) : -1;
    if (end !== -1) hear(at, end, [{ start: at, end }]);
    at = end === -1 ? at + 1 : end;
  }
  return at;
}

/** Several parts: every sentence that holds the anchor is asked for the first match of each. */
function searchSentences(index: CharacterIndex, { pattern, places, effort }: Quest, hear: Hear): void {
  const seekers = pattern.parts.map((part) => ({
    matcher: new Matcher(index, part, effort),
    mayBegin: beginningOf(part),
  }));
  let asked = 0;
  for (const place of places) {
    if (place < asked) continue;
    if (effort.isSpent) return;
    const sentence = index.sentenceAt(place);
    asked = sentence.end;
    const parts: Span[] = [];
    for (const seeker of seekers) {
      const first = firstIn(index, sentence, seeker, effort);
      if (first === null) break;
      parts.push(first);
    }
    if (parts.length < seekers.length) continue;
    const start = parts.reduce((least, part) => Math.min(least, part.start), sentence.end);
    const end = parts.reduce((most, part) => Math.max(most, part.end), start);
    hear(start, end, parts);
  }
}

/** The first match in a sentence. */
function firstIn(index: CharacterIndex, sentence: Span, { matcher, mayBegin }: Seeker, effort: Effort): Span | null {
  matcher.forget();
  effort.spend((sentence.end - sentence.start) >> 3);
  for (let start = sentence.start; start < sentence.end; start++) {
    if (!mayBegin(index.text, start)) continue;
    const end = matcher.matchAt(start);
    if (end !== -1 && end <= sentence.end) return { start, end };
  }
  return null;
}

/** Whether a match of a part can begin at a place at all: the cheap question first. */
function beginningOf(part: Part): MayBegin {
  const words = firstWords(part);
  if (words === null) return (text, place) => !isInsideCharacter(text, place);
  const units = new Set(words.map((word) => word.charCodeAt(0)));
  const [only] = units;
  if (units.size === 1) return (text, place) => text.charCodeAt(place) === only;
  return (text, place) => units.has(text.charCodeAt(place));
}

function firstWords([first]: Part): readonly string[] | null {
  if (first?.kind === 'words') return first.words;
  return first?.kind === 'all' ? first.members.flat() : null;
}

const isInsideCharacter = (text: string, place: number): boolean =>
  isLow(text.charCodeAt(place)) && isHigh(text.charCodeAt(place - 1));
const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
