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
 * {@link firstFrom} for who goes through a part of an array: looks ahead from a place on, in steps that double, so that near
 * places are found at once and far ones as fast as by halving.
 *
 * @param from what stands before is below `value`
 * @param end behind the last entry that is looked at, and what is told where all are below `value`
 */
export function firstFromOn(sorted: Uint32Array, value: number, from: number, end: number): number {
  let step = 1;
  let low = from;
  while (low + step <= end && (sorted[low + step - 1] as number) < value) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step - 1, end);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * {@link lastUpTo} for who goes through an array of whole numbers, from an entry on that is known to be at most `value`;
 * that entry where it is not.
 */
export const lastUpToFrom = (sorted: Uint32Array, from: number, value: number): number =>
  Math.max(from, firstFromOn(sorted, value + 1, from, sorted.length) - 1);
