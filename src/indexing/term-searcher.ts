import type { Field } from './fields.ts';
import type { Likeness } from './likeness.ts';

/** A question to the inverted index: terms of the same analyser that made it, any of which may match. */
export interface TermQuery extends Likeness {
  /** How much a match of each term counts. Terms match whole, unless {@link Likeness} says more. */
  terms: ReadonlyMap<string, number>;
  /** How much a match in each field counts (0 as 1, as MiniSearch has it); fields left out are not searched. */
  boosts: Readonly<Partial<Record<Field, number>>>;
  /** Only these passages, by their numbers, ascending. */
  among?: Uint32Array;
  /** How many hits are wanted, the best; all where it is left out. */
  most?: number;
}

export interface TermHit {
  /** Number of the passage: from 0, in the order in which passages were indexed. */
  passage: number;
  /** BM25+ (Lv and Zhai 2011), summed over terms and fields. */
  score: number;
  /** Terms of the question that the passage holds, or one that counts for it; in the order of the question. */
  matched: readonly string[];
}

/** What can be asked for passages by their terms. All that are, answer alike, to the order of hits of one score. */
export interface TermSearcher {
  /**
   * Passages that hold any of the terms, best first. Of equal scores those come first that hold more of the terms, then
   * those that hold an earlier term of the question (an earlier field of it; like terms come behind those that they are like,
   * in the order of UTF-16 units), then those that were indexed earlier.
   */
  search(query: TermQuery): TermHit[];
  /** Numbers of passages are below this; those of passages that were taken out are nobody's. */
  readonly passageCount: number;
  /** In how many passages a term stands: in the field `whole`. */
  documentFrequency(term: string): number;
  /** Every term that stands in some field of some passage, once; in an order of its own. */
  vocabulary(): Iterable<string>;
}

/**
 * The parameters of BM25+. Found by measurement (docs/retrieval.md): passages are paragraphs, long ones say more and not
 * the same at length, so length counts for more and repetition saturates later than by default; no bonus for a term's
 * mere presence.
 */
export const BM25 = { k: 2.5, b: 0.85, d: 0.2 };
