/** How much each virtue of a composed skeleton counts. Found by `npm run eval:outline`. */
export interface Virtues {
  /** The sections of the nearby speeches find themselves in it. */
  coverage: number;
  /** Its sections answer the question by themselves. */
  answers: number;
  /** They come from the nearest speeches. */
  fit: number;
  /** Its headings match in form. */
  form: number;
  /** It has the parts that speeches of its genre have. */
  spine: number;
  /** What is said twice, which counts against it. */
  redundancy: number;
}

/**
 * How much each kind of evidence counts in `find`, beside a word of the question found as it was typed (1). All were
 * found by measurement, and each is left out in turn by `npm run ablation`: docs/retrieval.md.
 */
export interface Weights {
  /** A shorter word inside a word of the question. */
  part: number;
  /** A single character of the question, as a share of a word. */
  character: number;
  /** The same for a character of a word that stands nowhere. */
  characterOfUnknown: number;
  /** A word that means nearly the same. */
  synonym: number;
  /** A word that stands elsewhere in the same speech. */
  elsewhere: number;
  /** Two neighbouring characters of the question that a passage has side by side. */
  pair: number;
  /** What is left of a score, 0..1, for a genre or part of a speech that was wished for and is not there. */
  otherKind: number;
  /** What is left of a score, 0..1, for another year than was wished for. */
  otherYear: number;
  /** What reaches less than this share of the best score, 0..1, is not worth a page. */
  tail: number;
  /** Hits of one speech on the first page. */
  perSpeech: number;
  /** Whether words of the same sound are tried for what is no word. */
  spelling: boolean;
  /** The least share of the reachable score that counts as an answer, and how much less where words wrap the matter. */
  least: number;
  wrapping: number;
  /** The share of a topic's words that must not be missing from the corpus, 0..1. */
  absent: number;
  /** The least share of a question's words that one passage has to say, 0..1. */
  covered: number;
  /** What makes a composed skeleton good. */
  virtues: Virtues;
}

export const WEIGHTS: Weights = {
  part: 0.5,
  character: 0.3,
  characterOfUnknown: 0.7,
  synonym: 0.5,
  elsewhere: 0.3,
  pair: 0.2,
  otherKind: 0.5,
  otherYear: 0.3,
  tail: 0.15,
  perSpeech: 2,
  spelling: true,
  least: 0.52,
  wrapping: 1.1,
  absent: 0.4,
  covered: 0.15,
  virtues: { coverage: 1.3, answers: 0.7, fit: 0.4, form: 0.25, spine: 0.15, redundancy: 0.1 },
};
