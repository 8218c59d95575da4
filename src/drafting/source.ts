import type { Place, SpeechIndex } from '../indexing/index.ts';
import { citeSpan, type Span, type Speech, wordsAt, ZhibiError } from '../speech/index.ts';
import { clauses, terms } from '../text/index.ts';
import type { NothingFound, SourceMatch, SourcesAnswer } from './answer.ts';
import { originalSpan, type PlainText, plainText, spokenText } from './plain-text.ts';
import type { SourceRequest } from './request.ts';
import { type Bigrams, bigramsOf, sharedWith, similarity } from './similarity.ts';

/** Longer quotes are refused: about four pages. In UTF-16 units. */
const LONGEST_QUOTE = 4000;
/** Shorter quotes stand everywhere and prove nothing. In letters and digits. */
const SHORTEST_QUOTE = 4;
/** What is less alike than this is no source. Unrelated official sentences on one topic reach about 0.35. */
const LEAST_SIMILARITY = 0.5;
/** Passages that share words with the quote and are compared with it character by character. */
const CANDIDATES = 60;
const MOST_MATCHES = 5;
/** Terms of a quote that candidates are found by. */
const RAREST = 12;

const BOOSTS = { whole: 1 };

/** Where a sentence stands: word for word, or else where something very like it does. */
export function source(index: SpeechIndex, request: SourceRequest): SourcesAnswer | NothingFound {
  const { quote } = request;
  if (quote.length > LONGEST_QUOTE) {
    throw new ZhibiError('query-too-long', { length: quote.length, limit: LONGEST_QUOTE });
  }
  const plain = plainText(quote).text;
  if (plain === '') throw new ZhibiError('query-empty', {});
  const exact = plain.length < SHORTEST_QUOTE ? [] : exactMatches(index.speeches, plain);
  const matches = exact.length > 0 ? exact : nearMatches(index, quote, plain);
  if (matches.length === 0) return { kind: 'nothing', asked: 'source', query: quote, lookedFor: [quote], nearest: [] };
  return { kind: 'sources', quote, matches };
}

function exactMatches(speeches: readonly Speech[], plain: string): SourceMatch[] {
  const matches: SourceMatch[] = [];
  for (const speech of speeches) {
    const spoken = spokenText(speech);
    for (let at = spoken.text.indexOf(plain); at !== -1; at = spoken.text.indexOf(plain, at + plain.length)) {
      const span = originalSpan(speech.text, spoken, at, plain.length);
      matches.push({ kind: 'exact', similarity: 1, text: wordsAt(speech, span), citation: citeSpan(speech, span) });
      if (matches.length === MOST_MATCHES) return matches;
    }
  }
  return matches;
}

function nearMatches(index: SpeechIndex, quote: string, plain: string): SourceMatch[] {
  const quoted = bigramsOf(plain);
  return index
    .search({ terms: rarest(index, quote), boosts: BOOSTS })
    .slice(0, CANDIDATES)
    .map(({ passage }) => index.place(passage))
    .filter((place) => place !== undefined)
    .map((place) => nearestIn(place, quoted, plain.length))
    .filter((match) => match !== null)
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, MOST_MATCHES);
}

/** The terms that a passage with these words must hold some of, however many others were changed. */
function rarest(index: SpeechIndex, quote: string): Map<string, number> {
  const known = [...new Set(terms(quote))].filter((term) => index.documentFrequency(term) > 0);
  known.sort((a, b) => index.documentFrequency(a) - index.documentFrequency(b));
  return new Map(known.slice(0, RAREST).map((term) => [term, 1]));
}

/** The run of clauses of a passage that is most like the quote, if it is like enough. */
function nearestIn({ speech, passage }: Place, quoted: Bigrams, length: number): SourceMatch | null {
  const text = wordsAt(speech, passage);
  const plain = plainText(text);
  if (sharedWith(quoted, bigramsOf(plain.text)) < leastShared(length)) return null;
  let best: Span | null = null;
  let bestSimilarity = LEAST_SIMILARITY;
  for (const run of runsOfClauses(text, plain, length)) {
    const alike = similarity(quoted, bigramsOf(run.words));
    if (alike < bestSimilarity || (alike === bestSimilarity && best !== null)) continue;
    best = run;
    bestSimilarity = alike;
  }
  if (best === null) return null;
  const span = { start: passage.start + best.start, end: passage.start + best.end };
  return { kind: 'near', similarity: bestSimilarity, text: wordsAt(speech, span), citation: citeSpan(speech, span) };
}

/**
 * How many bigrams a passage must share with a quote so that any run of it, at least half as long, can be alike enough:
 * solved from the Sørensen-Dice coefficient. A cheap question that spares most passages the costly one.
 */
const leastShared = (length: number): number => (LEAST_SIMILARITY * 1.5 * (length - 1)) / 2 - 1;

/** Runs of neighbouring clauses that are between half and twice as long as the quote: others cannot be alike enough. */
function* runsOfClauses(text: string, plain: PlainText, length: number): Generator<Span & { words: string }> {
  const all = clauses(text).map((clause) => ({ ...clause, ...plainRange(plain, clause) }));
  for (const [i, first] of all.entries()) {
    for (const last of all.slice(i)) {
      const size = last.to - first.from;
      if (size > length * 2) break;
      if (size * 2 < length) continue;
      yield { start: first.start, end: last.end, words: plain.text.slice(first.from, last.to) };
    }
  }
}

/** Which part of the plain text a span of its original is. */
function plainRange(plain: PlainText, span: Span): { from: number; to: number } {
  return { from: lowerBound(plain.starts, span.start), to: lowerBound(plain.starts, span.end) };
}

/** The first place in an ascending list whose value is not below `value`. */
function lowerBound(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
