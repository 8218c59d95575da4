import type { SpeechIndex } from '../../indexing/index.ts';
import { type Span, ZhibiError } from '../../speech/index.ts';
import type { SourceMatch } from '../answer.ts';
import { clauseRuns } from './clause-runs.ts';
import { everywhere, exactMatches } from './exact.ts';
import { type NearMatch, nearMatches } from './near.ts';
import { type Quote, readQuote, withoutListMark } from './quote.ts';

/** Shorter quotes stand everywhere and prove nothing. In letters and digits. */
export const SHORTEST_QUOTE = 4;
const MOST_MATCHES = 5;
/** A quote longer than this is looked up sentence by sentence. In letters and digits. */
const LONGEST_PIECE = 150;
/** What is left of a quote when its best source is taken away is looked up from this length on, and this share. */
const SHORTEST_REST = 8;
const LEAST_REST = 0.2;

/** Where a quote stands: its matches, the best first, and what of it none of them is the source of. */
export interface LookedUp {
  matches: SourceMatch[];
  unmatched: string[];
  /** In how many speeches it stands as a set phrase, which is nobody's; `null` of all other words. */
  everywhere: number | null;
}

/**
 * Looks up a quote as it was typed: with the number or bullet of a list before it only where that stands in a speech too.
 *
 * @throws ZhibiError `query-empty` where it has neither letter nor digit
 */
export function lookUpText(index: SpeechIndex, text: string): LookedUp {
  const typed = readQuote(text);
  const bare = readQuote(withoutListMark(text));
  if (bare.plain === '') throw new ZhibiError('query-empty', {});
  const isListed = typed.plain !== bare.plain && firstExact(index, typed.plain, 1).length === 0;
  return lookUp(index, isListed ? bare : typed);
}

function lookUp(index: SpeechIndex, quote: Quote): LookedUp {
  const common = everywhere(index, quote.plain);
  if (common !== null) return { matches: [], unmatched: [], everywhere: common };
  const exact = firstExact(index, quote.plain, MOST_MATCHES);
  if (exact.length > 0) return { matches: exact, unmatched: [], everywhere: null };
  const found = quote.plain.length <= LONGEST_PIECE ? lookUpPiece(index, quote) : lookUpSentences(index, quote);
  const parts = withoutRepeats(found).slice(0, MOST_MATCHES);
  const matches = parts.map((part) => toMatch(quote, part));
  return { matches, unmatched: uncovered(quote, parts), everywhere: null };
}

/** A match of a part of a quote. */
interface Part {
  match: SourceMatch;
  covered: Span;
}

