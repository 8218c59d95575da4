import { ZhibiError } from '../speech/index.ts';

/** How much work is taken on. */
export interface LineBounds {
  /** At once, of all people together; of one person one at a time. */
  atOnce: number;
  /** That waits, of one person and of all together. */
  waitingOfOne: number;
  waiting: number;
}

/** Does pieces of work, of each person one at a time and in their order; people take turns. */
export class FairLine {
  private readonly bounds: LineBounds;
  /** What waits, by person, in the order in which they have their turns. */
  private readonly waiting = new Map<string, (() => Promise<void>)[]>();
  private readonly running = new Set<string>();

  constructor(bounds: LineBounds) {
    this.bounds = bounds;
  }

  /**
   * Resolves or rejects as `work` does.
   *
   * @throws ZhibiError `intake-full`
   */
  async run<T>(person: string, work: () => Promise<T>): Promise<T> {
    const own = this.waiting.get(person) ?? [];
    const all = [...this.waiting.values()].reduce((sum, { length }) => sum + length, 0);
    if (own.length >= this.bounds.waitingOfOne || all >= this.bounds.waiting) throw new ZhibiError('intake-full', {});
    return new Promise<T>((resolve, reject) => {
      own.push(() => work().then(resolve, reject));
      this.waiting.set(person, own);
      this.next();
    });
  }

  /** Whoever had a turn goes behind all others. */
  private end(person: string): void {
    const left = this.waiting.get(person) ?? [];
    this.waiting.delete(person);
    if (left.length > 0) this.waiting.set(person, left);
    this.running.delete(person);
    this.next();
  }

  private next(): void {
    for (const [person, own] of this.waiting) {
      if (this.running.size >= this.bounds.atOnce) return;
      if (this.running.has(person)) continue;
      const work = own.shift();
      if (work === undefined) continue;
      this.running.add(person);
      void work().finally(() => this.end(person));
    }
  }
}
