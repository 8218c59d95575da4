import type { CharacterIndex } from '../../../indexing/index.ts';
import { type Element, LONGEST_RUN, type Part } from './pattern.ts';

/** The words of a part that stand least often, and that every match of it holds. */
export interface Anchor {
  /** Number of their element in the part. */
  element: number;
  words: readonly string[];
  /** No more places than this. */
  most: number;
}

/** How many of a part's rarest words are counted to choose from. */
const COUNTED = 2;

/** What a part is looked for by. */
export function anchorOf(index: CharacterIndex, part: Part): Anchor {
  const all = part.flatMap((element, number) =>
    choicesOf(element).map((words) => ({ element: number, words, most: estimate(index, words) })),
  );
  const rarest = all.sort((a, b) => a.most - b.most).slice(0, COUNTED);
  if (rarest.length === 1 || (rarest[0]?.most ?? 0) < WORTH_COUNTING) return rarest[0] ?? NOTHING;
  return rarest.map((anchor) => counted(index, anchor)).sort((a, b) => a.most - b.most)[0] ?? NOTHING;
}

/** Below this, one is as good as the other. */
const WORTH_COUNTING = 1000;
/** Beyond this, nothing is counted one by one. */
const COUNTABLE = 1_000_000;
const NOTHING: Anchor = { element: 0, words: [], most: 0 };

const counted = (index: CharacterIndex, anchor: Anchor): Anchor =>
  anchor.most > COUNTABLE ? anchor : { ...anchor, most: placesOf(index, anchor).length };

function choicesOf(element: Element): (readonly string[])[] {
  if (element.kind === 'words') return [element.words];
  return element.kind === 'all' ? [...element.members] : [];
}

const estimate = (index: CharacterIndex, words: readonly string[]): number =>
  words.reduce((sum, word) => sum + index.mostOccurrences(word), 0);

/** Where an anchor's words stand, ascending. */
export function placesOf(index: CharacterIndex, { words }: Anchor): Uint32Array {
  const [only] = words;
  if (words.length === 1 && only !== undefined) return index.occurrences(only);
  const each = words.map((word) => index.occurrences(word));
  const places = new Uint32Array(each.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const found of each) {
    places.set(found, at);
    at += found.length;
  }
  return places.sort();
}

/** No match of the part that has its anchor at `place` begins before this. */
export function leftmostStart(index: CharacterIndex, part: Part, { element, words }: Anchor, place: number): number {
  let start = place;
  const anchored = part[element];
  if (anchored?.kind === 'all') start = beforeAll(index, anchored, start);
  for (let k = element - 1; k >= 0 && words.length > 0; k--) start = before(index, part[k], start);
  return Math.max(0, start);
}

function before(index: CharacterIndex, element: Element | undefined, place: number): number {
  switch (element?.kind) {
    case 'words':
      return place - (element.words[0]?.length ?? 0);
    case 'characters':
      return place - 2 * element.count;
    case 'run':
      return backInClause(index, place, LONGEST_RUN);
    case 'all':
      return beforeAll(index, element, place);
    default:
      return place;
  }
}

/** Members of letters alone stand in one clause with the runs between them. */
function beforeAll(index: CharacterIndex, { members }: Extract<Element, { kind: 'all' }>, place: number): number {
  const longest = members.reduce((sum, words) => sum + (words[0]?.length ?? 0) + LONGEST_RUN, -LONGEST_RUN);
  const isOneClause = members.flat().every((word) => /^[\p{L}\p{N}]+$/u.test(word));
  return isOneClause ? backInClause(index, place, longest) : place - longest;
}

function backInClause(index: CharacterIndex, place: number, most: number): number {
  let at = Math.max(0, place);
  while (at > 0 && place - at < most && index.isInClause(at - 1)) at--;
  return at;
}
