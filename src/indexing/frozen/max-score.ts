import { BM25 } from '../term-searcher.ts';
import type { Candidates } from './candidates.ts';
import { type PostingList, scoreOf } from './posting-list.ts';

/** Passages that are scored together: their scores stay in the nearest cache. A power of 2. */
const WINDOW = 2 ** 12;
/** With fewer postings than this in a window, these are gone through again rather than all of its scores. */
const FEW = WINDOW / 8;

/** The posting lists of a question in one segment, and how far they have been read. */
interface Reading {
  /** By what they can give at most, the least first. */
  lists: readonly PostingList[];
  /** What the first `i` lists can give together at most. */
  below: Float64Array;
  /** By list, the place of the next posting. */
  cursors: Uint32Array;
  /** Lists before this one can't bring a passage among the best by themselves. */
  firstEssential: number;
}

/**
 * The passages that may be among the best, by MaxScore (Turtle and Flood 1995) in windows of neighbouring passages, as
 * Lucene's MaxScoreBulkScorer has it: lists that even together give less than the worst of the best so far bring nobody
 * in; they are only looked up for passages that others have brought. Within a window, term at a time.
 */
export class MaxScore {
  /** By passage of the window; 0 where it holds no term. */
  private readonly scores = new Float64Array(WINDOW);
  /** Passages of the window that come into question, ascending. */
  private readonly found = new Uint32Array(WINDOW);

  /**
   * @param lists of one segment
   * @param allowed by passage, 1 where it may be found; `null` where all may
   * @param base what is added to numbers of passages
   */
  collect(lists: readonly PostingList[], allowed: Uint8Array | null, base: number, candidates: Candidates): void {
    const reading = begin(lists);
    for (let first = nextWindow(reading, candidates); first !== -1; first = nextWindow(reading, candidates)) {
      const from = reading.cursors.slice();
      const postings = this.addEssential(reading, first);
      const needed = candidates.least - (reading.below[reading.firstEssential] ?? 0);
      const count =
        postings < FEW ? this.findFew(reading, from, first, needed, allowed) : this.findMany(first, needed, allowed);
      const left = this.addOthers(reading, first, count, candidates.least);
      this.finish(first, left, base, candidates, postings < FEW);
    }
  }

  /** Adds what the essential lists give. @returns how many postings they have in the window */
  private addEssential({ lists, cursors, firstEssential }: Reading, first: number): number {
    let postings = 0;
    for (let i = firstEssential; i < lists.length; i++) {
      const list = lists[i];
      const from = cursors[i] ?? 0;
      if (list === undefined) continue;
      const next = addPostings(list, from, first, this.scores);
      cursors[i] = next;
      postings += next - from;
    }
    return postings;
  }

  private findMany(first: number, needed: number, allowed: Uint8Array | null): number {
    const { scores, found } = this;
    let count = 0;
    for (let i = 0; i < WINDOW; i++) {
      const score = scores[i] as number;
      if (score === 0 || score < needed) continue;
      if (allowed !== null && allowed[first + i] !== 1) continue;
      found[count++] = first + i;
    }
    return count;
  }

  /** As {@link findMany}, leaving no other score than those of what is found. */
  private findFew(
    { lists, cursors, firstEssential }: Reading,
    from: Uint32Array,
    first: number,
    needed: number,
    allowed: Uint8Array | null,
  ): number {
    let count = 0;
    for (let i = firstEssential; i < lists.length; i++) {
      const read = lists[i]?.passages.subarray(from[i], cursors[i]);
      if (read !== undefined) count = this.findAmong(read, first, needed, allowed, count);
    }
    const { scores, found } = this;
    const sorted = found.subarray(0, count).sort();
    for (let i = 0; i < count; i++) {
      const place = (sorted[i] ?? 0) - first;
      scores[place] = -(scores[place] ?? 0);
    }
    return count;
  }

  /** Moves the scores of what is found below 0, so that it is not found again. @returns how many are found by now */
  private findAmong(
    read: Uint32Array,
    first: number,
    needed: number,
    allowed: Uint8Array | null,
    before: number,
  ): number {
    const { scores, found } = this;
    let count = before;
    for (let at = 0; at < read.length; at++) {
      const passage = read[at] ?? 0;
      const score = scores[passage - first] ?? 0;
      if (score <= 0) continue;
      const isFound = score >= needed && (allowed === null || allowed[passage] === 1);
      scores[passage - first] = isFound ? -score : 0;
      if (isFound) found[count++] = passage;
    }
    return count;
  }

