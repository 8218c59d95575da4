import type { StringTable } from './string-table.ts';

/** Numbers that are kept as narrow as the largest of them allows. */
export type Narrow = Uint8Array | Uint16Array | Uint32Array;

/** Everything that asking needs, in typed arrays. Passages and terms go by their numbers. */
export interface FrozenTerms {
  /** Ids of the passages, in the order in which they were indexed. */
  passages: StringTable;
  /** In the order of UTF-16 units. */
  vocabulary: StringTable;
  fields: readonly FrozenField[];
}

/** The postings of one field. */
export interface FrozenField {
  name: string;
  /** Of {@link lengths}, as MiniSearch counted it while passages came and went: it need not be their mean to the last bit. */
  averageLength: number;
  /** Terms of each passage in this field. */
  lengths: Narrow;
  /** By term, where its postings begin; one more at the end. */
  starts: Uint32Array;
  /** The passages that hold a term, ascending. */
  passages: Uint32Array;
  /** How often each of {@link passages} holds it. */
  frequencies: Narrow;
}

/** A copy of whole numbers below 2³² in the narrowest array that holds them all. */
export function narrowed(numbers: Uint32Array): Narrow {
  const largest = numbers.reduce((most, number) => Math.max(most, number), 0);
  if (largest < 2 ** 8) return Uint8Array.from(numbers);
  return largest < 2 ** 16 ? Uint16Array.from(numbers) : numbers;
}
