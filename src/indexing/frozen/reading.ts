import { BLOCK } from './block-tops.ts';
import { boundIn, type PostingList } from './posting-list.ts';

/** Passages that are scored together: their scores stay in the nearest cache. A multiple of {@link BLOCK}. */
export const WINDOW = 2 ** 12;
const BLOCKS = WINDOW / BLOCK;

/**
 * How far the posting lists of a question have been read. Lists are *essential* while they can bring a passage among the
 * best: those that even together give less than the worst of the best so far are not.
 */
export class Reading {
  /** By what they can give at most, the least first. */
  readonly lists: readonly PostingList[];
  /** By list, the place of its next posting. */
  readonly cursors: Uint32Array;
  /** Lists before this one are not essential. */
  firstEssential = 0;
  /** What the first `i` lists can give together at most. */
  private readonly below: Float64Array;
  /** {@link below} for each block of the window, as far as lists are not essential: list by list, block by block. */
  private readonly belowInBlocks: Float64Array;

  constructor(lists: readonly PostingList[]) {
    this.lists = lists.toSorted((a, b) => a.bound - b.bound);
    this.cursors = Uint32Array.from(this.lists, ({ start }) => start);
    this.below = new Float64Array(lists.length + 1);
    for (const [i, { bound }] of this.lists.entries()) this.below[i + 1] = (this.below[i] ?? 0) + bound;
    this.belowInBlocks = new Float64Array((lists.length + 1) * BLOCKS);
  }

  /**
   * Goes on to the next window in which an essential list has postings.
   *
   * @param least what a passage must reach
   * @returns its first passage; -1 where nobody can come in any more
   */
  next(least: number): number {
    const { lists, below, cursors } = this;
    while (this.firstEssential < lists.length && (below[this.firstEssential + 1] ?? 0) < least) this.firstEssential++;
    let nearest = Number.POSITIVE_INFINITY;
    for (let i = this.firstEssential; i < lists.length; i++) {
      const list = lists[i];
      const at = cursors[i] ?? 0;
      if (list !== undefined && at < list.end) nearest = Math.min(nearest, list.passages[at] ?? 0);
    }
    if (nearest === Number.POSITIVE_INFINITY) return -1;
    const first = nearest - (nearest % WINDOW);
    this.boundBlocks(first / BLOCK);
    return first;
  }

  private boundBlocks(firstBlock: number): void {
    const { lists, belowInBlocks } = this;
    for (let i = 0; i < this.firstEssential; i++) {
      const list = lists[i];
      if (list === undefined) continue;
      for (let block = 0; block < BLOCKS; block++)
        belowInBlocks[(i + 1) * BLOCKS + block] =
          (belowInBlocks[i * BLOCKS + block] ?? 0) + boundIn(list, firstBlock + block);
    }
  }

  /** What the first `count` lists, none of them essential, can give at most, block by block of the window. */
  most(count: number): Float64Array {
    return this.belowInBlocks.subarray(count * BLOCKS, (count + 1) * BLOCKS);
  }
}
