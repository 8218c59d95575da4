import type { Place, SpeechIndex } from '../../indexing/index.ts';
import { citeSpan, type Span, wordsAt } from '../../speech/index.ts';
import { clauses, terms } from '../../text/index.ts';
import type { Difference, SourceMatch } from '../answer.ts';
import { pairsOf } from '../question/index.ts';
import { type Alignment, align } from './alignment.ts';
import { everywhere } from './exact.ts';
import { originalSpan, passageText, plainText } from './plain-text.ts';
import { plainSpans } from './quote.ts';

/** What is less alike than this is no source, 0..1. Calibrated on sentences that stand nowhere: docs/retrieval.md. */
const LEAST_SIMILARITY = 0.64;
/** Short quotes are like something by chance: of up to so many characters more has to be the same. */
const SHORT = 24;
const LEAST_OF_SHORT = 0.74;

const leastSimilarity = (length: number): number => (length <= SHORT ? LEAST_OF_SHORT : LEAST_SIMILARITY);

/** Terms of a quote that candidates are found by: the rarest, so that none of them stands in every passage. */
const RAREST = 10;
/** Passages that share terms with the quote, and those of them that are compared with it character by character. */
const CANDIDATES = 40;
const ALIGNED = 6;

/** A match of a part of a quote, and what the quote has otherwise at the two edges of that part. */
export interface NearMatch {
  /** Its differences are those within the part. */
  match: SourceMatch;
  covered: Span;
  /** How many characters of the quote are the same in the source. */
  same: number;
  /** What comes before the part in the quote, and before its source in the same clause. */
  before: Difference;
  after: Difference;
}

/** The places that are most like a quote, the best first. */
export function nearMatches(index: SpeechIndex, quote: string): NearMatch[] {
  return candidates(index, quote)
    .map((place) => nearestIn(place, quote))
    .filter((found) => found !== null)
    .filter(({ match }) => everywhere(index, plainText(match.text).text) === null)
    .sort((a, b) => b.match.similarity - a.match.similarity);
}

function candidates(index: SpeechIndex, quote: string): Place[] {
  const pairs = new Set(pairsOf(quote));
  const places = index
    .search({ terms: rarest(index, quote), boosts: { whole: 1 }, most: CANDIDATES })
    .map(({ place }) => place);
  const shared = new Map(places.map((place) => [place, sharedPairs(passageText(place).text, pairs)]));
  return places.sort((a, b) => (shared.get(b) ?? 0) - (shared.get(a) ?? 0)).slice(0, ALIGNED);
}

/** The terms that a passage with these words must hold some of, however many others were changed. */
function rarest(index: SpeechIndex, quote: string): Map<string, number> {
  const known = [...new Set(terms(quote))].filter((term) => index.documentFrequency(term) > 0);
  known.sort((a, b) => index.documentFrequency(a) - index.documentFrequency(b));
  return new Map(known.slice(0, RAREST).map((term) => [term, 1]));
}

/** How many different pairs of a quote a text has. */
function sharedPairs(text: string, pairs: ReadonlySet<string>): number {
  const found = new Set<string>();
  for (let i = 0; i + 2 <= text.length; i++) {
    const pair = text.slice(i, i + 2);
    if (pairs.has(pair)) found.add(pair);
  }
  return found.size;
}

function nearestIn(place: Place, quote: string): NearMatch | null {
  const plain = passageText(place);
  const alignment = align(quote, plain.text);
  if (alignment === null) return null;
  const similarity = similarityOf(alignment, quote.length);
  if (similarity < leastSimilarity(quote.length)) return null;
  const { speech, passage } = place;
  const { sourceStart, sourceEnd, quoteStart, quoteEnd, differences, same } = alignment;
  const words = wordsAt(speech, passage);
  const edges = edgesOf(
    quote,
    { text: plain.text, clauses: plainSpans(clauses(words), plain, passage.start) },
    alignment,
  );
  const from = sourceStart - edges.before.source.length;
  const found = originalSpan(plain, from, sourceEnd + edges.after.source.length - from);
  const span = wholeClauses(words, found, passage.start);
  return {
    match: { kind: 'near', similarity, text: wordsAt(speech, span), differences, citation: citeSpan(speech, span) },
    covered: { start: quoteStart, end: quoteEnd },
    same,
    ...edges,
  };
}

/** More of a source than this many times what the quote has there is no counterpart of it. */
const COUNTERPART = 3;

/**
 * What is left of a quote on either side of an alignment, each with the rest of the clause of the source that the alignment
 * begins or ends in. An edge at which nothing is left of the quote is empty: who quotes a part of a clause changes nothing.
 */
function edgesOf(
  quote: string,
  source: { text: string; clauses: readonly Span[] },
  { quoteStart, quoteEnd, sourceStart, sourceEnd }: Alignment,
): { before: Difference; after: Difference } {
  const first = source.clauses.find(({ end }) => end > sourceStart)?.start ?? sourceStart;
  const last = source.clauses.find(({ end }) => end >= sourceEnd)?.end ?? sourceEnd;
  const before = { quote: quote.slice(0, quoteStart), source: source.text.slice(first, sourceStart) };
  const after = { quote: quote.slice(quoteEnd), source: source.text.slice(sourceEnd, last) };
  return { before: counterparts(before), after: counterparts(after) };
}

const counterparts = (edge: Difference): Difference =>
  edge.source.length > COUNTERPART * edge.quote.length ? { ...edge, source: '' } : edge;

/**
 * How alike a quote and the part of a source are that it was aligned with, 0..1: twice the characters that are the same
 * over the characters of both (Sørensen and Dice, over an alignment rather than a set). 1 for the same words, 0.5 for a
 * quote of which half stands there.
 */
const similarityOf = ({ same, sourceStart, sourceEnd }: Alignment, quoteLength: number): number =>
  (2 * same) / (quoteLength + sourceEnd - sourceStart);

/** A match that begins or ends a few characters inside a clause is shown with the whole clause. In UTF-16 units. */
const RAGGED = 4;

function wholeClauses(text: string, span: Span, offset: number): Span {
  const all = clauses(text).map(({ start, end }) => ({ start: start + offset, end: end + offset }));
  const first = all.find(({ end }) => end > span.start);
  const last = all.findLast(({ start }) => start < span.end);
  const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= RAGGED;
  return {
    start: first !== undefined && isNear(first.start, span.start) ? Math.min(first.start, span.start) : span.start,
    end: last !== undefined && isNear(last.end, span.end) ? Math.max(last.end, span.end) : span.end,
  };
}
