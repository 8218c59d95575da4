/**
 * evaluation/: how good `find` is, by judged questions, and skeletons, by speeches that were held. Reads sets of questions with the passages that should come back,
 * or with none; asks them; computes MRR, recall and nDCG as the field defines them. Pure: files are read elsewhere.
 */
export { type Evaluation, evaluate, type QueryResult } from './evaluate.ts';
export { type JudgedQuery, readDocuments, readJudgedSet } from './judged-set.ts';
export { mean } from './metrics.ts';
export { evaluatePhrasing, type PhrasingResult, readPhrasingSet } from './phrasing-set.ts';
export { asSpeech } from './plain-collection.ts';
export { measureSkeleton, type SkeletonMeasures } from './skeleton-measures.ts';
