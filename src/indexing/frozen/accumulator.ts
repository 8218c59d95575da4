import { BM25 } from '../term-searcher.ts';
import type { FrozenField } from './frozen-terms.ts';

/** The postings of one term in one field, and what they count. */
export interface PostingList {
  field: FrozenField;
  /** By length of a field, the `k (1 - b + b length / average)` of BM25: see {@link normsOf}. */
  norms: Float64Array;
  /** Where in the field's postings the term's begin and end. */
  start: number;
  end: number;
  /** Weight of the term by boost of the field. */
  weight: number;
}

/** What BM25 adds to a frequency for each length that a field has. */
export function normsOf({ lengths, averageLength }: FrozenField): Float64Array {
  const { k, b } = BM25;
  let longest = 0;
  for (const length of lengths) longest = Math.max(longest, length);
  return Float64Array.from({ length: longest + 1 }, (_, length) => k * (1 - b + (b * length) / averageLength));
}

/**
 * Scores of passages, term at a time (Turtle and Flood 1995): one number a passage, to which each posting adds. Made once,
 * used for one question after another; clearing it costs what the question touched. Additions are in MiniSearch's order
 * (fields of a term, then terms), so that scores are equal to its own in every bit and equal ones stay equal.
 */
export class Accumulator {
  /** By passage; 0 where it holds no term. */
  readonly scores: Float64Array;
  /** By passage, how many of the terms it holds. */
  readonly counts: Uint16Array;
  /** Passages that hold a term, in the order in which they were first met. */
  private readonly met: Uint32Array;
  private metCount = 0;
  /** What the fields of one term give together. Made when a term first stands in several. */
  private inTerm: Accumulator | undefined;

  /** @param passages how many there are */
  constructor(passages: number) {
    this.scores = new Float64Array(passages);
    this.counts = new Uint16Array(passages);
    this.met = new Uint32Array(passages);
  }

  get touched(): Uint32Array {
    return this.met.subarray(0, this.metCount);
  }

  /** Adds what a term gives, with its postings in each of the fields that are asked. */
  add(lists: readonly PostingList[]): void {
    const [only, second] = lists;
    if (only === undefined) return;
    if (second === undefined) this.addOne(only);
    else this.addSeveral(lists);
  }

  clear(): void {
    for (const passage of this.touched) {
      this.scores[passage] = 0;
      this.counts[passage] = 0;
    }
    this.metCount = 0;
  }

  private addOne({ field, norms, start, end, weight }: PostingList): void {
    const { scores, counts, met } = this;
    const { passages, frequencies, lengths } = field;
    const { k, d } = BM25;
    const rarity = rarityOf(end - start, scores.length);
    let metCount = this.metCount;
    for (let at = start; at < end; at++) {
      const passage = passages[at] ?? 0;
      const frequency = frequencies[at] ?? 0;
      const count = counts[passage] ?? 0;
      if (count === 0) met[metCount++] = passage;
      counts[passage] = count + 1;
      const norm = norms[lengths[passage] ?? 0] ?? 0;
      scores[passage] = (scores[passage] ?? 0) + weight * (rarity * (d + (frequency * (k + 1)) / (frequency + norm)));
    }
    this.metCount = metCount;
  }

  private addSeveral(lists: readonly PostingList[]): void {
    this.inTerm ??= new Accumulator(this.scores.length);
    for (const list of lists) this.inTerm.addOne(list);
    for (const passage of this.inTerm.touched) {
      const count = this.counts[passage] ?? 0;
      if (count === 0) this.met[this.metCount++] = passage;
      this.counts[passage] = count + 1;
      this.scores[passage] = (this.scores[passage] ?? 0) + (this.inTerm.scores[passage] ?? 0);
    }
    this.inTerm.clear();
  }
}

/** The inverse document frequency of BM25+ as MiniSearch has it: all passages count, whether they have the field or not. */
const rarityOf = (holding: number, all: number): number => Math.log(1 + (all - holding + 0.5) / (holding + 0.5));
