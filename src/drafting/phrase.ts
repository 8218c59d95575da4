import type { SpeechIndex } from '../indexing/index.ts';
import {
  type Citation,
  cite,
  contains,
  headingPath,
  type Span,
  type Speech,
  walkSections,
  wordsAt,
  ZhibiError,
} from '../speech/index.ts';
import { clauses, enclosures, normaliseText } from '../text/index.ts';
import {
  MOST_CITATIONS,
  type NothingFound,
  PHRASE_KINDS,
  type PhraseGroup,
  type PhraseItem,
  type PhraseKind,
  type PhrasingAnswer,
} from './answer.ts';
import { passes } from './filter.ts';
import { type PhrasePattern, readPattern } from './phrase-pattern.ts';
import { LONGEST_QUERY } from './question/index.ts';
import type { PhraseRequest } from './request.ts';

/** Items of each kind in an answer. */
const MOST_ITEMS = 12;
/** A clause longer than this is a sentence, not a phrasing; a quotation longer than this is no saying. In characters. */
const LONGEST = { headings: 80, leads: 60, sayings: 40, clauses: 30 } as const;

/** A phrasing in its place. */
interface Occurrence {
  kind: PhraseKind;
  /** The words in the form that is compared. */
  key: string;
  text: string;
  citation: Citation;
}

/** How the corpus says it: headings, leads, quoted sayings and clauses that hold the words, counted and cited. */
export function phrase(index: SpeechIndex, request: PhraseRequest): PhrasingAnswer | NothingFound {
  if (request.query.length > LONGEST_QUERY) {
    throw new ZhibiError('query-too-long', { length: request.query.length, limit: LONGEST_QUERY });
  }
  const pattern = readPattern(request.query);
  const occurrences = index.speeches
    .filter((speech) => passes(speech, request.filters))
    .flatMap((speech) => occurrencesIn(speech, pattern));
  const groups = PHRASE_KINDS.map((kind) => toGroup(kind, occurrences)).filter((group) => group.items.length > 0);
  if (groups.length > 0) return { kind: 'phrasing', query: request.query, groups };
  return { kind: 'nothing', asked: 'phrase', query: request.query, lookedFor: pattern.literals, nearest: [] };
}

function occurrencesIn(speech: Speech, pattern: PhrasePattern): Occurrence[] {
  return [...sectionOccurrences(speech, pattern), ...passageOccurrences(speech, pattern)];
}

function* sectionOccurrences(speech: Speech, pattern: PhrasePattern): Generator<Occurrence> {
  for (const { section, ancestors } of walkSections(speech.sections)) {
    const kind = section.kind === 'heading' ? 'headings' : 'leads';
    const place = { path: headingPath(ancestors), paragraph: section.paragraph };
    const found = occurrence(speech, kind, place, { start: section.headingStart, end: section.headingEnd }, pattern);
    if (found !== null) yield found;
  }
}

function* passageOccurrences(speech: Speech, pattern: PhrasePattern): Generator<Occurrence> {
  const leads = leadSpans(speech);
  const normalised = normalisedPassages(speech);
  for (const [i, passage] of speech.passages.entries()) {
    if (!pattern.mayMatch(normalised[i] ?? '')) continue;
    const text = wordsAt(speech, passage);
    for (const [kind, { start, end }] of phrasesIn(text)) {
      const span = { start: passage.start + start, end: passage.start + end };
      if (kind === 'clauses' && leads.some((lead) => contains(lead, span))) continue;
      const found = occurrence(speech, kind, passage, span, pattern);
      if (found !== null) yield found;
    }
  }
}

const known = new WeakMap<Speech, string[]>();

/** The passages of a speech as patterns are compared with them. Made once a speech. */
function normalisedPassages(speech: Speech): string[] {
  const made = known.get(speech) ?? speech.passages.map((passage) => normaliseText(wordsAt(speech, passage)));
  known.set(speech, made);
  return made;
}

const phrasesIn = (text: string): [PhraseKind, Span][] => [
  ...sayings(text).map((span): [PhraseKind, Span] => ['sayings', span]),
  ...clauses(text).map((span): [PhraseKind, Span] => ['clauses', span]),
];

/** Marker and lead of every point: what stands there is a lead, not one more clause. */
const leadSpans = (speech: Speech): Span[] =>
  [...walkSections(speech.sections)]
    .filter(({ section }) => section.kind === 'point')
    .map(({ section }) => ({ start: section.start, end: section.headingEnd }));

/** What stands between quotation marks, without them. */
const sayings = (text: string): Span[] =>
  enclosures(text)
    .filter(({ mark }) => mark === '“' || mark === '「' || mark === '‘')
    .map(({ open, close }) => ({ start: open + 1, end: close }));

function occurrence(
  speech: Speech,
  kind: PhraseKind,
  place: Pick<Citation, 'path' | 'paragraph'>,
  span: Span,
  pattern: PhrasePattern,
): Occurrence | null {
  if (span.end - span.start > LONGEST[kind]) return null;
  const text = speech.text.slice(span.start, span.end);
  const key = normaliseText(text);
  if (!pattern.matches(key)) return null;
  return { kind, key, text, citation: cite(speech, { path: place.path, paragraph: place.paragraph, ...span }) };
}

/** The same words are one item; what several speeches say comes before what one speech says often. */
function toGroup(kind: PhraseKind, occurrences: readonly Occurrence[]): PhraseGroup {
  const byWords = new Map<string, Occurrence[]>();
  for (const found of occurrences) {
    if (found.kind !== kind) continue;
    const same = byWords.get(found.key);
    if (same === undefined) byWords.set(found.key, [found]);
    else same.push(found);
  }
  const items = [...byWords.values()].map(toItem).filter((item) => item !== null);
  items.sort((a, b) => b.speeches - a.speeches || b.count - a.count || a.text.length - b.text.length);
  return { kind, items: items.slice(0, MOST_ITEMS) };
}

function toItem(same: readonly Occurrence[]): PhraseItem | null {
  const [first, ...others] = same;
  if (first === undefined) return null;
  const citations: [Citation, ...Citation[]] = [first.citation];
  for (const other of others.slice(0, MOST_CITATIONS - 1)) citations.push(other.citation);
  const speeches = new Set(same.map((found) => found.citation.speech)).size;
  return { text: first.text, count: same.length, speeches, citations };
}
