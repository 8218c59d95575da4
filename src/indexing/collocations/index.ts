/**
 * collocations/: which words the speeches put together, learned once when they are indexed: verb and object, modifier
 * and head, with counts, spread, logDice and places.
 */
export { type Collocation, type CollocationPlace, CollocationTable, type Side } from './collocation-table.ts';
export { Collocations } from './collocations.ts';
export { cutWords } from './cut-speeches.ts';
export { learnCollocations } from './learn.ts';
export { logDice } from './log-dice.ts';
export { NEGATIONS, pairsIn, type Relation } from './pairs-in-clause.ts';
export { classOfWord, type WordClass } from './word-classes.ts';
