import type { PointMark } from './point-marks.ts';

/** A mark in its place: which of the paragraphs that stand together, and where the sentence before it ends. */
export interface PlacedMark extends PointMark {
  paragraph: number;
  /** Nothing but the lead stands between the mark before it and this one. */
  followsLead: boolean;
}

/** A point with the points under it. */
export interface PointNode {
  mark: PlacedMark;
  children: PointNode[];
}

/** Lists nest no deeper in any speech; a bound on what is built from hostile text. */
const DEEPEST = 4;

/**
 * Nests the points of paragraphs that stand together. A mark that counts on goes beside the one it follows. One that
 * begins another list goes under the open point if it is of a lower rank and in the same paragraph, if that point's own
 * list goes on behind it, if points before it hold lists in the same way, or if nothing but the point's lead stands
 * between; else it begins a list beside it.
 */
export function nestPoints(marks: readonly PlacedMark[]): PointNode[] {
  const roots: PointNode[] = [];
  const open: PointNode[] = [];
  const places = placesOf(marks);
  marks.forEach((mark, i) => {
    const node: PointNode = { mark, children: [] };
    const sibling = siblingOf(open, mark);
    if (sibling >= 0) open.length = sibling;
    else while (open.length > 0 && !holds(open, roots, mark, i, places)) open.length--;
    (open.at(-1)?.children ?? roots).push(node);
    open.push(node);
  });
  return roots;
}

/** The open point that a mark goes beside: the one it follows by number and place, else by number, else by wording. */
function siblingOf(open: readonly PointNode[], mark: PlacedMark): number {
  let best = -1;
  let bestFit = 0;
  for (let depth = open.length - 1; depth >= 0; depth--) {
    const fit = fitOf((open[depth] as PointNode).mark, mark);
    if (fit > bestFit) {
      best = depth;
      bestFit = fit;
    }
  }
  return best;
}

const isAtStart = (mark: PlacedMark): boolean => mark.at === 0;

/**
 * How well one mark goes on from an earlier one, 0 where it does not. A higher number goes on; a lower one too (lists
 * are numbered badly) if it is worded the same, unless it begins anew inside the paragraph that the earlier one begins.
 */
function fitOf(earlier: PlacedMark, later: PlacedMark): number {
  if (earlier.style !== later.style) return 0;
  const isWordedAlike = earlier.wording === later.wording;
  if (earlier.style === 'decimal' && !isWordedAlike) return 0;
  const isInside = isAtStart(earlier) && !isAtStart(later) && earlier.paragraph === later.paragraph;
  if (isInside && later.ordinal === 1) return 0;
  if (later.ordinal <= earlier.ordinal) return isWordedAlike ? 1 : 0;
  const isNext = later.ordinal === earlier.ordinal + 1;
  return 2 + (isNext ? 2 : 0) + (isWordedAlike ? 1 : 0) + (isAtStart(earlier) === isAtStart(later) ? 1 : 0);
}

function holds(
  open: readonly PointNode[],
  roots: readonly PointNode[],
  mark: PlacedMark,
  i: number,
  places: Places,
): boolean {
  const innermost = open.at(-1);
  if (innermost === undefined || open.length >= DEEPEST) return false;
  if (mark.style === 'bare') return innermost.mark.style !== 'bare' && innermost.mark.paragraph === mark.paragraph;
  if (isInside(innermost.mark, mark) || isBelow(innermost.mark, mark)) return true;
  const siblings = open.at(-2)?.children ?? roots;
  const isWonted = siblings.some((node) => node !== innermost && holdsLikewise(node, innermost.mark, mark));
  return isWonted || goesOn(innermost.mark, mark, i, places) || mark.followsLead;
}

/** Which lists stand in which, by custom: 第一 holds 一是, that holds 首先, that 其一, that （1）. */
const RANK: Readonly<Record<PlacedMark['style'], number>> = {
  article: 0,
  decimal: 0,
  dash: 1,
  item: 1,
  ordinal: 1,
  cardinal: 2,
  aspect: 3,
  sequence: 3,
  member: 4,
  figure: 4,
  bracket: 5,
  bare: 6,
};

/** A list of a lower rank inside a point's own paragraph is the point's. */
const isInside = (outer: PlacedMark, inner: PlacedMark): boolean =>
  outer.paragraph === inner.paragraph && RANK[inner.style] > RANK[outer.style];

/** An article holds all that is counted up to the next, and 1.1 what is numbered 1.1.1. */
const isBelow = (outer: PlacedMark, inner: PlacedMark): boolean =>
  (outer.style === 'article' && inner.style !== 'article') ||
  (outer.style === 'decimal' &&
    inner.style === 'decimal' &&
    inner.wording.startsWith(`${outer.wording}${outer.ordinal}.`));

/** Whether a point holds a list as this mark would be held: in its own paragraph, or in those below it. */
const holdsLikewise = (node: PointNode, outer: PlacedMark, inner: PlacedMark): boolean =>
  node.children.some(
    ({ mark }) =>
      mark.style !== 'bare' && (mark.paragraph === node.mark.paragraph) === (inner.paragraph === outer.paragraph),
  );

/** Where in the list of marks each kind of list has its marks. */
interface Places {
  of: ReadonlyMap<string, readonly number[]>;
  marks: readonly PlacedMark[];
}

/** A style, a style in one wording, and that at the beginning of paragraphs. */
const kindsOf = (mark: PlacedMark): string[] => [
  mark.style,
  `${mark.style} ${mark.wording}`,
  ...(isAtStart(mark) ? [`${mark.style} ${mark.wording} start`] : []),
];

function placesOf(marks: readonly PlacedMark[]): Places {
  const of = new Map<string, number[]>();
  marks.forEach((mark, i) => {
    for (const kind of kindsOf(mark)) {
      const places = of.get(kind);
      if (places === undefined) of.set(kind, [i]);
      else places.push(i);
    }
  });
  return { of, marks };
}

/**
 * Whether the list of `outer` goes on behind place `i`, where `inner` begins. In its own paragraph, any higher number
 * does; across paragraphs only the very next one. Lists of one style are told apart by their wording inside a
 * paragraph; where that is alike too, or the paragraphs differ, both must begin paragraphs.
 */
function goesOn(outer: PlacedMark, inner: PlacedMark, i: number, { of, marks }: Places): boolean {
  const isNear = outer.paragraph === inner.paragraph;
  const isWordedApart = outer.wording !== inner.wording && isNear;
  const isByStart = outer.style === inner.style && !isWordedApart;
  if (isByStart && !isAtStart(outer)) return false;
  const kind =
    outer.style !== inner.style ? outer.style : `${outer.style} ${outer.wording}${isByStart ? ' start' : ''}`;
  const next = marks[firstBehind(of.get(kind), i)];
  if (next === undefined) return false;
  if (outer.style === 'dash') return true;
  return isNear && next.paragraph === outer.paragraph
    ? next.ordinal > outer.ordinal
    : next.ordinal === outer.ordinal + 1;
}

function firstBehind(places: readonly number[] | undefined, i: number): number {
  if (places === undefined) return -1;
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) <= i) low = middle + 1;
    else high = middle;
  }
  return places[low] ?? -1;
}
