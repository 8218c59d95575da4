/**
 * indexing/: passages to an index on disk and back. MiniSearch holds the inverted index over three
 * fields (a passage with what stands above it, headings, title); the speeches, with everything a citation needs, are
 * kept beside it. One snapshot file, written whole or not at all, refused when it is damaged or was made by another
 * analyser.
 */
export { fingerprintOf } from './fingerprint.ts';
export { cosine, type SectionProfile } from './section-profiles.ts';
export { fingerprintAt } from './snapshot.ts';
export { type Place, SpeechIndex } from './speech-index.ts';
export type { TermHit } from './term-index.ts';
