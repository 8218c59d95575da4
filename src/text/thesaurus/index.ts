/** thesaurus/: other words for a word. */
import { ENTRIES } from './entries.ts';

let made: ReadonlyMap<string, readonly string[]> | undefined;

/** The words that a passage may say instead of one that was asked for, the word itself not among them. */
export function synonyms(word: string): readonly string[] {
  made ??= readEntries(ENTRIES);
  return made.get(word) ?? [];
}

/** The longest word that has an entry. In characters. */
export const LONGEST_ENTRY = 7;

function readEntries(entries: string): Map<string, string[]> {
  const others = new Map<string, Set<string>>();
  const add = (word: string, meant: readonly string[]): void => {
    const known = others.get(word) ?? new Set();
    for (const other of meant) if (other !== word) known.add(other);
    others.set(word, known);
  };
  for (const line of entries.split('\n')) {
    const [left = '', right] = line.split(' > ');
    const words = left.split(' ').filter((word) => word !== '');
    for (const word of words) add(word, right === undefined ? words : right.split(' '));
  }
  return new Map([...others].map(([word, meant]) => [word, [...meant]]));
}
