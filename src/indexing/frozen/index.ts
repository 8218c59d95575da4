/**
 * frozen/: the inverted index as arrays of numbers. What MiniSearch has built and serialises is laid out once (`freeze`),
 * kept as sections of a file that are read straight into memory (`frozenSections`, `readFrozen`), and asked without making an object a
 * posting (`FrozenIndex`). MiniSearch defines what is found, in which order and with which scores.
 */
export { freeze } from './freeze.ts';
export { FrozenIndex } from './frozen-index.ts';
export { frozenSections, readFrozen } from './frozen-sections.ts';
export type { FrozenTerms } from './frozen-terms.ts';
export { type Segment, withoutPassages } from './segment.ts';
export { StringTable } from './string-table.ts';
