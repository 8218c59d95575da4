/** Shannon entropy of counts as a share of the most it can be: 1 where every one of `count` fillers is another, 0 where all are one. */
export function evenness(fillers: ReadonlyMap<unknown, number>, count: number): number {
  let entropy = 0;
  for (const times of fillers.values()) entropy -= (times / count) * Math.log2(times / count);
  return count < 2 ? 0 : entropy / Math.log2(count);
}
