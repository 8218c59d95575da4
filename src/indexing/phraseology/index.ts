/**
 * phraseology/: how a corpus says things, learned once over all of its speeches when they are indexed: frames, parallel
 * sets, number abbreviations, four-character phrases, openings and closings, set phrases. Plain data that can be written
 * as JSON; every item has all of its places.
 */
export type { FourCharacterPhrase } from './four-characters.ts';
export type { Frame } from './frames/index.ts';
export type { Item, Place } from './item.ts';
export { learnPhraseology, type Phraseology } from './learn.ts';
export type { NumberAbbreviation } from './numbers/index.ts';
export type { ParallelSet } from './parallel/index.ts';
export { PhraseologySchema } from './schema.ts';
export { isSetPhrase, standsEverywhere } from './set-phrases.ts';
export { type SentenceBeginning, STATIONS, type Station, type StationSentence } from './stations.ts';
export { phraseologyWithout } from './without.ts';
