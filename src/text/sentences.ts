import type { Span } from '../speech/index.ts';
import { enclosedMask, enclosures, isBracket } from './brackets.ts';

const SENTENCE_END: ReadonlySet<string> = new Set(['。', '！', '？', '!', '?', '；', ';', '…']);
const CLAUSE_END: ReadonlySet<string> = new Set([...SENTENCE_END, '，', ',', '：', ':', '、', '—', '\n', '\t']);
const CLOSING_QUOTE: ReadonlySet<string> = new Set(['”', '’', '」', '』', '）', ')']);

/**
 * Sentences as spans that cover the text without gaps, but for white space at their edges. A sentence never ends inside
 * a quotation or bracket; a quotation that itself ends a sentence (他说：“……。”) ends it behind its closing mark.
 */
export function sentences(text: string): Span[] {
  const enclosed = enclosedMask(text);
  const spans: Span[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (!endsSentence(text, at, enclosed)) continue;
    spans.push({ start, end: at + 1 });
    start = at + 1;
  }
  spans.push({ start, end: text.length });
  return spans.map((span) => trimSpan(text, span)).filter((span) => span.end > span.start);
}

function endsSentence(text: string, at: number, enclosed: Uint8Array): boolean {
  const character = text[at] ?? '';
  if (SENTENCE_END.has(text[at + 1] ?? '')) return false;
  if (enclosed[at] !== 1) return SENTENCE_END.has(character);
  const leavesEnclosure = enclosed[at + 1] !== 1;
  return leavesEnclosure && CLOSING_QUOTE.has(character) && SENTENCE_END.has(text[at - 1] ?? '');
}

/**
 * Clauses: what stands between any two marks of punctuation, without the marks. A quotation or bracket inside a clause
 * stays with it; one that holds several clauses is opened up, so that no clause has half a pair of quotation marks.
 */
export function clauses(text: string): Span[] {
  const whole = marksInsideClauses(text);
  const spans: Span[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !endsClause(text[at] ?? '', whole.has(at))) continue;
    spans.push({ start, end: at });
    start = at + 1;
  }
  return spans.map((span) => trimSpan(text, span)).filter((span) => span.end > span.start);
}

const endsClause = (character: string, isInsideClause: boolean): boolean =>
  CLAUSE_END.has(character) || (isBracket(character) && !isInsideClause);

/** Places of the marks of quotations and brackets that no clause ends in. */
function marksInsideClauses(text: string): ReadonlySet<number> {
  const places = new Set<number>();
  const endsBefore = new Uint32Array(text.length + 1);
  for (let at = 0; at < text.length; at++) {
    endsBefore[at + 1] = (endsBefore[at] ?? 0) + (CLAUSE_END.has(text[at] ?? '') ? 1 : 0);
  }
  for (const { open, close } of enclosures(text)) {
    if (endsBefore[open] === endsBefore[close]) places.add(open).add(close);
  }
  return places;
}

/** The span without white space (full-width space and tab included) at its edges; empty at its start if nothing else is left. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isBlank(text[start])) start++;
  while (end > start && isBlank(text[end - 1])) end--;
  return { start, end };
}

const isBlank = (character: string | undefined): boolean => character !== undefined && character.trim() === '';
