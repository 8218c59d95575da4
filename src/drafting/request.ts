import type { Genre } from '../speech/index.ts';
import type { PhraseKind } from './answer.ts';

/** Narrows an answer to some speeches. */
export interface Filters {
  genre?: Genre;
  /** The year that a speech was held in; with `until`, the first of several. */
  year?: number;
  /** The last year. */
  until?: number;
  /** A part of the speech's title, file or origin. */
  source?: string;
  /** The same of speeches to be left out. */
  except?: string;
  /** Ids of sections: passages under these alone. */
  within?: readonly string[];
}

export interface FindRequest {
  kind: 'find';
  query: string;
  filters: Filters;
  /** How many hits at the most. */
  limit: number;
  /** Hits to leave out at the beginning: those of the pages before. */
  skip?: number;
  /** Id of a passage: what is like it is looked for, and the query's words are not. */
  like?: string;
}

export interface OutlineRequest {
  kind: 'outline';
  query: string;
  filters: Filters;
  /** The genre of the speech to be written, where it is known: weighs among speeches, where a filter leaves them out. */
  genre?: Genre;
  /** Main sections of the composed skeleton, 2 to 8; as many as the nearby speeches usually have, if not given. */
  sections?: number;
  /** Levels of headings that are shown, 1 to 4; 2 if not given. */
  depth?: number;
  /** Whether points' leads are shown under headings; not, if not given. */
  points?: boolean;
}

/** A composed skeleton as it was given before: its sections by their ids, each with the ids of its alternatives. */
export interface SkeletonRequest {
  kind: 'skeleton';
  sections: readonly { id: string; alternatives: readonly string[] }[];
}

/** The skeleton of the speech that a passage is of. */
export interface SpeechSkeletonRequest {
  kind: 'speech-skeleton';
  /** Id of the passage. */
  passage: string;
  /** See {@link OutlineRequest}. */
  depth?: number;
  points?: boolean;
}

/** A passage in its place. */
export interface PassageRequest {
  kind: 'passage';
  /** Id of the passage. */
  passage: string;
  /** Paragraphs before and after it; 2 if not given. */
  around?: number;
}

export interface PhraseRequest {
  kind: 'phrase';
  /** A pattern (夯实*基础), a topic (人才工作) or a sentence (加强人才工作). */
  query: string;
  filters: Filters;
  /** Id of a section: how it and the sections that say the same put it; `query` is not read. */
  section?: string;
  /** Only these kinds; all, if not given. */
  kinds?: readonly PhraseKind[];
  /** Items of each kind at the most. */
  limit?: number;
  /** Characters of context on each side of a match. */
  context?: number;
}

export interface SourceRequest {
  kind: 'source';
  quote: string;
}

/** A text, sentence by sentence: where each stands. */
export interface TraceRequest {
  kind: 'trace';
  text: string;
}

/** What the corpus holds. */
export interface OverviewRequest {
  kind: 'overview';
}

/** What a drafter asks. */
export type DraftRequest =
  | FindRequest
  | PassageRequest
  | OutlineRequest
  | SkeletonRequest
  | SpeechSkeletonRequest
  | PhraseRequest
  | SourceRequest
  | TraceRequest
  | OverviewRequest;
