import type { Genre } from '../speech/index.ts';

/** Narrows an answer to some speeches. */
export interface Filters {
  genre?: Genre;
  year?: number;
  /** A part of the speech's title, file or origin. */
  source?: string;
}

export interface FindRequest {
  kind: 'find';
  query: string;
  filters: Filters;
  /** How many hits at the most. */
  limit: number;
  /** Id of a passage: what is like it is looked for, and the query's words are not. */
  like?: string;
}

export interface OutlineRequest {
  kind: 'outline';
  query: string;
  filters: Filters;
}

export interface PhraseRequest {
  kind: 'phrase';
  query: string;
  filters: Filters;
}

export interface SourceRequest {
  kind: 'source';
  quote: string;
}

/** What a drafter asks. */
export type DraftRequest = FindRequest | OutlineRequest | PhraseRequest | SourceRequest;
