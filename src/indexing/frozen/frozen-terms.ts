import { type BlockTops, blockTopsOf } from './block-tops.ts';
import { longestOf, normsOf, roundedUp, saturation } from './bm25.ts';
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
  /** By term, the most that {@link saturation} gives any of its postings, rounded up; 0 where it has none. */
  tops: Float32Array;
  blockTops: BlockTops;
}

/** The postings of one field, and what they can give at most. */
export function withTops(field: Omit<FrozenField, 'tops' | 'blockTops'>): FrozenField {
  const topped = { ...field, tops: topsOf(field) };
  return { ...topped, blockTops: blockTopsOf(topped) };
}

/** The {@link FrozenField.tops} of the postings of a field. */
function topsOf(field: Omit<FrozenField, 'tops' | 'blockTops'>): Float32Array {
  const { averageLength, lengths, starts, passages, frequencies } = field;
  const norms = normsOf(longestOf(lengths), averageLength);
  const tops = new Float32Array(starts.length - 1);
  for (let term = 0; term < tops.length; term++) {
    let top = 0;
    const end = starts[term + 1] ?? 0;
    for (let at = starts[term] ?? 0; at < end; at++) {
      const norm = norms[lengths[passages[at] ?? 0] ?? 0] ?? 0;
      top = Math.max(top, saturation(frequencies[at] ?? 0, norm));
    }
    tops[term] = roundedUp(top);
  }
  return tops;
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
