import { firstFrom } from '../sorted.ts';
import { BM25, type TermQuery } from '../term-searcher.ts';
import { blocksOf } from './block-tops.ts';
import { saturation } from './bm25.ts';
import type { BlockTops, Frequencies, FrozenField } from './frozen-terms.ts';
import type { CountedSegment, Segments } from './segment.ts';

/** A term that is looked for. */
export interface AskedTerm {
  term: string;
  weight: number;
  /** Place in the question of the term that it counts for: its own, or that of one that it is like. */
  place: number;
}

/** The postings of one term in one field of one segment, and what they count. */
export interface PostingList {
  /** Place in the question of the term that it counts for. */
  readonly term: number;
  /** Place of the list in the question: by terms, like ones behind those that they are like, then by fields. */
  readonly order: number;
  readonly passages: Uint32Array;
  readonly frequencies: Frequencies;
  readonly lengths: Uint16Array;
  readonly norms: Float64Array;
  /** Where in the field's postings the term's begin and end. */
  readonly start: number;
  readonly end: number;
  /** Weight of the term by boost of the field. */
  readonly weight: number;
  readonly rarity: number;
  /** No posting gives more than this. */
  readonly bound: number;
  /** {@link BlockTops.levels} of this term alone; `null` where it has none. */
  readonly levels: Uint8Array | null;
}

/** What bounds are multiplied by, since sums that are added in another order round otherwise. */
const ROUNDING = 1 + 1e-12;

/** The posting lists of a question in one segment, in the order of its terms, and of the fields within a term. */
export function postingLists(
  segments: Segments,
  { terms, fields }: CountedSegment,
  asked: readonly AskedTerm[],
  boosts: TermQuery['boosts'],
): PostingList[] {
  const names = Object.entries(boosts);
  const boosted = names.flatMap(([name, boost], at) => {
    const counted = fields.get(name);
    // MiniSearch takes a boost of 0 for 1.
    return counted === undefined ? [] : [{ ...counted, boost: boost || 1, at }];
  });
  return asked.flatMap(({ term, weight, place }, i) => {
    const number = terms.vocabulary.find(term);
    if (number === -1) return [];
    return boosted.flatMap(({ field, norms, slack, boost, at }) => {
      const start = field.starts[number] ?? 0;
      const end = field.starts[number + 1] ?? 0;
      if (start === end) return [];
      const rarity = segments.rarity(term, field.name);
      const { passages, frequencies, lengths } = field;
      const postings = { passages, frequencies, lengths, norms, start, end };
      const most = weight * boost * (rarity * (BM25.d + (field.tops[number] ?? 0) * slack));
      const bounds = { bound: most * ROUNDING, levels: levelsIn(field, number) };
      return [{ ...postings, term: place, order: i * names.length + at, weight: weight * boost, rarity, ...bounds }];
    });
  });
}

function levelsIn({ blockTops, lengths }: FrozenField, term: number): Uint8Array | null {
  const row = firstFrom(blockTops.terms, term);
  if (blockTops.terms[row] !== term) return null;
  const blocks = blocksOf(lengths.length);
  return blockTops.levels.subarray(row * blocks, (row + 1) * blocks);
}

/** What a term without weight gives besides nothing, so that passages which hold it alone are seen. */
export const markOf = (weight: number): number => (weight === 0 ? Number.MIN_VALUE : 0);

/** What one posting gives, in MiniSearch's order of multiplying. */
export function scoreOf({ passages, frequencies, lengths, norms, weight, rarity }: PostingList, at: number): number {
  const norm = norms[lengths[passages[at] ?? 0] ?? 0] ?? 0;
  return weight * (rarity * (BM25.d + saturation(frequencies[at] ?? 0, norm)));
}
