import type { RichTextElement } from '@slack/types';
import type { Difference } from '../../drafting/index.ts';
import { words } from './elements.ts';

/** A stretch of a source, and what a quote has in its place; where both have the same, `quote` is `null`. */
export interface Piece {
  source: string;
  quote: string | null;
}

/**
 * Lays a quote's differences into its source: pieces that join to the source, those that differ with what the quote has there.
 * The differences are of letters and digits, in order; what stands between two of them is the same in quote and source,
 * punctuation aside, and that places them. `null` where it does not: where scripts differ, or there is no difference.
 */
export function layOut(quote: string, source: string, differences: readonly Difference[]): Piece[] | null {
  if (differences.length === 0 || differences.length > MOST) return null;
  const [asked, stands] = [letters(quote), letters(source)];
  const found = firstPlaces(asked.text, stands.text, differences);
  return found === null ? null : cutAt(source, stands.starts, found, differences);
}

/** More differences than this are not told one by one (see `differencesLine`). */
const MOST = 8;

/** Letters and digits alone, and where each stands; a unit of the result is a unit of the text. */
function letters(text: string): { text: string; starts: number[] } {
  let kept = '';
  const starts: number[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}]/gu)) {
    const folded = match[0].normalize('NFKC').toLowerCase();
    kept += folded;
    for (let i = 0; i < folded.length; i++) starts.push(match.index);
  }
  return { text: kept, starts };
}

/** Steps of a search: enough for a page against a paragraph; words that repeat themselves would take for ever. */
const MOST_STEPS = 200_000;

/** A source is shown with the whole of its first and last clause where no more letters than this are missing. */
const RAGGED = 4;

/** Two texts of letters, and the steps that are left to compare them. */
interface Search {
  quote: string;
  source: string;
  steps: number;
}

/** Where the source's side of each difference stands in the source's letters; found by trying each place for the first. */
function firstPlaces(quote: string, source: string, differences: readonly Difference[]): number[] | null {
  const search: Search = { quote, source, steps: MOST_STEPS };
  for (let inSource = 0; inSource <= source.length; inSource++) {
    for (let inQuote = 0; inQuote <= quote.length; inQuote++) {
      if (search.steps-- <= 0) return null;
      if (inSource - sameBefore(search, inQuote, inSource) > RAGGED) continue;
      const places = placesFrom(search, differences, inQuote, inSource);
      if (places !== null) return places;
    }
  }
  return null;
}

/** Where the differences stand if the first stands here; letters that are the same lie between each and the next. */
function placesFrom(
  search: Search,
  [first, ...others]: readonly Difference[],
  inQuote: number,
  inSource: number,
): number[] | null {
  const { quote, source } = search;
  if (first === undefined) return [];
  if (!quote.startsWith(first.quote, inQuote) || !source.startsWith(first.source, inSource)) return null;
  let q = inQuote + first.quote.length;
  let s = inSource + first.source.length;
  while (q < quote.length && quote[q] === source[s] && search.steps-- > 0) {
    q++;
    s++;
    const rest = others.length === 0 ? null : placesFrom(search, others, q, s);
    if (rest !== null) return [inSource, ...rest];
  }
  return others.length === 0 && source.length - s <= RAGGED ? [inSource] : null;
}

/** How many letters before both places are the same. */
function sameBefore(search: Search, inQuote: number, inSource: number): number {
  let same = 0;
  const isSame = (): boolean => search.quote[inQuote - same - 1] === search.source[inSource - same - 1];
  while (same < inQuote && same < inSource && isSame() && search.steps-- > 0) same++;
  return same;
}

/** The source cut at places that count its letters. */
function cutAt(
  source: string,
  starts: readonly number[],
  places: readonly number[],
  differences: readonly Difference[],
): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const same = (end: number): void => {
    if (end > at) pieces.push({ source: source.slice(at, end), quote: null });
    at = Math.max(at, end);
  };
  places.forEach((place, i) => {
    const { quote = '', source: stands = '' } = differences[i] ?? {};
    const start = starts[place] ?? source.length;
    same(start);
    const last = starts[place + stands.length - 1];
    const end =
      stands === '' || last === undefined ? start : last + String.fromCodePoint(source.codePointAt(last) ?? 0).length;
    pieces.push({ source: source.slice(start, end), quote });
    at = Math.max(at, end);
  });
  same(source.length);
  return pieces;
}

/** What only the quote has struck through, what only the source has in bold. */
export const differing = (pieces: readonly Piece[]): RichTextElement[] =>
  pieces.flatMap(({ source, quote }) => [
    ...(quote === null || quote === '' ? [] : [words(quote, { strike: true })]),
    ...(source === '' ? [] : [words(source, quote === null ? undefined : { bold: true })]),
  ]);
