import { BM25 } from '../term-searcher.ts';
import { longestOf, normsOf, saturation } from './bm25.ts';
import type { FrozenField } from './frozen-terms.ts';

/** Neighbouring passages that share a bound. A power of 2. */
export const BLOCK = 64;
/** Terms with more postings than one in so many passages have bounds by block; those of others would be mostly empty. */
const DENSE = 64;

/**
 * The most that {@link saturation} gives a posting of a term in each block of passages, for terms that stand in many
 * (block-max indexes, Ding and Suel 2011, with blocks of passages as in Dimopoulos, Nepomnyachiy and Suel 2013).
 */
export interface BlockTops {
  /** The terms that have them, ascending. */
  terms: Uint32Array;
  /** Term by term, block by block: 0 where the term does not stand in the block, else see {@link TOP_STEP}, rounded up. */
  tops: Uint8Array;
}

const LEVELS = 255;
/** What one level of a top stands for: saturation stays below k + 1. */
export const TOP_STEP = (BM25.k + 1) / LEVELS;

export const blocksOf = (passages: number): number => Math.ceil(passages / BLOCK);

/** The {@link BlockTops} of the postings of a field. */
export function blockTopsOf(field: Omit<FrozenField, 'tops' | 'blockTops'>): BlockTops {
  const { averageLength, lengths, starts, passages, frequencies } = field;
  const least = Math.max(BLOCK, lengths.length / DENSE);
  const terms = Uint32Array.from(starts.keys()).filter(
    (term) => term + 1 < starts.length && (starts[term + 1] ?? 0) - (starts[term] ?? 0) > least,
  );
  const norms = normsOf(longestOf(lengths), averageLength);
  const blocks = blocksOf(lengths.length);
  const tops = new Uint8Array(terms.length * blocks);
  for (const [row, term] of terms.entries()) {
    const end = starts[term + 1] ?? 0;
    for (let at = starts[term] ?? 0; at < end; at++) {
      const passage = passages[at] ?? 0;
      const level = Math.ceil(saturation(frequencies[at] ?? 0, norms[lengths[passage] ?? 0] ?? 0) / TOP_STEP);
      const place = row * blocks + Math.floor(passage / BLOCK);
      tops[place] = Math.max(tops[place] ?? 0, Math.min(level, LEVELS));
    }
  }
  return { terms, tops };
}
