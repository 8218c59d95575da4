const UNITS = 0x10000;

/** What postings are written as; see {@link Postings}. */
export interface PostingArrays {
  /** The units that occur, ascending. */
  units: Uint16Array;
  /** `starts[i]` is where the places of `units[i]` begin in `places`; one more entry for the end. */
  starts: Uint32Array;
  places: Uint32Array;
}

/** Where the units of a text stand. */
export interface UnitPlaces {
  readonly arrays: PostingArrays;
  /** Where a run of units begins, ascending; places may overlap. Not to be written to. */
  occurrences(run: string): Uint32Array;
  /** How often a unit stands in the text. */
  countOf(unit: string): number;
}

/**
 * Where each UTF-16 unit of a text stands, ascending. Four bytes a unit, made by one counting sort. A run of several is
 * found from its rarest unit, by looking at the text beside each place of that one. Over 14 million units, pairs of
 * neighbours and a suffix array find long runs faster, but take 16 and 80 times as long to make, and find single
 * characters, whose places they do not have in order, five times slower.
 */
export class Postings implements UnitPlaces {
  readonly arrays: PostingArrays;
  private readonly text: string;

  constructor(text: string, arrays: PostingArrays) {
    this.text = text;
    this.arrays = arrays;
  }

  /** @param left a unit that is not indexed */
  static build(text: string, left: number): Postings {
    const counts = new Uint32Array(UNITS);
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      counts[unit] = (counts[unit] as number) + 1;
    }
    counts[left] = 0;
    const ends = new Uint32Array(UNITS);
    const units: number[] = [];
    const starts: number[] = [];
    let total = 0;
    for (let unit = 0; unit < UNITS; unit++) {
      ends[unit] = total;
      if (counts[unit] === 0) continue;
      units.push(unit);
      starts.push(total);
      total += counts[unit] as number;
    }
    const places = new Uint32Array(total);
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit === left) continue;
      const at = ends[unit] as number;
      places[at] = i;
      ends[unit] = at + 1;
    }
    return new Postings(text, { units: Uint16Array.from(units), starts: Uint32Array.from([...starts, total]), places });
  }

  /** Where a unit stands, ascending. */
  of(unit: number): Uint32Array {
    const { units, starts, places } = this.arrays;
    let low = 0;
    let high = units.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((units[middle] as number) < unit) low = middle + 1;
      else high = middle;
    }
    return units[low] === unit ? places.subarray(starts[low], starts[low + 1]) : places.subarray(0, 0);
  }

  countOf(unit: string): number {
    return this.of(unit.charCodeAt(0)).length;
  }

  /** The place of a run's rarest unit in the run, and where that unit stands. */
  private rarest(run: string): { at: number; places: Uint32Array } {
    let best = { at: 0, places: this.of(run.charCodeAt(0)) };
    for (let at = 1; at < run.length; at++) {
      const places = this.of(run.charCodeAt(at));
      if (places.length < best.places.length) best = { at, places };
    }
    return best;
  }

  occurrences(run: string): Uint32Array {
    if (run === '') return new Uint32Array(0);
    const { at, places } = this.rarest(run);
    if (run.length === 1) return places;
    const found = new Uint32Array(places.length);
    const neighbour = at === 0 ? 1 : at - 1;
    const beside = run.charCodeAt(neighbour);
    const { text } = this;
    let count = 0;
    for (let i = 0; i < places.length; i++) {
      const start = (places[i] as number) - at;
      if (text.charCodeAt(start + neighbour) !== beside) continue;
      if (run.length === 2 || text.startsWith(run, start)) found[count++] = start;
    }
    return found.slice(0, count);
  }
}
