import type { Normalised } from '../../text/index.ts';
import { lastUpTo } from '../sorted.ts';
import { concatenated, shifted } from './columns.ts';

/** What an offset map is written as; see {@link OffsetMap}. */
export interface OffsetArrays {
  at: Uint32Array;
  shifts: Int32Array;
  /** The places behind whose character something of the original is left out, ascending, and how many units of it. */
  gapAt: Uint32Array;
  gapLengths: Uint32Array;
}

/**
 * The way from a place in the normalised text back to the original. Nearly every character is one unit in both, so that
 * only the places are kept from which on the distance between the two is another: where a segment begins, at ligatures,
 * fractions, ellipses, characters of two units.
 */
export class OffsetMap {
  private readonly at: Uint32Array;
  private readonly shifts: Int32Array;
  private readonly gapAt: Uint32Array;
  private readonly gapLengths: Uint32Array;

  constructor({ at, shifts, gapAt, gapLengths }: OffsetArrays) {
    this.at = at;
    this.shifts = shifts;
    this.gapAt = gapAt;
    this.gapLengths = gapLengths;
  }

  /** The way back from a text that is put together of others. @param all with where each begins in it */
  static joined(all: readonly { offsets: OffsetMap; start: number }[]): OffsetMap {
    const at = concatenated(all.map(({ offsets, start }) => shifted(offsets.at, start)));
    const shifts = new Int32Array(at.length);
    let end = 0;
    for (const { offsets, start } of all) {
      for (const shift of offsets.shifts) shifts[end++] = shift - start;
    }
    const gapAt = concatenated(all.map(({ offsets, start: first }) => shifted(offsets.gapAt, first)));
    const gapLengths = concatenated(all.map(({ offsets }) => offsets.gapLengths));
    return new OffsetMap({ at, shifts, gapAt, gapLengths });
  }

  get arrays(): OffsetArrays {
    return { at: this.at, shifts: this.shifts, gapAt: this.gapAt, gapLengths: this.gapLengths };
  }

  /** Where the character behind a unit of the normalised text begins in the original. */
  original(place: number): number {
    return place + (this.shifts[lastUpTo(this.at, place)] ?? 0);
  }

  /** How many units of the original are left out behind the character that ends at a unit of the normalised text. */
  gapBehind(place: number): number {
    const at = lastUpTo(this.gapAt, place);
    return this.gapAt[at] === place ? (this.gapLengths[at] ?? 0) : 0;
  }
}

/** Collects an {@link OffsetMap}, segment by segment. */
export class OffsetCollector {
  private readonly at: number[] = [];
  private readonly shifts: number[] = [];
  private readonly gapAt: number[] = [];
  private readonly gapLengths: number[] = [];

  /**
   * Adds a segment that begins at `place` of the normalised text and at `start` of the original.
   *
   * @param normalised what `normaliseDocument` gives of it
   */
  add(place: number, start: number, { offsets, ends }: Pick<Normalised, 'offsets' | 'ends'>): void {
    let current = Number.NaN;
    for (let i = 0; i < offsets.length; i++) {
      const shift = start + (offsets[i] as number) - (place + i);
      if (shift === current) continue;
      this.at.push(place + i);
      this.shifts.push(shift);
      current = shift;
    }
    for (let i = 0; i < ends.length; i++) {
      const gap = (offsets[i + 1] as number) - (ends[i] as number);
      // The units of one character end together, behind where the next of them begins.
      if (gap <= 0) continue;
      this.gapAt.push(place + i);
      this.gapLengths.push(gap);
    }
  }

  finish(): OffsetMap {
    return new OffsetMap({
      at: Uint32Array.from(this.at),
      shifts: Int32Array.from(this.shifts),
      gapAt: Uint32Array.from(this.gapAt),
      gapLengths: Uint32Array.from(this.gapLengths),
    });
  }
}