  /**
   * Looks up the lists that are not essential, for those that were found alone; whoever can't reach what is needed any
   * more is let go.
   *
   * @returns how many are left
   */
  private addOthers({ lists, below, cursors, firstEssential }: Reading, first: number, count: number, least: number) {
    let left = count;
    for (let i = firstEssential - 1; i >= 0 && left > 0; i--) {
      const list = lists[i];
      if (list === undefined) continue;
      cursors[i] = this.lookUp(list, cursors[i] ?? 0, first, left);
      left = this.keep(first, left, least - (below[i] ?? 0));
    }
    return left;
  }

  /** Adds what a list gives to those that were found. @returns the place in the list that was come to */
  private lookUp(list: PostingList, from: number, first: number, count: number): number {
    const { scores, found } = this;
    let at = from;
    for (let i = 0; i < count; i++) {
      const passage = found[i] ?? 0;
      at = seek(list.passages, at, list.end, passage);
      if (at === list.end) break;
      if (list.passages[at] === passage) scores[passage - first] = (scores[passage - first] ?? 0) + scoreOf(list, at);
    }
    return at;
  }

  /** Lets go of those whose score is less than is needed. @returns how many are left */
  private keep(first: number, count: number, needed: number): number {
    const { scores, found } = this;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const passage = found[i] ?? 0;
      if ((scores[passage - first] ?? 0) < needed) scores[passage - first] = 0;
      else found[kept++] = passage;
    }
    return kept;
  }

  private finish(first: number, left: number, base: number, candidates: Candidates, isFew: boolean): void {
    const { scores, found } = this;
    for (let i = 0; i < left; i++) {
      const passage = found[i] ?? 0;
      candidates.add(base + passage, scores[passage - first] ?? 0);
      scores[passage - first] = 0;
    }
    if (!isFew) scores.fill(0);
  }
}

function begin(all: readonly PostingList[]): Reading {
  const lists = all.toSorted((a, b) => a.bound - b.bound);
  const below = new Float64Array(lists.length + 1);
  for (const [i, { bound }] of lists.entries()) below[i + 1] = (below[i] ?? 0) + bound;
  return { lists, below, cursors: Uint32Array.from(lists, ({ start }) => start), firstEssential: 0 };
}

/** The first passage of the next window in which an essential list has postings; -1 where nobody can come in any more. */
function nextWindow(reading: Reading, { least }: Candidates): number {
  const { lists, below, cursors } = reading;
  while (reading.firstEssential < lists.length && (below[reading.firstEssential + 1] ?? 0) < least)
    reading.firstEssential++;
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = reading.firstEssential; i < lists.length; i++) {
    const { passages, end } = lists[i] ?? { passages: cursors, end: 0 };
    const at = cursors[i] ?? 0;
    if (at < end) nearest = Math.min(nearest, passages[at] ?? 0);
  }
  return nearest === Number.POSITIVE_INFINITY ? -1 : nearest - (nearest % WINDOW);
}

/** Adds what the postings of a window give to its scores. @returns the place of the first posting behind it */
function addPostings(list: PostingList, from: number, first: number, scores: Float64Array): number {
  const { passages, frequencies, lengths, norms, end, weight, rarity } = list;
  const { k, d } = BM25;
  const mark = markOf(list);
  const last = first + WINDOW;
  let at = from;
  for (; at < end; at++) {
    const passage = passages[at] as number;
    if (passage >= last) break;
    const frequency = frequencies[at] as number;
    const norm = norms[lengths[passage] as number] as number;
    // As `scoreOf`, written out: a call for each posting would take as long again.
    const score = weight * (rarity * (d + (frequency * (k + 1)) / (frequency + norm)));
    scores[passage - first] = (scores[passage - first] as number) + score + mark;
  }
  return at;
}

/** What a term without weight gives besides nothing, so that passages which hold it alone are seen. */
const markOf = ({ weight }: PostingList): number => (weight === 0 ? Number.MIN_VALUE : 0);

/** The first place from `from` on whose number is not below `value`: in steps that double, then by halving. */
function seek(sorted: Uint32Array, from: number, end: number, value: number): number {
  let step = 1;
  let low = from;
  while (low + step <= end && (sorted[low + step - 1] as number) < value) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step - 1, end);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
