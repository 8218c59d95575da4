import { BLOCK, blocksOf, LEVELS } from './block-tops.ts';
import type { PostingList } from './posting-list.ts';

/** The bounds of all lists together: whole numbers, which add up faster. They fit an Int32Array, rounded up as they are. */
const HIGHEST = 2 ** 30;
/** Bounds are told apart by their upper bits where their order alone counts. */
const STEP_BITS = 20;

/** What no passage of a block can score more than, block by block. */
export class BlockBounds {
  /** In units of their own, rounded up; 0 for blocks that hold no term alone. */
  readonly bounds: Int32Array;
  /** By list, the bound that each level stands for. */
  private readonly steps: Int32Array;
  /** The score that 1 stands for. */
  private readonly unit: number;

  constructor(lists: readonly PostingList[], passageCount: number) {
    this.unit = lists.reduce((sum, { bound }) => sum + bound, 0) / HIGHEST || 1;
    // At least 1, so that a block which holds a term without weight alone is seen.
    this.steps = Int32Array.from(lists, ({ bound }) => Math.max(1, Math.ceil(bound / this.unit / LEVELS)));
    this.bounds = new Int32Array(blocksOf(passageCount));
    for (const [i, list] of lists.entries()) {
      if (list.levels === null) addWhole(list, this.of(i, LEVELS), this.bounds);
      else addLevels(list.levels, this.of(i, 1), this.bounds);
    }
  }

  /** What a list can give in a block at that level. @param list its place among all */
  of(list: number, level: number): number {
    return level * (this.steps[list] as number);
  }

  /** The score that a bound stands for. */
  scoreOf(bound: number): number {
    return bound * this.unit;
  }

  /** The least bound of a block that holds a passage with such a score. At least 1. */
  atLeast(score: number): number {
    return Math.max(1, Math.floor(score / this.unit));
  }

  /**
   * The blocks with the highest bounds, ascending.
   *
   * @param count how many are wanted; more come where bounds are nearly equal, up to twice as many
   */
  highest(count: number): number[] {
    const { bounds } = this;
    const atLeast = this.nearly(count);
    const found: number[] = [];
    for (let i = 0; i < bounds.length && found.length < 2 * count; i++)
      if ((bounds[i] as number) >= atLeast) found.push(i);
    return found;
  }

  /** A bound that at least `count` blocks reach, if so many hold a term; by counting how many stand on each step. */
  private nearly(count: number): number {
    const { bounds } = this;
    const standing = new Uint32Array(2 ** (31 - STEP_BITS));
    for (let i = 0; i < bounds.length; i++) {
      const step = (bounds[i] as number) >>> STEP_BITS;
      standing[step] = (standing[step] as number) + 1;
    }
    let above = 0;
    for (let step = standing.length - 1; step > 0; step--) {
      above += standing[step] ?? 0;
      if (above >= count) return step << STEP_BITS;
    }
    return 1;
  }
}

/** Four levels at a time: reading them one by one takes half as long again. */
function addLevels(levels: Uint8Array, step: number, bounds: Int32Array): void {
  const fours = new Uint32Array(levels.buffer, levels.byteOffset, levels.length / 4);
  for (let i = 0, block = 0; i < fours.length; i++, block += 4) {
    const four = fours[i] as number;
    bounds[block] = (bounds[block] as number) + step * (four & 255);
    bounds[block + 1] = (bounds[block + 1] as number) + step * ((four >>> 8) & 255);
    bounds[block + 2] = (bounds[block + 2] as number) + step * ((four >>> 16) & 255);
    bounds[block + 3] = (bounds[block + 3] as number) + step * (four >>> 24);
  }
}

/** Of a list without levels: what it gives at most, in each block where it has postings. */
function addWhole({ passages, start, end }: PostingList, bound: number, bounds: Int32Array): void {
  let last = -1;
  for (let at = start; at < end; at++) {
    const block = Math.floor((passages[at] as number) / BLOCK);
    if (block !== last) bounds[block] = (bounds[block] as number) + bound;
    last = block;
  }
}
