import { Column } from '../column.ts';
import type { CutStretch } from './cut-speeches.ts';
import { logDice } from './log-dice.ts';

/** Places of one pair that are kept. What stands more often is cited by these, taken evenly from all. */
const MOST_PLACES = 10;
/** Pairs of less are neighbours by chance. */
const LOWEST = 2;

/** A word on the right that stands this often is one that says something of a rare word on the left. */
const COMMON = 5;

/** Which pairs are worth keeping. */
interface Kept {
  /** The number of words. */
  size: number;
  /** Pairs that stand as often. */
  fewest: number;
  /** Pairs whose left word stands no more often than this, and whose right word is common. */
  rare: number;
}

/** A pair of words where it stands: numbers of words, number of the stretch, offsets into the normalised stretch. */
interface Occurrence {
  left: number;
  right: number;
  stretch: number;
  start: number;
  end: number;
}

/** Pairs of words as they are met, column by column: twenty bytes each. */
export class FoundPairs {
  private readonly left = new Column();
  private readonly right = new Column();
  private readonly stretch = new Column();
  private readonly start = new Column();
  private readonly end = new Column();

  add(occurrence: Occurrence): void {
    this.left.push(occurrence.left);
    this.right.push(occurrence.right);
    this.stretch.push(occurrence.stretch);
    this.start.push(occurrence.start);
    this.end.push(occurrence.end);
  }

  /** How often two words were met, as far as they have been so far. `size`: the number of words that are asked for. */
  counts(size: number): (left: number, right: number) => number {
    const counts = new Map<number, number>();
    for (let i = 0; i < this.left.length; i++) {
      if (this.left.at(i) >= size || this.right.at(i) >= size) continue;
      const key = this.left.at(i) * size + this.right.at(i);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return (left, right) => counts.get(left * size + right) ?? 0;
  }

  /**
   * The rows of `Collocations`: of each pair that stands `fewest` times or more, and of what a rare word on the left is
   * met with. `size`: the number of words.
   */
  rows({ size, fewest, rare }: Kept, stretches: readonly CutStretch[]): number[][] {
    const [lefts, rights] = [tally(this.left, size), tally(this.right, size)];
    const rows: number[][] = [];
    const isKept = (left: number, right: number, count: number): boolean =>
      count >= fewest || ((lefts[left] ?? 0) <= rare && (rights[right] ?? 0) >= COMMON);
    for (const [key, at] of this.byPair(size, isKept)) {
      const [left, right] = [Math.floor(key / size), key % size];
      const score = logDice(at.length, lefts[left] ?? 0, rights[right] ?? 0);
      if (score < LOWEST) continue;
      const speeches = new Set(at.map((i) => stretches[this.stretch.at(i)]?.speech)).size;
      const places = evenly(at, MOST_PLACES).flatMap((i) => this.place(i, stretches));
      rows.push([left, right, at.length, speeches, Math.round(score * 100) / 100, ...places]);
    }
    return rows;
  }

  /** Occurrences by pair. Counted first: most pairs of a large corpus stand once, and get no list. */
  private byPair(size: number, isKept: (left: number, right: number, count: number) => boolean): Map<number, number[]> {
    const counts = new Map<number, number>();
    const keyOf = (i: number): number => this.left.at(i) * size + this.right.at(i);
    for (let i = 0; i < this.left.length; i++) counts.set(keyOf(i), (counts.get(keyOf(i)) ?? 0) + 1);
    const pairs = new Map<number, number[]>();
    for (let i = 0; i < this.left.length; i++) {
      const key = keyOf(i);
      const same = pairs.get(key);
      if (same !== undefined) same.push(i);
      else if (isKept(this.left.at(i), this.right.at(i), counts.get(key) ?? 0)) pairs.set(key, [i]);
    }
    return pairs;
  }

  private place(i: number, stretches: readonly CutStretch[]): number[] {
    const stretch = stretches[this.stretch.at(i)];
    if (stretch === undefined) return [];
    const { start, end } = stretch.original(this.start.at(i), this.end.at(i));
    return [stretch.speech, start, end - start];
  }
}

function tally(column: Column, size: number): Uint32Array {
  const counts = new Uint32Array(size);
  for (let i = 0; i < column.length; i++) counts[column.at(i)] = (counts[column.at(i)] ?? 0) + 1;
  return counts;
}

/** So many of a list, from its beginning to its end. */
function evenly(list: readonly number[], most: number): number[] {
  if (list.length <= most) return [...list];
  return Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)] ?? 0);
}
