/** Columns of numbers, one after the other. */
export function concatenated(columns: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(columns.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const column of columns) {
    all.set(column, at);
    at += column.length;
  }
  return all;
}

/** Each number increased by as much. */
export const shifted = (column: Uint32Array, by: number): Uint32Array =>
  by === 0 ? column : column.map((number) => number + by);
