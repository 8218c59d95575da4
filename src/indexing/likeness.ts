/** Which terms count beside those that are asked, as MiniSearch has it. */
export interface Likeness {
  /** Those that begin with one that is asked. */
  prefix?: boolean;
  /** Those that are like one: of a share of its UTF-16 units (below 1) or of so many (from 1 on), others, more or fewer. */
  fuzzy?: number;
}

/** What a like term counts at the most. */
const WEIGHTS = { prefix: 0.375, fuzzy: 0.45 };
/** So many edits a share comes to at the most. */
const MOST_EDITS = 6;

/** How much a term counts that begins with another, by their lengths: slowly less the longer it is. */
const prefixWeight = (length: number, asked: number): number =>
  (WEIGHTS.prefix * length) / (length + 0.3 * (length - asked));

/** How much a term counts that is so many edits from another. */
const fuzzyWeight = (length: number, edits: number): number => (WEIGHTS.fuzzy * length) / (length + edits);

/** How many edits away a like term may be. @param length of the term that is asked, in UTF-16 units */
const editsOf = (fuzzy: number, length: number): number =>
  fuzzy < 1 ? Math.min(MOST_EDITS, Math.round(length * fuzzy)) : fuzzy;

/**
 * How many units must be put in, left out or replaced to make one string of another (Levenshtein 1966), as far as `most`.
 *
 * @returns more than `most` where it takes more
 */
function editsBetween(one: ArrayLike<number>, other: ArrayLike<number>, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let above = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 0; i < one.length; i++) {
    const row = [i + 1];
    let least = i + 1;
    for (let j = 0; j < other.length; j++) {
      const replaced = (above[j] ?? 0) + (one[i] === other[j] ? 0 : 1);
      const edits = Math.min(replaced, (above[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1);
      row.push(edits);
      least = Math.min(least, edits);
    }
    if (least > most) return most + 1;
    above = row;
  }
  return above[other.length] ?? 0;
}

const unitsOf = (term: string): number[] => Array.from({ length: term.length }, (_, i) => term.charCodeAt(i));

/**
 * The terms of a vocabulary that count beside one that is asked, each with how much, in the order of UTF-16 units. What
 * begins with it counts as that, were it like it too; the term itself is none of them. Goes through all of the vocabulary:
 * some milliseconds for 50,000 terms.
 */
export function likeTerms(
  term: string,
  vocabulary: Iterable<string>,
  { prefix = false, fuzzy = 0 }: Likeness,
): Map<string, number> {
  const asked = unitsOf(term);
  const most = editsOf(fuzzy, term.length);
  const found = new Map<string, number>();
  if (term === '' || (!prefix && most === 0)) return found;
  for (const other of vocabulary) {
    if (other === term) continue;
    if (prefix && other.startsWith(term)) {
      found.set(other, prefixWeight(other.length, term.length));
    } else if (most > 0 && Math.abs(other.length - term.length) <= most) {
      const edits = editsBetween(asked, unitsOf(other), most);
      if (edits <= most) found.set(other, fuzzyWeight(other.length, edits));
    }
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}
