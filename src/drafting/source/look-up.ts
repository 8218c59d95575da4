import type { SpeechIndex } from '../../indexing/index.ts';
import { sentences } from '../../text/index.ts';
import type { SourceMatch } from '../answer.ts';
import { everywhere, exactMatches } from './exact.ts';
import { type NearMatch, nearMatches } from './near.ts';
import { plainText } from './plain-text.ts';

/** Shorter quotes stand everywhere and prove nothing. In letters and digits. */
export const SHORTEST_QUOTE = 4;
const MOST_MATCHES = 5;
/** A quote longer than this is looked up sentence by sentence. In letters and digits. */
const LONGEST_PIECE = 150;
/** What is left of a quote when its best source is taken away is looked up from this length on, and this share. */
const SHORTEST_REST = 8;
const LEAST_REST = 0.2;

/** The places of a quote that is no set phrase, the best first. */
export function matchesFor(index: SpeechIndex, quote: string, plain: string): SourceMatch[] {
  const exact = firstExact(index, plain, MOST_MATCHES);
  if (exact.length > 0) return exact;
  if (plain.length <= LONGEST_PIECE) return nearAndRest(index, plain).slice(0, MOST_MATCHES);
  const pieces = sentences(quote).map(({ start, end }) => plainText(quote.slice(start, end)).text);
  const found = pieces.filter((piece) => piece.length >= SHORTEST_REST).flatMap((piece) => bestFor(index, piece));
  return distinct(found).slice(0, MOST_MATCHES);
}

function firstExact(index: SpeechIndex, plain: string, most: number): SourceMatch[] {
  if (plain.length < SHORTEST_QUOTE) return [];
  const found: SourceMatch[] = [];
  for (const match of exactMatches(index, plain)) {
    found.push(match);
    if (found.length === most) break;
  }
  return found;
}

/** The best source of a piece, exact or near, if there is one. */
function bestFor(index: SpeechIndex, plain: string): SourceMatch[] {
  if (everywhere(index, plain) !== null) return [];
  const exact = firstExact(index, plain, 1);
  if (exact.length > 0) return exact;
  return nearMatches(index, plain.slice(0, LONGEST_PIECE))
    .slice(0, 1)
    .map(({ match }) => match);
}

/** The places that are most like a quote; and behind the best of them, the sources of what it does not have. */
function nearAndRest(index: SpeechIndex, plain: string): SourceMatch[] {
  const [best, ...others] = nearMatches(index, plain);
  if (best === undefined) return [];
  const rest = restsOf(plain, best).flatMap((piece) => bestFor(index, piece));
  return distinct([best.match, ...rest, ...others.map(({ match }) => match)]);
}

const restsOf = (plain: string, { covered }: NearMatch): string[] =>
  [plain.slice(0, covered.start), plain.slice(covered.end)].filter(
    (rest) => rest.length >= SHORTEST_REST && rest.length >= plain.length * LEAST_REST,
  );

/** Each place once. */
function distinct(matches: readonly SourceMatch[]): SourceMatch[] {
  const byPlace = new Map<string, SourceMatch>();
  for (const match of matches) {
    const { speech, start, end } = match.citation;
    const place = `${speech}:${start}:${end}`;
    if (!byPlace.has(place)) byPlace.set(place, match);
  }
  return [...byPlace.values()];
}
