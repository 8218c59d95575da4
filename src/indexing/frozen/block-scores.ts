import { firstFromOn } from '../sorted.ts';
import { BM25 } from '../term-searcher.ts';
import type { BlockBounds } from './block-bounds.ts';
import { BLOCK, LEVELS } from './block-tops.ts';
import { markOf, type PostingList } from './posting-list.ts';

/** Blocks that are scored at once where many of them come into question. */
export const BLOCKS_AT_ONCE = 64;

/** Scores the passages of one block or several after the other, term at a time. Blocks are asked for in their order. */
export class BlockScores {
  /** By passage of what was scored; 0 where it holds no term. */
  readonly scores = new Float64Array(BLOCK * BLOCKS_AT_ONCE);
  private readonly lists: readonly PostingList[];
  private readonly blocks: BlockBounds;
  /** By list, the place that was come to. */
  private readonly cursors: Uint32Array;

  /** @param lists the most telling first, the same as those of `blocks` */
  constructor(lists: readonly PostingList[], blocks: BlockBounds) {
    this.lists = lists;
    this.blocks = blocks;
    this.cursors = new Uint32Array(lists.length);
    this.rewind();
  }

  /** Begins with the first block again. */
  rewind(): void {
    for (const [i, { start }] of this.lists.entries()) this.cursors[i] = start;
  }

  /**
   * Scores a block, until it is clear that no passage of it reaches `least`.
   *
   * @param bound what the passages of the block can score at most, as {@link BlockBounds} counts it
   * @returns whether one may
   */
  add(block: number, bound: number, least: number): boolean {
    const { lists, blocks, scores, cursors } = this;
    scores.fill(0, 0, BLOCK);
    const first = block * BLOCK;
    let left = bound;
    for (let i = 0; i < lists.length; i++) {
      const list = lists[i] as PostingList;
      const level = list.levels === null ? LEVELS : (list.levels[block] as number);
      if (level === 0) continue;
      const from = firstFromOn(list.passages, first, cursors[i] as number, list.end);
      const behind = addPostings(list, from, first, BLOCK, scores);
      cursors[i] = behind;
      if (list.levels === null && behind === from) continue;
      left -= blocks.of(i, level);
      if (highest(scores) + blocks.scoreOf(left) < least) return false;
    }
    return true;
  }

  /** Scores {@link BLOCKS_AT_ONCE} blocks from this one on. */
  addMany(block: number): void {
    const { lists, scores, cursors } = this;
    scores.fill(0);
    const first = block * BLOCK;
    for (let i = 0; i < lists.length; i++) {
      const list = lists[i] as PostingList;
      const from = firstFromOn(list.passages, first, cursors[i] as number, list.end);
      cursors[i] = addPostings(list, from, first, scores.length, scores);
    }
  }
}

/** The highest score of a block. */
function highest(scores: Float64Array): number {
  let best = 0;
  for (let i = 0; i < BLOCK; i++) if ((scores[i] as number) > best) best = scores[i] as number;
  return best;
}

/** Adds what postings of some passages give to their scores. @returns the place of the first posting behind them */
function addPostings(list: PostingList, from: number, first: number, count: number, scores: Float64Array): number {
  const { passages, frequencies, lengths, norms, end, weight, rarity } = list;
  const { k, d } = BM25;
  const mark = markOf(weight);
  const behind = first + count;
  let at = from;
  for (; at < end; at++) {
    const passage = passages[at] as number;
    if (passage >= behind) break;
    const frequency = frequencies[at] as number;
    const norm = norms[lengths[passage] as number] as number;
    // As `scoreOf`, written out: a call for each posting would take as long again.
    const score = weight * (rarity * (d + (frequency * (k + 1)) / (frequency + norm)));
    scores[passage - first] = (scores[passage - first] as number) + score + mark;
  }
  return at;
}
