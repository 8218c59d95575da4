/** near-duplicates/: which passages say nearly the same. */
export { BANDS, bandsOf } from './bands.ts';
export { type BandTable, bandTable, groupsAlike, sharingBands } from './near-duplicates.ts';
export { areAlike, asSet, shinglesOf } from './shingles.ts';
