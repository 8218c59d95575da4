import { lastUpTo } from './sorted.ts';

/** A passage by numbers. */
export interface Numbered {
  /** Position of its speech. */
  speech: number;
  /** Its place among the passages of the speech, from 0. */
  nth: number;
}

/** By its position before, the position of a speech among those that are kept; -1 of one that is not. */
export function positionsAmong(count: number, isKept: (speech: number) => boolean): (speech: number) => number {
  let kept = 0;
  const positions = Int32Array.from({ length: count }, (_, speech) => (isKept(speech) ? kept++ : -1));
  return (speech) => positions[speech] ?? -1;
}

/**
 * Which passages are whose. Passages are numbered in the order in which they were indexed, so that those of a speech follow
 * one another; numbers of speeches that were taken out are nobody's.
 */
export class PassageNumbers {
  /** By speech, the number of its first passage: ascending. */
  readonly firsts: Uint32Array;
  /** By speech, how many passages it has. */
  readonly counts: Uint32Array;
  /** How many passages there are. */
  readonly total: number;

  constructor(firsts: Uint32Array, counts: Uint32Array) {
    this.firsts = firsts;
    this.counts = counts;
    this.total = counts.reduce((sum, count) => sum + count, 0);
  }

  /** The numbers of speeches that were indexed one after the other. */
  static of(counts: Uint32Array): PassageNumbers {
    const firsts = new Uint32Array(counts.length);
    for (let i = 1; i < counts.length; i++) firsts[i] = (firsts[i - 1] ?? 0) + (counts[i - 1] ?? 0);
    return new PassageNumbers(firsts, counts);
  }

  /** Whose passage a number is; `undefined` where it is nobody's. */
  find(number: number): Numbered | undefined {
    const speech = lastUpTo(this.firsts, number);
    const nth = number - (this.firsts[speech] ?? 0);
    return speech === -1 || nth >= (this.counts[speech] ?? 0) ? undefined : { speech, nth };
  }

  /** Those of some of the speeches, who get new positions; the numbers stay. */
  only(isKept: (speech: number) => boolean): PassageNumbers {
    const left = (_: number, speech: number): boolean => isKept(speech);
    return new PassageNumbers(this.firsts.filter(left), this.counts.filter(left));
  }

  /** The numbers of some of the speeches' passages, ascending. */
  passagesOf(isMeant: (speech: number) => boolean): Uint32Array {
    const found = new Uint32Array(this.total);
    let end = 0;
    for (let speech = 0; speech < this.firsts.length; speech++) {
      if (!isMeant(speech)) continue;
      const first = this.firsts[speech] ?? 0;
      const count = this.counts[speech] ?? 0;
      for (let nth = 0; nth < count; nth++) found[end++] = first + nth;
    }
    return found.slice(0, end);
  }
}
