import { BM25 } from '../term-searcher.ts';
import { longestOf, normsOf, saturation } from './bm25.ts';
import type { BlockTops, FrozenField } from './frozen-terms.ts';

/** Neighbouring passages that share a bound: fewer take more room and more adding up, of more many come into question. */
export const BLOCK = 16;
/** Terms with more postings than one in so many passages have bounds by block; those of others are quickly gone through. */
const DENSE = 64;

/** In how many levels {@link BlockTops.levels} are told. */
export const LEVELS = 255;

/** Blocks that have levels: a multiple of 4, since levels are read four at a time. */
export const blocksOf = (passages: number): number => 4 * Math.ceil(passages / BLOCK / 4);

/** The {@link BlockTops} of the postings of a field. */
export function blockTopsOf(field: Omit<FrozenField, 'blockTops'>): BlockTops {
  const { averageLength, lengths, starts, passages, frequencies, tops } = field;
  const terms = denseTerms(field);
  const norms = normsOf(longestOf(lengths), averageLength);
  const blocks = blocksOf(lengths.length);
  const levels = new Uint8Array(terms.length * blocks);
  for (const [row, term] of terms.entries()) {
    const end = starts[term + 1] ?? 0;
    const most = BM25.d + (tops[term] ?? 0);
    for (let at = starts[term] ?? 0; at < end; at++) {
      const passage = passages[at] ?? 0;
      const counts = BM25.d + saturation(frequencies[at] ?? 0, norms[lengths[passage] ?? 0] ?? 0);
      const level = Math.ceil((counts / most) * LEVELS);
      const place = row * blocks + Math.floor(passage / BLOCK);
      levels[place] = Math.max(levels[place] ?? 0, Math.min(level, LEVELS));
    }
  }
  return { terms, levels };
}

function denseTerms({ lengths, starts }: Pick<FrozenField, 'lengths' | 'starts'>): Uint32Array {
  const least = Math.max(BLOCK, lengths.length / DENSE);
  const found: number[] = [];
  for (let term = 0; term + 1 < starts.length; term++)
    if ((starts[term + 1] ?? 0) - (starts[term] ?? 0) > least) found.push(term);
  return Uint32Array.from(found);
}
