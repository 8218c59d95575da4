/** pattern/: how the corpus fills a pattern (夯实*基础), with every filling counted, shown in its context and cited. */
export { type Concordance, type ConcordanceOptions, concordance, type Filling } from './concordance.ts';
export { isLiteral } from './pattern.ts';
export type { TooCommon } from './quest.ts';
export { readPattern } from './read-pattern.ts';
