import type { CutSpeeches } from './cut-speeches.ts';
import { logDice } from './log-dice.ts';
import type { WordClass } from './word-classes.ts';

/** Two nouns that stand together as one thing (队伍建设, 乡村振兴). */
export interface Compounds {
  /** Numbered behind the words of the corpus. */
  words: readonly string[];
  /** The number of the compound that two words make; `undefined` where they make none. */
  idOf(left: number, right: number): number | undefined;
}

/** From this logDice on, two neighbouring nouns are one thing. */
const LOWEST = 6.5;
const LONGEST = 6;

/** The compounds of a corpus: neighbouring nouns that are often together, and each seldom without the other. */
export function compoundsOf(
  { words, stretches }: CutSpeeches,
  classes: readonly WordClass[],
  fewest: number,
): Compounds {
  const counts = countNeighbours(
    words.length,
    stretches.map((stretch) => stretch.words),
    classes,
  );
  const known = new Map(words.map((word, id) => [word, id]));
  const ids = new Map<number, number>();
  const made: string[] = [];
  for (const [key, count] of counts.together) {
    const [left, right] = [Math.floor(key / words.length), key % words.length];
    const text = `${words[left]}${words[right]}`;
    if (count < fewest || text.length > LONGEST) continue;
    if (logDice(count, counts.left[left] ?? 0, counts.right[right] ?? 0) < LOWEST) continue;
    // 服务+水平 where the dictionary has 服务水平 too, or the same characters parted otherwise: one word.
    const id = known.get(text) ?? words.length + made.length;
    if (!known.has(text)) made.push(text);
    known.set(text, id);
    ids.set(key, id);
  }
  return { words: made, idOf: (left, right) => ids.get(left * words.length + right) };
}

interface Neighbours {
  together: Map<number, number>;
  left: Uint32Array;
  right: Uint32Array;
}

function countNeighbours(size: number, stretches: readonly Uint32Array[], classes: readonly WordClass[]): Neighbours {
  const counts: Neighbours = { together: new Map(), left: new Uint32Array(size), right: new Uint32Array(size) };
  for (const words of stretches) {
    for (let i = 0; i + 1 < words.length; i++) {
      const [left, right] = [words[i] ?? 0, words[i + 1] ?? 0];
      if (!isPart(classes[left]) || !isPart(classes[right]) || classes[right] === 'a') continue;
      const key = left * size + right;
      counts.together.set(key, (counts.together.get(key) ?? 0) + 1);
      counts.left[left] = (counts.left[left] ?? 0) + 1;
      counts.right[right] = (counts.right[right] ?? 0) + 1;
    }
  }
  return counts;
}

const isPart = (wordClass: WordClass | undefined): boolean =>
  wordClass === 'n' || wordClass === 'w' || wordClass === 'a';
