import type { Question } from '../question/index.ts';
import type { Weights } from '../weights.ts';
import type { Candidate } from './rank.ts';

/**
 * Whether the best candidate really answers. Its score is set against the most that the question's terms could bring,
 * and against what can be hoped for: people who wrap a matter in everyday words (怎么才能让…) rarely hit upon the words
 * of a speech, so the more of a question is function words, the less is asked of the rest. Both weights were fitted on
 * the judged questions: docs/retrieval.md.
 */
export function isAnswered(question: Question, candidates: readonly Candidate[], weights: Weights): boolean {
  const [best] = candidates;
  if (best === undefined) return false;
  return best.score >= question.ceiling * (weights.least - weights.wrapping * question.wrapping);
}
