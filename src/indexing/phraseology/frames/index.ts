/**
 * frames/: fixed frames of function words with open slots (以…为…, 把…作为…, 既要…，又要…), learned from a corpus: pairs of
 * words that hold together around many different words (`association.ts`), grown by the words that stand beside them
 * (`extend.ts`), rid of fragments (`nesting.ts`).
 */
export { type Frame, learnFrames } from './learn.ts';
