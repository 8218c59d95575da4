/** The value below which `p` percent of the samples lie (nearest rank). */
export function percentile(samples: readonly number[], p: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)] ?? Number.NaN;
}

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const RESAMPLES = 2000;

/**
 * The 95 % interval of the mean difference between two measurements of the same cases, by a paired bootstrap (Efron and
 * Tibshirani 1993; 2,000 resamples).
 *
 * @returns lower and upper bound of `others - these`
 */
export function differenceInterval(these: readonly number[], others: readonly number[]): [number, number] {
  const random = seededRandom(20_260_302);
  const differences = these.map((value, i) => (others[i] ?? 0) - value);
  const pick = (): number => differences[Math.floor(random() * differences.length)] ?? 0;
  const means = Array.from(
    { length: RESAMPLES },
    () => differences.reduce((sum) => sum + pick(), 0) / differences.length,
  );
  return [percentile(means, 2.5), percentile(means, 97.5)];
}
