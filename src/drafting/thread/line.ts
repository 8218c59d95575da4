import type { DraftRequest } from '../request.ts';

/** Kinds that take some ten milliseconds; the others take ten times as long. */
const QUICK: ReadonlySet<DraftRequest['kind']> = new Set([
  'find',
  'source',
  'passage',
  'skeleton',
  'speech-skeleton',
  'overview',
]);

/** What takes long is not passed by for longer than this. In milliseconds. */
const LONGEST_WAIT = 1000;

interface Waiting<Item> {
  item: Item;
  since: number;
}

/**
 * Who waits to be answered. What is quick goes first (shortest job first: the mean wait is the least), what takes long when
 * nothing quick waits, or when it has waited long enough; within each, first come, first served.
 */
export class Line<Item> {
  private readonly quick: Waiting<Item>[] = [];
  private readonly slow: Waiting<Item>[] = [];
  private readonly now: () => number;

  /** @param now milliseconds on a clock that never goes back */
  constructor(now: () => number) {
    this.now = now;
  }

  add(kind: DraftRequest['kind'], item: Item): void {
    (QUICK.has(kind) ? this.quick : this.slow).push({ item, since: this.now() });
  }

  /** Takes the next out of the line; `undefined` where nobody waits. */
  next(): Item | undefined {
    const [slow] = this.slow;
    const isPatient = slow === undefined || this.now() - slow.since < LONGEST_WAIT;
    const line = this.quick.length > 0 && isPatient ? this.quick : this.slow;
    return line.shift()?.item;
  }

  /** Sends everybody away. @returns who waited */
  clear(): Item[] {
    return [...this.quick.splice(0), ...this.slow.splice(0)].map(({ item }) => item);
  }
}
