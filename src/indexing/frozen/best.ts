/** A passage as it is ranked. */
export interface Ranked {
  /** Its number. */
  passage: number;
  score: number;
  /** Among passages of one score, more is better. */
  second: number;
}

/**
 * The best of what comes, a bounded heap with the worst of them on top (Knuth, TAOCP 3, 5.2.3): what is no better than
 * that is turned away after one comparison. Of equals the one that came earlier is better.
 */
export class Best {
  private readonly most: number;
  private readonly passages: Uint32Array;
  private readonly scores: Float64Array;
  private readonly seconds: Float64Array;
  /** When each came. */
  private readonly turns: Uint32Array;
  private size = 0;
  private turn = 0;

  /** @param most how many are kept */
  constructor(most: number) {
    this.most = most;
    this.passages = new Uint32Array(most);
    this.scores = new Float64Array(most);
    this.seconds = new Float64Array(most);
    this.turns = new Uint32Array(most);
  }

  /** Whether a passage would be kept that came now. */
  wants(score: number, second: number): boolean {
    if (this.size < this.most) return true;
    if (this.most === 0) return false;
    const worst = this.scores[0] ?? 0;
    return score > worst || (score === worst && second > (this.seconds[0] ?? 0));
  }

  /** Keeps a passage that is wanted. */
  add(passage: number, score: number, second: number): void {
    const isFull = this.size === this.most;
    const at = isFull ? 0 : this.size++;
    this.passages[at] = passage;
    this.scores[at] = score;
    this.seconds[at] = second;
    this.turns[at] = this.turn++;
    if (isFull) this.sink();
    else this.rise(at);
  }

  /** Those that were kept, best first. */
  ranked(): Ranked[] {
    const places = Uint32Array.from({ length: this.size }, (_, i) => i);
    return [...places.sort((a, b) => (this.isWorse(b, a) ? -1 : 1))].map((at) => ({
      passage: this.passages[at] ?? 0,
      score: this.scores[at] ?? 0,
      second: this.seconds[at] ?? 0,
    }));
  }

  private rise(from: number): void {
    for (let at = from; at > 0; ) {
      const above = (at - 1) >>> 1;
      if (!this.isWorse(at, above)) return;
      this.swap(at, above);
      at = above;
    }
  }

  private sink(): void {
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      if (left >= this.size) return;
      const worse = left + 1 < this.size && this.isWorse(left + 1, left) ? left + 1 : left;
      if (!this.isWorse(worse, at)) return;
      this.swap(at, worse);
      at = worse;
    }
  }

  private isWorse(a: number, b: number): boolean {
    const byScore = (this.scores[a] ?? 0) - (this.scores[b] ?? 0);
    if (byScore !== 0) return byScore < 0;
    const bySecond = (this.seconds[a] ?? 0) - (this.seconds[b] ?? 0);
    if (bySecond !== 0) return bySecond < 0;
    return (this.turns[a] ?? 0) > (this.turns[b] ?? 0);
  }

  private swap(a: number, b: number): void {
    for (const column of [this.passages, this.scores, this.seconds, this.turns]) {
      const kept = column[a] ?? 0;
      column[a] = column[b] ?? 0;
      column[b] = kept;
    }
  }
}
