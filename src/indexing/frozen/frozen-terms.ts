import { longestOf } from './bm25.ts';
import type { StringTable } from './string-table.ts';

/** Everything that asking needs, in typed arrays. Passages and terms go by their numbers. */
export interface FrozenTerms {
  /** Passages are numbered from 0, in the order in which they were indexed. */
  passageCount: number;
  /** In the order of UTF-16 units. */
  vocabulary: StringTable;
  fields: readonly FrozenField[];
}

/** How often terms stand in passages: in one byte, where nothing in the whole index stands more often than 255 times. */
export type Frequencies = Uint8Array | Uint16Array;

/** The postings of one field. */
export interface FrozenField {
  name: string;
  /** Of {@link lengths}, as MiniSearch counted it while passages came and went: it need not be their mean to the last bit. */
  averageLength: number;
  /** Terms of each passage in this field. */
  lengths: Uint16Array;
  /** By term, where its postings begin; one more at the end. */
  starts: Uint32Array;
  /** The passages that hold a term, ascending. */
  passages: Uint32Array;
  /** How often each of {@link passages} holds it. */
  frequencies: Frequencies;
  /** By term, the most that `saturation` gives any of its postings, rounded up; 0 where it has none. */
  tops: Float32Array;
  blockTops: BlockTops;
}

/**
 * The most that a posting of a term counts in each block of passages, for terms that stand in many:
 * block-max indexes (Ding and Suel 2011), with blocks of passages as in Dimopoulos, Nepomnyachiy and Suel 2013.
 */
export interface BlockTops {
  /** The terms that have them, ascending. */
  terms: Uint32Array;
  /**
   * Term by term, block by block: 0 where the term does not stand in the block, else in `LEVELS`ths of the most that
   * a posting of the term counts anywhere, presence included, rounded up. As many blocks a term as `blocksOf` says.
   */
  levels: Uint8Array;
}

const MOST_IN_BYTE = 2 ** 8 - 1;
const MOST_IN_TWO = 2 ** 16 - 1;

/** Frequencies below 65,536 in the narrowest array that holds them all; what is more counts as that. */
export function asFrequencies(numbers: Uint32Array): Frequencies {
  return longestOf(numbers) <= MOST_IN_BYTE ? Uint8Array.from(numbers) : asLengths(numbers);
}

/** Lengths of fields below 65,536; what is more counts as that: a passage is a paragraph, a hundred times shorter. */
export const asLengths = (numbers: Uint32Array): Uint16Array =>
  Uint16Array.from(numbers, (number) => Math.min(number, MOST_IN_TWO));
