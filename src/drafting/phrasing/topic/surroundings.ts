import type { Span } from '../../../speech/index.ts';

const CLAUSE_END = /[，。；：！？,;!?\n]/;
const SENTENCE_END = /[。！？!?\n]/;
/** How far the ends are looked for, in characters: a bound on text without punctuation. */
const FARTHEST_CLAUSE = 80;
const FARTHEST_SENTENCE = 200;

/** The span with the clauses it begins and ends in, whole. */
export const wholeClauses = (text: string, span: Span): Span => widen(text, span, CLAUSE_END, FARTHEST_CLAUSE);

/** The span with the sentence or sentences around it. */
export const wholeSentences = (text: string, span: Span): Span => widen(text, span, SENTENCE_END, FARTHEST_SENTENCE);

function widen(text: string, span: Span, mark: RegExp, farthest: number): Span {
  let { start, end } = span;
  while (start > 0 && span.start - start < farthest && !mark.test(text[start - 1] ?? '')) start--;
  while (end < text.length && end - span.end < farthest && !mark.test(text[end] ?? '')) end++;
  while (start < span.start && text[start]?.trim() === '') start++;
  return { start, end };
}