/** A match says which part of the quote it is of, but for one whose differences say all that is otherwise. */
function toMatch({ plain, words }: Quote, { match, covered }: Part): SourceMatch {
  const isWhole = covered.start === 0 && covered.end === plain.length;
  return isWhole ? match : { ...match, part: words(covered) };
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

/**
 * The place that is most like a quote, with all that differs; or, where more of it stands word for word in runs of clauses,
 * these. What either leaves of the quote is looked up by itself.
 */
function lookUpPiece(index: SpeechIndex, quote: Quote): Part[] {
  const whole = { start: 0, end: quote.plain.length };
  const [best, ...others] = nearMatches(index, quote.plain);
  const runs = clauseRuns(index, quote);
  const verbatim = runs.reduce((sum, { covered }) => sum + covered.end - covered.start, 0);
  const isVerbatim = verbatim === quote.plain.length;
  const isOnePlace = best !== undefined && (best.same > verbatim || best.match.similarity >= ONE_PLACE);
  if (isVerbatim || !isOnePlace) return [...runs, ...gapsOf(whole, runs).flatMap((gap) => partFor(index, quote, gap))];
  const rests = gapsOf(whole, [{ covered: toClauses(quote, best.covered) }]).flatMap((gap) =>
    partFor(index, quote, gap),
  );
  return [withEdges(quote, best, rests), ...rests, ...others.map((other) => withEdges(quote, other, rests))];
}

/** From this similarity on, one place with its differences says more than the runs that it has word for word. */
const ONE_PLACE = 0.8;

/** A near match with the differences at its edges: what no other match is the source of. */
function withEdges({ plain }: Quote, { match, covered, before, after }: NearMatch, others: readonly Part[]): Part {
  const starts = others.map((part) => part.covered.start).filter((start) => start >= covered.end);
  const ends = others.map((part) => part.covered.end).filter((end) => end <= covered.start);
  const start = ends.reduce((most, end) => Math.max(most, end), 0);
  const end = starts.reduce((least, next) => Math.min(least, next), plain.length);
  const edges = {
    before: { ...before, quote: plain.slice(start, covered.start) },
    after: { ...after, quote: plain.slice(covered.end, end) },
  };
  const differences = [edges.before, ...match.differences, edges.after].filter(({ quote }, i, all) =>
    i === 0 || i === all.length - 1 ? quote !== '' : true,
  );
  return { match: { ...match, differences }, covered: { start, end } };
}

/** What a quote has between some parts of it that were found, where it is enough to be somebody's. */
function gapsOf(whole: Span, found: readonly Pick<Part, 'covered'>[]): Span[] {
  const gaps: Span[] = [];
  let start = whole.start;
  for (const { covered } of found) {
    gaps.push({ start, end: covered.start });
    start = covered.end;
  }
  gaps.push({ start, end: whole.end });
  const least = Math.max(SHORTEST_REST, (whole.end - whole.start) * LEAST_REST);
  return gaps.filter((gap) => gap.end - gap.start >= least);
}

/** A part of a quote widened to whole clauses where little of these is missing: a few letters are changed, not another's. */
function toClauses({ clauses }: Quote, { start, end }: Span): Span {
  const first = clauses.find((clause) => clause.end > start)?.start ?? start;
  const last = clauses.findLast((clause) => clause.start < end)?.end ?? end;
  return { start: start - first < SHORTEST_REST ? first : start, end: last - end < SHORTEST_REST ? last : end };
}

/** The best source of a part of a quote, exact or near, if there is one. */
function partFor(index: SpeechIndex, quote: Quote, covered: Span): Part[] {
  const part = readQuote(quote.words(covered));
  if (everywhere(index, part.plain) !== null) return [];
  const [exact] = firstExact(index, part.plain, 1);
  if (exact !== undefined) return [{ match: exact, covered }];
  return nearMatches(index, part.plain.slice(0, LONGEST_PIECE))
    .slice(0, 1)
    .map((near) => ({ match: withEdges(part, near, []).match, covered }));
}

/** A long quote, sentence by sentence. */
const lookUpSentences = (index: SpeechIndex, quote: Quote): Part[] =>
  quote.sentences
    .filter(({ start, end }) => end - start >= SHORTEST_REST)
    .flatMap((sentence) => partFor(index, quote, sentence));

/** Each place once for the same words. */
function withoutRepeats(parts: readonly Part[]): Part[] {
  const byPlace = new Map<string, Part>();
  for (const part of parts) {
    const { speech, start, end } = part.match.citation;
    const place = `${speech}:${start}:${end}`;
    if (!byPlace.has(place)) byPlace.set(place, part);
  }
  return [...byPlace.values()];
}

/** What none of the parts is of, from a few characters on. */
function uncovered(quote: Quote, parts: readonly Part[]): string[] {
  const inOrder = parts.toSorted((a, b) => a.covered.start - b.covered.start);
  const gaps: Span[] = [];
  let from = 0;
  for (const { covered } of inOrder) {
    if (covered.start > from) gaps.push({ start: from, end: covered.start });
    from = Math.max(from, covered.end);
  }
  gaps.push({ start: from, end: quote.plain.length });
  return gaps.filter(({ start, end }) => end - start >= SHORTEST_QUOTE).map(quote.words);
}
