import { BestScores } from './best-scores.ts';

/** Scores that differ by less than this share may be equal: they were not added up in the order of the question. */
const ROUNDING = 1e-12;
/** Less is nothing: what terms without weight are marked with. */
const NOTHING = 1e-300;
const FEWEST = 256;

/**
 * The passages that may be among the best: all whose score is not below the best `most` so far, those as good as the last
 * of these too, since what decides among equals is looked at in the end. Scores come as they were added up in any order.
 */
export class Candidates {
  /** What a passage must reach to come into question. */
  least = Number.NEGATIVE_INFINITY;
  /** How many are wanted, at least 1. */
  readonly most: number;
  private readonly best: BestScores;
  private passages: Uint32Array;
  private scores: Float64Array;
  private size = 0;
  private readonly isExact: boolean;

  /**
   * @param isExact whether scores are exact and passages come in their order, so that of equals the first is the better
   */
  constructor(most: number, isExact: boolean) {
    this.most = most;
    this.isExact = isExact;
    this.best = new BestScores(most);
    this.passages = new Uint32Array(FEWEST + 2 * most);
    this.scores = new Float64Array(FEWEST + 2 * most);
  }

  add(passage: number, score: number): void {
    const worst = this.best.least;
    if (score < this.least || (this.isExact && score === worst)) return;
    this.best.add(score);
    this.least = withoutRounding(this.best.least);
    if (this.size === this.passages.length) this.makeRoom();
    this.passages[this.size] = passage;
    this.scores[this.size] = score;
    this.size++;
  }

  /** Those that are left, in the order in which they came. */
  all(): Uint32Array {
    this.drop();
    return this.passages.slice(0, this.size);
  }

  private makeRoom(): void {
    this.drop();
    if (this.size < this.passages.length / 2) return;
    const [passages, scores] = [this.passages, this.scores];
    this.passages = new Uint32Array(2 * passages.length);
    this.scores = new Float64Array(2 * scores.length);
    this.passages.set(passages);
    this.scores.set(scores);
  }

  /** Lets go of what has been surpassed. */
  private drop(): void {
    const { passages, scores, least } = this;
    let kept = 0;
    for (let i = 0; i < this.size; i++) {
      const score = scores[i] ?? 0;
      if (score < least) continue;
      passages[kept] = passages[i] ?? 0;
      scores[kept] = score;
      kept++;
    }
    this.size = kept;
  }
}

const withoutRounding = (score: number): number => score - Math.abs(score) * ROUNDING - NOTHING;
