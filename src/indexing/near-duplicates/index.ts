/** near-duplicates/: which passages say nearly the same. */
export { nearDuplicates } from './near-duplicates.ts';
export { areAlike, asSet, shinglesOf } from './shingles.ts';
