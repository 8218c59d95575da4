/** How often each pair of neighbouring characters occurs in a text. */
export type Bigrams = ReadonlyMap<string, number>;

export function bigramsOf(text: string): Bigrams {
  const counts = new Map<string, number>();
  for (let i = 0; i + 1 < text.length; i++) {
    const bigram = text.slice(i, i + 2);
    counts.set(bigram, (counts.get(bigram) ?? 0) + 1);
  }
  return counts;
}

/**
 * How alike two texts are, 0..1: the Sørensen-Dice coefficient of their character bigrams, twice what they share over
 * what both have (Dice 1945). 1 for the same text, 0 where no two neighbouring characters recur.
 */
export function similarity(a: Bigrams, b: Bigrams): number {
  const total = sizeOf(a) + sizeOf(b);
  if (total === 0) return 0;
  let shared = 0;
  for (const [bigram, count] of a) shared += Math.min(count, b.get(bigram) ?? 0);
  return (2 * shared) / total;
}

const sizeOf = (bigrams: Bigrams): number => [...bigrams.values()].reduce((sum, count) => sum + count, 0);
