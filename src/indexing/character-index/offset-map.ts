import { lastUpTo } from '../sorted.ts';
import { concatenated, shifted } from './columns.ts';

/** What an offset map is written as; see {@link OffsetMap}. */
export interface OffsetArrays {
  at: Uint32Array;
  shifts: Int32Array;
}

/**
 * The way from a place in the normalised text back to the original. Nearly every character is one unit in both, so that
 * only the places are kept from which on the distance between the two is another: where a segment begins, at ligatures,
 * fractions, ellipses, characters of two units.
 */
export class OffsetMap {
  private readonly at: Uint32Array;
  private readonly shifts: Int32Array;

  constructor({ at, shifts }: OffsetArrays) {
    this.at = at;
    this.shifts = shifts;
  }

  /** The way back from a text that is put together of others. @param all with where each begins in it */
  static joined(all: readonly { offsets: OffsetMap; start: number }[]): OffsetMap {
    const at = concatenated(all.map(({ offsets, start }) => shifted(offsets.at, start)));
    const shifts = new Int32Array(at.length);
    let end = 0;
    for (const { offsets, start } of all) {
      for (const shift of offsets.shifts) shifts[end++] = shift - start;
    }
    return new OffsetMap({ at, shifts });
  }

  get arrays(): OffsetArrays {
    return { at: this.at, shifts: this.shifts };
  }

  /** Where the character behind a unit of the normalised text begins in the original. */
  original(place: number): number {
    return place + (this.shifts[lastUpTo(this.at, place)] ?? 0);
  }
}

/** Collects an {@link OffsetMap}, segment by segment. */
export class OffsetCollector {
  private readonly at: number[] = [];
  private readonly shifts: number[] = [];

  /**
   * Adds a segment that begins at `place` of the normalised text and at `start` of the original.
   *
   * @param offsets as of `normalise`: one entry a unit, and one for the end
   */
  add(place: number, start: number, offsets: Uint32Array): void {
    let current = Number.NaN;
    for (let i = 0; i < offsets.length; i++) {
      const shift = start + (offsets[i] as number) - (place + i);
      if (shift === current) continue;
      this.at.push(place + i);
      this.shifts.push(shift);
      current = shift;
    }
  }

  finish(): OffsetMap {
    return new OffsetMap({ at: Uint32Array.from(this.at), shifts: Int32Array.from(this.shifts) });
  }
}
