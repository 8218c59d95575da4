import type { SpeechIndex } from '../../indexing/index.ts';
import type { Span, Speech } from '../../speech/index.ts';
import type { PhraseRequest } from '../request.ts';

/** A span of the speech at this position in the index. */
export interface Place extends Span {
  speech: number;
}

/** What every group is picked from, and how much of it is told. */
export interface Asked {
  index: SpeechIndex;
  request: PhraseRequest;
  /** The speeches that the question was narrowed to. */
  isKept: (speech: Speech) => boolean;
  /** Whether a place is in what the question was narrowed to; everywhere, if not given. */
  isWithin?: (place: Place) => boolean;
  /** Items of a group. */
  limit: number;
  /** Characters of context on each side. */
  context: number;
}
