/**
 * indexing/: passages to an index on disk and back. MiniSearch holds the inverted index over three fields (a passage with
 * what stands above it, headings, title); beside it are the speeches, with everything a citation needs, and what is learned
 * of them once: every character that is spoken (character-index/), which words stand together (collocations/), frames and
 * parallel sets (phraseology/). On disk it is a folder of parts and a manifest (files/), replaced at once or not at all,
 * refused when it is damaged or was made by another analyser; what a question doesn't need of it is not read. Speeches that
 * come and go until it is made anew stand beside it (live/).
 */
export { CharacterIndex } from './character-index/index.ts';
export {
  type Collocation,
  type CollocationPlace,
  CollocationTable,
  classOfWord,
  cutWords,
  learnCollocations,
  NEGATIONS,
  pairsIn,
  type Relation,
  type Side,
  type WordClass,
} from './collocations/index.ts';
export { checkIndexFolder, fingerprintAt, indexStamp } from './files/index.ts';
export { fingerprintOf } from './fingerprint.ts';
export type { Change } from './live/index.ts';
export type { OnIndexing } from './make.ts';
export type { Station } from './phraseology/index.ts';
export type { Place } from './places.ts';
export { cosine, norm, SAME, type SectionProfile } from './section-profiles.ts';
export { firstFrom } from './sorted.ts';
export { type PassageHit, SpeechIndex } from './speech-index.ts';
