import { seededRandom } from '../statistics.ts';

/** Chance that is the same for the same seed. */
export class Random {
  /** In [0, 1). */
  readonly number: () => number;

  constructor(seed: number) {
    this.number = seededRandom(seed);
  }

  /** A whole number from 0, below `below`. */
  below(below: number): number {
    return Math.floor(this.number() * below);
  }

  pick<T>(list: readonly T[]): T | undefined {
    return list[this.below(list.length)];
  }

  /** One of a list that is not empty. */
  one<T>(list: readonly [T, ...T[]]): T {
    return list[this.below(list.length)] ?? list[0];
  }

  bytes(length: number): Buffer {
    return Buffer.from(Array.from({ length }, () => this.below(256)));
  }
}
