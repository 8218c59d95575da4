/** The place of the last entry of an ascending array that is at most `value`; -1 where all are more. */
export function lastUpTo(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The place of the first entry of an ascending list of whole numbers that is not below `value`; its length where all are. */
export const firstFrom = (sorted: ArrayLike<number>, value: number): number => lastUpTo(sorted, value - 1) + 1;

/**
 * {@link lastUpTo} for who goes through an array: looks ahead from an entry that is known to be at most `value`, in
 * steps that double, so that near places are found at once and far ones as fast as by halving.
 */
export function lastUpToFrom(sorted: Uint32Array, from: number, value: number): number {
  let step = 1;
  let low = from;
  while (low + step < sorted.length && (sorted[low + step] as number) <= value) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, sorted.length);
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) <= value) low = middle;
    else high = middle;
  }
  return low;
}
