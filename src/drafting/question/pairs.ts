const HAN_RUN = /\p{Script=Han}{2,}/gu;

/** The pairs of neighbouring Han characters in a normalised text, each once. */
export function pairsOf(text: string): string[] {
  const pairs = new Set<string>();
  for (const [run] of text.matchAll(HAN_RUN)) {
    const characters = [...run];
    for (let i = 0; i + 2 <= characters.length; i++) pairs.add(characters.slice(i, i + 2).join(''));
  }
  return [...pairs];
}

/** How often a pair stands in a text. */
export function countPairs(text: string, pair: string): number {
  let count = 0;
  for (let at = text.indexOf(pair); at !== -1; at = text.indexOf(pair, at + 1)) count++;
  return count;
}
