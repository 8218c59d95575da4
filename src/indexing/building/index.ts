/**
 * building/: the inverted index of passages that come as a stream, however many. Chunks of them are indexed by a
 * MiniSearch each, in threads where it pays, frozen, and merged.
 */
export { buildTerms } from './build-terms.ts';
export { mergeFrozen } from './merge-frozen.ts';
export { segmentOf } from './segment.ts';
