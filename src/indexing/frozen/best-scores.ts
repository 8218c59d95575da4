/**
 * The best scores of those that come: a bounded heap with the worst of them on top (Knuth, TAOCP 3, 5.2.3), so that what is
 * no better than that is turned away after one comparison.
 */
export class BestScores {
  private readonly most: number;
  private readonly scores: Float64Array;
  private size = 0;

  /** @param most how many are kept, at least 1 */
  constructor(most: number) {
    this.most = most;
    this.scores = new Float64Array(most);
  }

  /** The worst that is kept; below everything until there are as many as are kept. */
  get least(): number {
    return this.size < this.most ? Number.NEGATIVE_INFINITY : (this.scores[0] ?? 0);
  }

  add(score: number): void {
    if (this.size < this.most) this.rise(this.size++, score);
    else if (score > (this.scores[0] ?? 0)) this.sink(score);
  }

  private rise(from: number, score: number): void {
    const { scores } = this;
    let at = from;
    while (at > 0) {
      const above = (at - 1) >>> 1;
      const other = scores[above] ?? 0;
      if (other <= score) break;
      scores[at] = other;
      at = above;
    }
    scores[at] = score;
  }

  /** Puts a score in the place of the worst. */
  private sink(score: number): void {
    const { scores, size } = this;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && (scores[child + 1] ?? 0) < (scores[child] ?? 0)) child++;
      const other = scores[child] ?? 0;
      if (other >= score) break;
      scores[at] = other;
      at = child;
    }
    scores[at] = score;
  }
}
