import { clauses, normaliseDocumentText } from '../../../text/index.ts';

/** What makes two headings a pair to the ear: see {@link formLikeness}. */
const SAME_CLAUSES = 0.2;
const SAME_LENGTHS = 0.3;
const SAME_CHARACTERS = 0.5;

/** What the form of a heading is told by. */
export interface Form {
  /** Its letters and digits, normalised. */
  characters: string;
  /** Lengths of its clauses, in characters. */
  lengths: readonly number[];
}

export function formOf(heading: string): Form {
  const text = normaliseDocumentText(heading);
  return {
    characters: text.replace(/[^\p{L}\p{N}]/gu, ''),
    lengths: clauses(text).map(({ start, end }) => end - start),
  };
}

/**
 * How far two headings are of one form, 0..1: as many clauses, of nearly the same lengths, with the same characters in
 * the same order (在…上下功夫). Half of the characters the same is a frame.
 */
export function formLikeness(a: Form, b: Form): number {
  const isOfOneCount = a.lengths.length === b.lengths.length;
  const lengths = isOfOneCount ? 1 - meanDifference(a.lengths, b.lengths) : 0;
  const longest = Math.max(a.characters.length, b.characters.length, 1);
  const shared = Math.min(1, (2 * commonLength(a.characters, b.characters)) / longest);
  return (isOfOneCount ? SAME_CLAUSES : 0) + SAME_LENGTHS * lengths + SAME_CHARACTERS * shared;
}

function meanDifference(a: readonly number[], b: readonly number[]): number {
  const differences = a.map((length, i) => Math.abs(length - (b[i] ?? 0)) / Math.max(length, b[i] ?? 0, 1));
  return differences.reduce((sum, difference) => sum + difference, 0) / Math.max(1, differences.length);
}

/** Length of the longest run of characters that both have in the same order, apart or not (Hirschberg 1975). */
function commonLength(a: string, b: string): number {
  let row = new Uint16Array(b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    const next = new Uint16Array(b.length + 1);
    for (let j = 1; j <= b.length; j++) {
      const isSame = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      next[j] = isSame ? (row[j - 1] ?? 0) + 1 : Math.max(row[j] ?? 0, next[j - 1] ?? 0);
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
