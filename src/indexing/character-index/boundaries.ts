import { clauses, sentences } from '../../text/index.ts';
import { lastUpTo } from '../sorted.ts';
import { concatenated, shifted } from './columns.ts';

const BITS = 32;

/** What boundaries are written as; see {@link Boundaries}. */
export interface BoundaryArrays {
  /** One bit a unit of the text: whether it is inside a clause. */
  clauseBits: Uint32Array;
  /** By speech, how many clauses it has. */
  clauseCounts: Uint32Array;
  /** Where sentences begin; each segment begins one. */
  sentences: Uint32Array;
}

/** Where clauses and sentences of the normalised text begin and end, as `clauses` and `sentences` divide the original. */
export class Boundaries {
  readonly arrays: BoundaryArrays;

  constructor(arrays: BoundaryArrays) {
    this.arrays = arrays;
  }

  /**
   * Those of a text that is put together of others.
   *
   * @param all with where each begins in it
   * @param length of the whole text, in units
   */
  static joined(all: readonly { boundaries: Boundaries; start: number }[], length: number): Boundaries {
    const clauseBits = new Uint32Array(Math.ceil(length / BITS));
    for (const { boundaries, start } of all) copyBits(boundaries.arrays.clauseBits, clauseBits, start);
    return new Boundaries({
      clauseBits,
      clauseCounts: concatenated(all.map(({ boundaries }) => boundaries.arrays.clauseCounts)),
      sentences: concatenated(all.map(({ boundaries, start }) => shifted(boundaries.arrays.sentences, start))),
    });
  }

  /** Whether a unit is inside a clause, and not a mark or blank between two. */
  isInClause(place: number): boolean {
    return (((this.arrays.clauseBits[place >>> 5] as number) >>> (place & (BITS - 1))) & 1) === 1;
  }

  /** Where the sentence of a place begins, and where the next one does. */
  sentenceAt(place: number): { start: number; next: number } {
    const { sentences: starts } = this.arrays;
    const at = lastUpTo(starts, place);
    return { start: starts[at] ?? 0, next: starts[at + 1] ?? Number.POSITIVE_INFINITY };
  }
}

/** Collects {@link Boundaries}, segment by segment. */
export class BoundaryCollector {
  private readonly clauses: number[] = [];
  private readonly sentences: number[] = [];
  /** By speech, how many numbers {@link clauses} had before it. */
  private readonly speeches: number[] = [];

  beginSpeech(): void {
    this.speeches.push(this.clauses.length);
  }

  /**
   * Adds a segment that begins at `place` of the normalised text.
   *
   * @param offsets as of `normalise(original)`
   */
  add(place: number, original: string, offsets: Uint32Array): void {
    const last = offsets.length - 1;
    let unit = 0;
    const toPlace = (offset: number): number => {
      while (unit < last && (offsets[unit] as number) < offset) unit++;
      return place + unit;
    };
    for (const { start, end } of clauses(original)) {
      this.clauses.push(toPlace(start));
      this.clauses.push(toPlace(end));
    }
    unit = 0;
    this.sentences.push(place);
    for (const { start } of sentences(original).slice(1)) this.sentences.push(toPlace(start));
  }

  /** @param length of the whole text, in units */
  finish(length: number): Boundaries {
    const clauseBits = new Uint32Array(Math.ceil(length / BITS));
    for (let i = 0; i < this.clauses.length; i += 2) {
      setBits(clauseBits, this.clauses[i] as number, this.clauses[i + 1] as number);
    }
    return new Boundaries({
      clauseBits,
      clauseCounts: Uint32Array.from(
        this.speeches,
        (start, i) => ((this.speeches[i + 1] ?? this.clauses.length) - start) / 2,
      ),
      sentences: Uint32Array.from(this.sentences),
    });
  }
}

/** Copies bits to where all are 0. */
function copyBits(from: Uint32Array, to: Uint32Array, start: number): void {
  const by = start & (BITS - 1);
  let word = start >>> 5;
  for (const bits of from) {
    to[word] = (to[word] as number) | (bits << by);
    word++;
    if (by > 0 && word < to.length) to[word] = bits >>> (BITS - by);
  }
}

function setBits(bits: Uint32Array, start: number, end: number): void {
  for (let place = start; place < end; ) {
    const from = place & (BITS - 1);
    const to = Math.min(BITS, from + end - place);
    const mask = to - from === BITS ? 0xffffffff : ((2 ** (to - from) - 1) << from) >>> 0;
    bits[place >>> 5] = ((bits[place >>> 5] as number) | mask) >>> 0;
    place += to - from;
  }
}
