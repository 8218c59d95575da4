/**
 * parallel/: parallel sets (排比), three or more neighbouring clauses, sentences or points' leads of one frame or of one length
 * and shape, detected in each speech by itself.
 */
export { learnParallelSets, type ParallelSet } from './learn.ts';
