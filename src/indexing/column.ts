/** A growing column of unsigned numbers: four bytes each, where an array of objects would be forty. */
export class Column {
  length = 0;
  private values = new Uint32Array(1024);

  push(value: number): void {
    if (this.length === this.values.length) {
      const longer = new Uint32Array(2 * this.length);
      longer.set(this.values);
      this.values = longer;
    }
    this.values[this.length++] = value;
  }

  at(i: number): number {
    return this.values[i] ?? 0;
  }

  /** What it holds, in an array of its own. */
  toArray(): Uint32Array {
    return this.values.slice(0, this.length);
  }
}
