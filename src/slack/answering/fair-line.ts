import { setTimeout as sleep } from 'node:timers/promises';

/** Whoever would wait longer than this is told so. In milliseconds. */
const LONGEST_WAIT = 5000;
/** Questions that are with the drafter at once: it takes the quick ones first. */
const AT_ONCE = 4;
/** What a question takes until some were measured, and how much each new one counts. In milliseconds; 0..1. */
const FIRST_GUESS = 50;
const NEWEST = 0.1;

/** Time, as it passes here; tests have their own. */
export interface LineClock {
  now: () => number;
  wait: (ms: number) => Promise<unknown>;
}
const CLOCK: LineClock = { now: () => performance.now(), wait: (ms) => sleep(ms, undefined, { ref: false }) };

/** Starts the work, or sends whoever waits away. */
type Waiting = (isTurn: boolean) => void;

/**
 * The line before the drafter. People take turns, each with one question, so that a burst of one keeps nobody else waiting.
 * Whoever would wait longer than five seconds is told at once that many are asking, and whoever has waited so long too.
 */
export class FairLine {
  /** By person, in the order of their turns; nobody without a question. */
  private readonly waiting = new Map<string, Waiting[]>();
  private running = 0;
  private average = FIRST_GUESS;
  private readonly clock: LineClock;

  constructor(clock: LineClock = CLOCK) {
    this.clock = clock;
  }

  /** Resolves or rejects as `work` does; `busy` where it was not done. */
  async run<T>(person: string, work: () => Promise<T>): Promise<T | 'busy'> {
    if (!(await this.turn(person))) return 'busy';
    const began = this.clock.now();
    try {
      return await work();
    } finally {
      this.average += NEWEST * (this.clock.now() - began - this.average);
      this.running--;
      this.next();
    }
  }

  /** Resolves when it is somebody's turn, which counts as running then; `false` where it takes too long. */
  private turn(person: string): Promise<boolean> {
    if (this.running < AT_ONCE) {
      this.running++;
      return Promise.resolve(true);
    }
    if ((this.before(person) * this.average) / AT_ONCE > LONGEST_WAIT) return Promise.resolve(false);
    return new Promise((resolve) => {
      const one: Waiting = resolve;
      this.waiting.set(person, [...(this.waiting.get(person) ?? []), one]);
      void this.clock.wait(LONGEST_WAIT).then(() => {
        if (this.leave(person, one)) resolve(false);
      });
    });
  }

  /** How many questions come before a further one of somebody: those running, their own, and as many of each other person. */
  private before(person: string): number {
    const own = this.waiting.get(person)?.length ?? 0;
    let others = 0;
    for (const [other, { length }] of this.waiting) if (other !== person) others += Math.min(length, own + 1);
    return this.running + own + others;
  }

  private next(): void {
    const [first] = this.waiting;
    if (first === undefined || this.running >= AT_ONCE) return;
    const [person, [begin, ...others]] = first;
    // Whoever has another question waits behind everybody else.
    this.waiting.delete(person);
    if (others.length > 0) this.waiting.set(person, others);
    this.running++;
    begin?.(true);
  }

  /** @returns whether it was still in the line */
  private leave(person: string, one: Waiting): boolean {
    const own = this.waiting.get(person) ?? [];
    if (!own.includes(one)) return false;
    const others = own.filter((other) => other !== one);
    if (others.length === 0) this.waiting.delete(person);
    else this.waiting.set(person, others);
    return true;
  }
}
