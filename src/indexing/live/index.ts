/** live/: an index while speeches come and go: what was frozen, and beside it what has changed since. */
export type { Change } from './change.ts';
export { type Contents, LiveIndex } from './live-index.ts';
export { inSlices } from './slices.ts';
