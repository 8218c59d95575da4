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
  return total === 0 ? 0 : (2 * sharedWith(a, b)) / total;
}

/** How many bigrams two texts share, repeated ones as often as both have them. */
export function sharedWith(a: Bigrams, b: Bigrams): number {
  let shared = 0;
  for (const [bigram, count] of a) shared += Math.min(count, b.get(bigram) ?? 0);
  return shared;
}

const sizeOf = (bigrams: Bigrams): number => [...bigrams.values()].reduce((sum, count) => sum + count, 0);
