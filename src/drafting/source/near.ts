import type { Place, SpeechIndex } from '../../indexing/index.ts';
import { citeSpan, type Span, wordsAt } from '../../speech/index.ts';
import { clauses, terms } from '../../text/index.ts';
import type { SourceMatch } from '../answer.ts';
import { pairsOf } from '../question/index.ts';
import { type Alignment, align } from './alignment.ts';
import { everywhere } from './exact.ts';
import { originalSpan, passageText, plainText } from './plain-text.ts';

/** What is less alike than this is no source, 0..1. Calibrated on sentences that stand nowhere: docs/retrieval.md. */
const LEAST_SIMILARITY = 0.64;
/** Terms of a quote that candidates are found by: the rarest, so that none of them stands in every passage. */
const RAREST = 10;
/** Passages that share terms with the quote, and those of them that are compared with it character by character. */
const CANDIDATES = 40;
const ALIGNED = 6;

/** A match, and which part of the plain quote it is for. */
export interface NearMatch {
  match: SourceMatch;
  covered: Span;
}

/** The places that are most like a plain quote, the best first. */
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
  if (similarity < LEAST_SIMILARITY) return null;
  const { speech, passage } = place;
  const { sourceStart, sourceEnd, differences } = alignment;
  const found = originalSpan(plain, sourceStart, sourceEnd - sourceStart);
  const span = wholeClauses(wordsAt(speech, passage), found, passage.start);
  return {
    match: { kind: 'near', similarity, text: wordsAt(speech, span), differences, citation: citeSpan(speech, span) },
    covered: { start: alignment.quoteStart, end: alignment.quoteEnd },
  };
}

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
