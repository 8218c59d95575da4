/** Strings by their number, laid end to end as UTF-16 units, so that any string at all comes back as it was. */
export class StringTable {
  /** One more than there are strings: where each begins, in units, and where the last one ends. */
  readonly starts: Uint32Array;
  readonly units: Uint16Array;

  constructor(starts: Uint32Array, units: Uint16Array) {
    this.starts = starts;
    this.units = units;
  }

  static of(strings: readonly string[]): StringTable {
    const starts = new Uint32Array(strings.length + 1);
    for (const [i, string] of strings.entries()) starts[i + 1] = (starts[i] ?? 0) + string.length;
    const units = new Uint16Array(starts[strings.length] ?? 0);
    for (const [i, string] of strings.entries()) {
      const start = starts[i] ?? 0;
      for (let at = 0; at < string.length; at++) units[start + at] = string.charCodeAt(at);
    }
    return new StringTable(starts, units);
  }

  get length(): number {
    return this.starts.length - 1;
  }

  /** The string of a number; empty for a number that there is not. */
  at(i: number): string {
    let string = '';
    for (const unit of this.units.subarray(this.starts[i], this.starts[i + 1])) string += String.fromCharCode(unit);
    return string;
  }

  /** The number of a string, by halving; -1 where it is not there. For a table in the order of UTF-16 units. */
  find(string: string): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = this.compare(middle, string);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return -1;
  }

  /** Below 0 where the string of a number comes before another, above where after. */
  private compare(i: number, string: string): number {
    const start = this.starts[i] ?? 0;
    const length = (this.starts[i + 1] ?? 0) - start;
    const shared = Math.min(length, string.length);
    for (let at = 0; at < shared; at++) {
      const difference = (this.units[start + at] ?? 0) - string.charCodeAt(at);
      if (difference !== 0) return difference;
    }
    return length - string.length;
  }
}
