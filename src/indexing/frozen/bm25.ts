import { BM25 } from '../term-searcher.ts';

/**
 * What BM25+ gives a posting of weight and rarity 1 beyond its mere presence: `f (k + 1) / (f + norm)`.
 *
 * @param norm `k (1 - b + b length / average)`: see {@link normsOf}
 */
export const saturation = (frequency: number, norm: number): number => (frequency * (BM25.k + 1)) / (frequency + norm);

/** By length of a field, 0 to the longest, what BM25 adds to a frequency. */
export function normsOf(longest: number, averageLength: number): Float64Array {
  const { k, b } = BM25;
  return Float64Array.from({ length: longest + 1 }, (_, length) => k * (1 - b + (b * length) / averageLength));
}

/** The inverse document frequency of BM25+ as MiniSearch has it: all passages count, whether they have the field or not. */
export const rarityOf = (holding: number, all: number): number => Math.log(1 + (all - holding + 0.5) / (holding + 0.5));

/** A number of single precision that is not below another. */
export function roundedUp(value: number): number {
  const nearest = Math.fround(value);
  return nearest >= value ? nearest : Math.fround(nearest * (1 + 2 ** -23));
}

export const longestOf = (lengths: ArrayLike<number>): number => {
  let longest = 0;
  for (let i = 0; i < lengths.length; i++) longest = Math.max(longest, lengths[i] ?? 0);
  return longest;
};
