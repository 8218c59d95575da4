import { BlockBounds } from './block-bounds.ts';
import { BLOCKS_AT_ONCE, BlockScores } from './block-scores.ts';
import { BLOCK } from './block-tops.ts';
import type { Candidates } from './candidates.ts';
import type { PostingList } from './posting-list.ts';

/** The passages of a segment that may be found. */
export interface Scope {
  passageCount: number;
  /** By passage, 1 where it may be found; `null` where all may. */
  allowed: Uint8Array | null;
  /** The number of the segment's first passage in the index. */
  base: number;
}

/** So many blocks are scored first, and one more for so many passages that are wanted. */
const FIRST = 64;
const WANTED_A_BLOCK = 2;
/** Where more than one block in so many can reach what is needed, all are scored together: that takes no longer. */
const MANY = 3;

/**
 * Collects the passages that may be among the best, by block-max pruning (Mallia, Suel and Tonellotto 2024): what each
 * block of passages can hold at best is added up first; the most promising are scored, so that what must be reached is
 * known early; then those of the others that can reach it.
 *
 * @param lists of one segment, in any order
 */
export function collectBest(lists: readonly PostingList[], scope: Scope, candidates: Candidates): void {
  const telling = lists.toSorted((a, b) => b.bound - a.bound);
  const blocks = new BlockBounds(telling, scope.passageCount);
  if (scope.allowed !== null) dropForbidden(blocks.bounds, scope.allowed);
  const asked = { blocks, scores: new BlockScores(telling, blocks), scope, candidates };
  // With a single list, of equal passages the first is the better, so they are taken as they come.
  if (lists.length > 1) scoreFirst(asked);
  for (let block = 0; block < blocks.bounds.length; block += BLOCKS_AT_ONCE) scoreFrom(asked, block);
}

interface Asked {
  blocks: BlockBounds;
  scores: BlockScores;
  scope: Scope;
  candidates: Candidates;
}

/** Scores the most promising blocks, unless they are most of all. */
function scoreFirst(asked: Asked): void {
  const { blocks, scores, candidates } = asked;
  const { bounds } = blocks;
  const count = FIRST + candidates.most / WANTED_A_BLOCK;
  if (MANY * count > bounds.length) return;
  for (const block of blocks.highest(count)) {
    if (scores.add(block, bounds[block] ?? 0, candidates.least)) take(asked, block, 0);
    bounds[block] = 0;
  }
  scores.rewind();
}

/** Scores those of {@link BLOCKS_AT_ONCE} blocks that can reach what is needed. */
function scoreFrom(asked: Asked, first: number): void {
  const { blocks, scores, candidates } = asked;
  const { bounds } = blocks;
  const end = Math.min(bounds.length, first + BLOCKS_AT_ONCE);
  const atLeast = blocks.atLeast(candidates.least);
  let count = 0;
  for (let block = first; block < end; block++) if ((bounds[block] as number) >= atLeast) count++;
  if (count * MANY > BLOCKS_AT_ONCE) {
    scores.addMany(first);
    for (let block = first; block < end; block++) if (bounds[block] !== 0) take(asked, block, block - first);
    return;
  }
  for (let block = first; count > 0; block++) {
    const bound = bounds[block] as number;
    if (bound < atLeast) continue;
    count--;
    if (scores.add(block, bound, candidates.least)) take(asked, block, 0);
  }
}

function dropForbidden(bounds: Int32Array, allowed: Uint8Array): void {
  for (let block = 0; block < bounds.length; block++) {
    const end = Math.min(allowed.length, (block + 1) * BLOCK);
    let at = block * BLOCK;
    while (at < end && allowed[at] === 0) at++;
    if (at === end) bounds[block] = 0;
  }
}

/** Takes the passages of a block. @param place which of the blocks that were scored it is */
function take(asked: Asked, block: number, place: number): void {
  const { scores, scope, candidates } = asked;
  const first = block * BLOCK;
  for (let i = 0; i < BLOCK; i++) {
    const score = scores.scores[place * BLOCK + i] as number;
    if (score !== 0 && score >= candidates.least && (scope.allowed === null || scope.allowed[first + i] === 1))
      candidates.add(scope.base + first + i, score);
  }
}
