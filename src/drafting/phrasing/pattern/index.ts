/** pattern/: how the corpus fills a pattern (夯实*基础), with every filling counted, shown in its context and cited. */
export { type Concordance, type ConcordanceOptions, concordance, type Filling } from './concordance.ts';
export type { Kwic } from './kwic.ts';
export { isLiteral, type Pattern } from './pattern.ts';
export type { TooCommon } from './quest.ts';
export { readPattern, type SynonymsOf } from './read-pattern.ts';
