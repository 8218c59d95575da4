import { BM25 } from '../term-searcher.ts';
import { BLOCK } from './block-tops.ts';
import type { Candidates } from './candidates.ts';
import { type PostingList, scoreOf } from './posting-list.ts';
import { Reading, WINDOW } from './reading.ts';

/** With fewer postings than this in a window, these are gone through again rather than all of its scores. */
const FEW = WINDOW / 8;

/** The passages that may be found. */
interface Scope {
  /** By passage, 1 where it may be found; `null` where all may. */
  allowed: Uint8Array | null;
  candidates: Candidates;
}

/**
 * The passages that may be among the best, by MaxScore (Turtle and Flood 1995) in windows of neighbouring passages, as
 * Lucene's MaxScoreBulkScorer has it: lists that are not essential are only looked up for passages that others have
 * brought, and only while these can still come in by the bounds of their block. Within a window, term at a time.
 */
export class MaxScore {
  /** By passage of the window; 0 where it holds no term. */
  private readonly scores = new Float64Array(WINDOW);
  /** Passages of the window that come into question, ascending. */
  private readonly found = new Uint32Array(WINDOW);

  /**
   * @param lists of one segment
   * @param base what is added to numbers of passages
   */
  collect(lists: readonly PostingList[], scope: Scope, base: number): void {
    const { candidates } = scope;
    const reading = new Reading(lists);
    for (let first = reading.next(candidates.least); first !== -1; first = reading.next(candidates.least)) {
      const found = this.find(reading, first, scope);
      const left = this.addOthers(reading, first, found, candidates.least);
      for (let i = 0; i < left; i++) {
        const passage = this.found[i] ?? 0;
        candidates.add(base + passage, this.scores[passage - first] ?? 0);
        this.scores[passage - first] = 0;
      }
    }
  }

  /** Finds who may come in by the essential lists. No scores are left but theirs. @returns how many are found */
  private find(reading: Reading, first: number, scope: Scope): number {
    const { lists, cursors, firstEssential } = reading;
    if (firstEssential === lists.length - 1) return this.findInOne(reading, first, scope);
    const from = cursors.slice(firstEssential);
    let postings = 0;
    for (let i = firstEssential; i < lists.length; i++) {
      const list = lists[i];
      if (list === undefined) continue;
      cursors[i] = addPostings(list, cursors[i] ?? 0, first, this.scores);
      postings += (cursors[i] ?? 0) - (from[i - firstEssential] ?? 0);
    }
    return postings < FEW ? this.findFew(reading, from, first, scope) : this.findMany(reading, first, scope);
  }

  /** A single list brings its passages in their order. */
  private findInOne(reading: Reading, first: number, { allowed, candidates }: Scope): number {
    const { lists, cursors, firstEssential } = reading;
    const list = lists[firstEssential];
    if (list === undefined) return 0;
    const from = cursors[firstEssential] ?? 0;
    const end = addPostings(list, from, first, this.scores);
    cursors[firstEssential] = end;
    const { scores, found } = this;
    const { passages } = list;
    const most = reading.most(firstEssential);
    const { least } = candidates;
    let count = 0;
    for (let at = from; at < end; at++) {
      const passage = passages[at] as number;
      const place = passage - first;
      const isFound =
        (scores[place] as number) + (most[Math.floor(place / BLOCK)] as number) >= least &&
        (allowed === null || allowed[passage] === 1);
      if (isFound) found[count++] = passage;
      else scores[place] = 0;
    }
    return count;
  }

  private findMany(reading: Reading, first: number, { allowed, candidates }: Scope): number {
    const { scores, found } = this;
    const most = reading.most(reading.firstEssential);
    const { least } = candidates;
    let count = 0;
    for (let place = 0; place < WINDOW; place++) {
      const score = scores[place] as number;
      if (score === 0) continue;
      const isFound =
        score + (most[Math.floor(place / BLOCK)] as number) >= least &&
        (allowed === null || allowed[first + place] === 1);
      if (isFound) found[count++] = first + place;
      else scores[place] = 0;
    }
    return count;
  }

  /** As {@link findMany}, by going through the postings that have been read. @param from where, by essential list */
  private findFew(reading: Reading, from: Uint32Array, first: number, scope: Scope): number {
    const { lists, cursors, firstEssential } = reading;
    let count = 0;
    for (let i = firstEssential; i < lists.length; i++) {
      const read = lists[i]?.passages.subarray(from[i - firstEssential], cursors[i]);
      if (read !== undefined) count = this.findAmong(read, reading.most(firstEssential), first, scope, count);
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
  private findAmong(read: Uint32Array, most: Float64Array, first: number, scope: Scope, before: number): number {
    const { scores, found } = this;
    const { allowed, candidates } = scope;
    let count = before;
    for (let at = 0; at < read.length; at++) {
      const passage = read[at] ?? 0;
      const place = passage - first;
      const score = scores[place] ?? 0;
      if (score <= 0) continue;
      const isFound =
        score + (most[Math.floor(place / BLOCK)] ?? 0) >= candidates.least &&
        (allowed === null || allowed[passage] === 1);
      scores[place] = isFound ? -score : 0;
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
  private addOthers(reading: Reading, first: number, count: number, least: number): number {
    const { lists, cursors, firstEssential } = reading;
    let left = count;
    for (let i = firstEssential - 1; i >= 0 && left > 0; i--) {
      const list = lists[i];
      if (list === undefined) continue;
      cursors[i] = this.lookUp(list, cursors[i] ?? 0, first, left);
      left = this.keep(first, left, least, reading.most(i));
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

  /** Lets go of those who can't reach what is needed. @returns how many are left */
  private keep(first: number, count: number, least: number, most: Float64Array): number {
    const { scores, found } = this;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const passage = found[i] ?? 0;
      const place = passage - first;
      if ((scores[place] ?? 0) + (most[Math.floor(place / BLOCK)] ?? 0) < least) scores[place] = 0;
      else found[kept++] = passage;
    }
    return kept;
  }
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
