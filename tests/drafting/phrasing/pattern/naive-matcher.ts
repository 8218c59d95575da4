import type { Speech } from '../../../../src/speech/index.ts';
import { clauses, normaliseDocument, originalSpan, sentences } from '../../../../src/text/index.ts';

/** A pattern as a test draws it; how it is typed is {@link typed}. */
export type Piece = string | { any: string[] } | { all: string[] } | { one: number } | 'run';
export type Drawn = Exclude<Piece, 'run'> | { run: true };

/** A match in the original. */
export interface NaiveMatch {
  speech: string;
  start: number;
  end: number;
  /** The words of each part, normalised, with … between. */
  key: string;
  taken: string[];
}

const LONGEST_RUN = 64;

interface Segment {
  text: string;
  isFree: boolean[];
}

interface Way {
  end: number;
  taken: string[];
}

/** Every way in which the pieces can stand from a place on, the preferred one first. */
function* ways(segment: Segment, pieces: readonly Drawn[], place: number): Generator<Way> {
  const [piece, ...others] = pieces;
  if (piece === undefined) {
    yield { end: place, taken: [] };
    return;
  }
  for (const end of ends(segment, piece, place, others.length === 0)) {
    const taken = isOpen(piece) ? [segment.text.slice(place, end)] : [];
    for (const rest of ways(segment, others, end)) yield { end: rest.end, taken: [...taken, ...rest.taken] };
  }
}

const isOpen = (piece: Drawn): boolean =>
  typeof piece !== 'string' &&
  (!('any' in piece) || new Set(piece.any).size > 1) &&
  !('all' in piece && piece.all.length === 1);

const longestFirst = (words: readonly string[]): string[] => [...words].sort((a, b) => b.length - a.length);

/** Where a piece that begins at a place may end, the preferred end first. */
function ends(segment: Segment, piece: Drawn, place: number, isLast: boolean): number[] {
  if (typeof piece === 'string') return segment.text.startsWith(piece, place) ? [place + piece.length] : [];
  if ('any' in piece) return longestFirst(piece.any).flatMap((word) => ends(segment, word, place, false));
  if ('one' in piece) return charactersEnd(segment, place, piece.one);
  if ('run' in piece) return isLast ? runEnds(segment, place).slice(-1) : runEnds(segment, place);
  return piece.all.flatMap((word, i) => {
    const left = piece.all.filter((_, other) => other !== i);
    return ends(segment, word, place, false).flatMap((end) => restEnds(segment, left, end));
  });
}

/** The members that are left, each behind a run: nearer places before members in the order typed. */
function restEnds(segment: Segment, left: readonly string[], place: number): number[] {
  if (left.length === 0) return [place];
  return runEnds(segment, place).flatMap((at) =>
    left.flatMap((word, i) => {
      const others = left.filter((_, other) => other !== i);
      return ends(segment, word, at, false).flatMap((end) => restEnds(segment, others, end));
    }),
  );
}

function charactersEnd({ text }: Segment, place: number, count: number): number[] {
  const characters = [...text.slice(place)].slice(0, count);
  const isEach = characters.every((character) => /^[\p{L}\p{M}\p{N}\p{S}]$/u.test(character));
  return isEach && characters.length === count ? [place + characters.join('').length] : [];
}

function runEnds({ text, isFree }: Segment, place: number): number[] {
  const found = [place];
  let at = place;
  for (const character of text.slice(place)) {
    if (isFree[at] !== true || at + character.length - place > LONGEST_RUN) break;
    at += character.length;
    found.push(at);
  }
  return found;
}

/** The first match of a part that begins at `from` or behind it. */
function firstFrom(
  segment: Segment,
  part: readonly Drawn[],
  from: number,
  before: number,
): (Way & { start: number }) | null {
  for (let start = from; start < before; start++) {
    if (/^[\udc00-\udfff]$/.test(segment.text[start] ?? '') && /^[\ud800-\udbff]$/.test(segment.text[start - 1] ?? ''))
      continue;
    for (const way of ways(segment, part, start)) return { start, ...way };
  }
  return null;
}

/** Every match of a pattern, by trying every way at every place: slow, and plainly right. */
export function naiveMatches(speeches: readonly Speech[], parts: readonly (readonly Drawn[])[]): NaiveMatch[] {
  return speeches.flatMap((speech) =>
    [...speech.titleSpans, ...speech.passages].flatMap(({ start, end }) => {
      const original = speech.text.slice(start, end);
      const normalised = normaliseDocument(original);
      const spans = clauses(original);
      const isFree = [...normalised.offsets]
        .slice(0, -1)
        .map((at) => spans.some((span) => span.start <= at && at < span.end));
      const segment = { text: normalised.text, isFree };
      const [only] = parts;
      const matches =
        parts.length === 1 && only !== undefined
          ? oneAfterAnother(segment, only)
          : sentences(original).flatMap((span) => {
              const from = normalised.offsets.findIndex((at) => at >= span.start);
              const to = normalised.offsets.findIndex((at) => at >= span.end);
              return inSentence(segment, parts, from, to);
            });
      return matches.map((match) => {
        const back = originalSpan(normalised, match.start, match.end);
        return { ...match, speech: speech.id, start: start + back.start, end: start + back.end };
      });
    }),
  );
}

type Matched = Omit<NaiveMatch, 'speech'>;

function oneAfterAnother(segment: Segment, part: readonly Drawn[]): Matched[] {
  const found: Matched[] = [];
  let from = 0;
  for (;;) {
    const match = firstFrom(segment, part, from, segment.text.length);
    if (match === null) return found;
    found.push({ ...match, key: segment.text.slice(match.start, match.end) });
    from = match.end;
  }
}

function inSentence(segment: Segment, parts: readonly (readonly Drawn[])[], from: number, to: number): Matched[] {
  const matches: (Way & { start: number })[] = [];
  for (const part of parts) {
    let match = firstFrom(segment, part, from, to);
    while (match !== null && match.end > to) match = firstFrom(segment, part, match.start + 1, to);
    if (match === null) return [];
    matches.push(match);
  }
  return [
    {
      start: Math.min(...matches.map(({ start }) => start)),
      end: Math.max(...matches.map(({ end }) => end)),
      key: matches.map(({ start, end }) => segment.text.slice(start, end)).join('…'),
      taken: matches.flatMap(({ taken }) => taken),
    },
  ];
}

/** How a part is typed. */
export const typed = (part: readonly Drawn[]): string =>
  part
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      if ('any' in piece) return `[${piece.any.join(' ')}]`;
      if ('all' in piece) return `{${piece.all.join(' ')}}`;
      return 'run' in piece ? '*' : '?'.repeat(piece.one);
    })
    .join('');
