import type { Citation, Role, Section, Span } from '../speech/index.ts';
import type { Correction } from './question/index.ts';

/** A passage that answers a question. */
export interface Hit {
  /** Id of the passage. */
  passage: string;
  /** The passage, whole. */
  text: string;
  /** The part of it that holds the evidence: whole sentences of `text`. */
  snippet: string;
  /** Where the question's words stand in `snippet`, in order, apart. */
  marks: Span[];
  /** BM25+ times how much of the question the passage covers. Comparable within one answer only. */
  score: number;
  citation: Citation;
  /** Nearly the same words in other places. */
  alsoIn: Citation[];
}

export interface PassagesAnswer {
  kind: 'passages';
  query: string;
  /** Words of the query that were read as others of the same sound. */
  corrections: Correction[];
  hits: Hit[];
  /** How many further hits there are. */
  more: number;
}

/** A heading or point of a skeleton, as a real speech has it. */
export interface SkeletonSection extends Pick<Section, 'kind' | 'level' | 'marker' | 'heading'> {
  role: Role | null;
  /** Cites the heading's words. */
  citation: Citation;
  alternatives: { heading: string; citation: Citation }[];
  sections: SkeletonSection[];
}

export interface Skeleton {
  /** One speech's own, as it was delivered. */
  kind: 'delivered';
  title: string;
  sections: SkeletonSection[];
}

export interface SkeletonsAnswer {
  kind: 'skeletons';
  query: string;
  skeletons: Skeleton[];
}

export const PHRASE_KINDS = ['headings', 'leads', 'sayings', 'clauses'] as const;
/**
 * Where a phrasing stands: in a heading, as a point's lead, in quotation marks, or as a clause of the running text.
 */
export type PhraseKind = (typeof PHRASE_KINDS)[number];

export interface PhraseItem {
  text: string;
  /** How often it stands in the corpus. */
  count: number;
  /** In how many speeches. */
  speeches: number;
  /** At least one, at most {@link MOST_CITATIONS}; each slices to the words, white space and width of characters aside. */
  citations: [Citation, ...Citation[]];
}

/** A phrasing that stands everywhere is cited this often. */
export const MOST_CITATIONS = 5;

export interface PhraseGroup {
  kind: PhraseKind;
  items: PhraseItem[];
}

export interface PhrasingAnswer {
  kind: 'phrasing';
  query: string;
  groups: PhraseGroup[];
}

/** A piece of a quote and the piece of a source that stands in its place; one of them may be empty. */
export interface Difference {
  quote: string;
  source: string;
}

export interface SourceMatch {
  /** `exact`: the same letters and digits in the same order, punctuation and width of characters aside. */
  kind: 'exact' | 'near';
  /** 0..1; 1 for exact. See `similarityOf`. */
  similarity: number;
  /** The words of the corpus. */
  text: string;
  /** What the quote has otherwise, letters and digits alone; empty for exact. */
  differences: Difference[];
  citation: Citation;
}

export interface SourcesAnswer {
  kind: 'sources';
  quote: string;
  matches: SourceMatch[];
}

/** Nothing in the corpus answers: a result, not a fault. */
export interface NothingFound {
  kind: 'nothing';
  asked: 'find' | 'outline' | 'phrase' | 'source';
  query: string;
  /** The words that were looked for. */
  lookedFor: string[];
  /** Words near to these that the corpus does say; empty where it was not `find` that was asked. */
  nearest: string[];
  /** `source`: the quote is a set phrase that stands in this many speeches, and none is its source. */
  everywhere?: number;
}

/** What comes back for a request. Every item of every kind carries a citation, by its type. */
export type Answer = PassagesAnswer | SkeletonsAnswer | PhrasingAnswer | SourcesAnswer | NothingFound;
