import type { Span } from '../speech/index.ts';
import { enclosures, isBracket, outermostEnclosures } from './brackets.ts';

const SENTENCE_END: ReadonlySet<string> = new Set(['。', '！', '？', '!', '?', '；', ';', '…']);
const ANY_SENTENCE_END = /[。！？!?；;…]/g;
const CLAUSE_END: ReadonlySet<string> = new Set([...SENTENCE_END, '，', ',', '：', ':', '、', '—', '\n', '\t']);
const CLOSING_QUOTE: ReadonlySet<string> = new Set(['”', '’', '」', '』', '）', ')']);

/**
 * Sentences as spans that cover the text without gaps, but for white space at their edges. A sentence never ends inside
 * a quotation or bracket; a quotation that itself ends a sentence (他说：“……。”) ends it behind its closing mark.
 */
export function sentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const end of sentenceEnds(text)) {
    spans.push({ start, end });
    start = end;
  }
  spans.push({ start, end: text.length });
  return spans.map((span) => trimSpan(text, span)).filter((span) => span.end > span.start);
}

/** Places right behind the last mark of each sentence that a mark ends. */
function* sentenceEnds(text: string): Generator<number> {
  const isLast = (at: number): boolean => !SENTENCE_END.has(text[at + 1] ?? '');
  let from = 0;
  for (const { open, close } of outermostEnclosures(text)) {
    yield* marksBetween(text, from, open, isLast);
    if (endsWithSentence(text, close) && isLast(close)) yield close + 1;
    from = close + 1;
  }
  yield* marksBetween(text, from, text.length, isLast);
}

/** Places behind the marks that end sentences, of several together the last, from `start` to before `end`. */
function* marksBetween(text: string, start: number, end: number, isLast: (at: number) => boolean): Generator<number> {
  for (const { index } of text.slice(start, end).matchAll(ANY_SENTENCE_END)) {
    if (isLast(start + index)) yield start + index + 1;
  }
}

/** Whether the quotation that closes here, or a quotation that it ends with, ends as a sentence does. */
function endsWithSentence(text: string, close: number): boolean {
  let at = close;
  while (CLOSING_QUOTE.has(text[at] ?? '')) at--;
  return at < close && SENTENCE_END.has(text[at] ?? '');
}

/**
 * Clauses: what stands between any two marks of punctuation, without the marks. A quotation or bracket inside a clause
 * stays with it; one that holds several clauses is opened up, so that no clause has half a pair of quotation marks.
 */
export function clauses(text: string): Span[] {
  const kept = keptTogether(text);
  const spans: Span[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !endsClause(text[at] ?? '', kept[at] === 1)) continue;
    spans.push({ start, end: at });
    start = at + 1;
  }
  return spans.map((span) => trimSpan(text, span)).filter((span) => span.end > span.start);
}

const endsClause = (character: string, isKept: boolean): boolean =>
  CLAUSE_END.has(character) || (isBracket(character) && !isKept);

/** For each unit of the text, 1 where it is in a quotation or bracket that no clause ends in. */
function keptTogether(text: string): Uint8Array {
  const endsBefore = new Uint32Array(text.length + 1);
  for (let at = 0; at < text.length; at++) {
    endsBefore[at + 1] = (endsBefore[at] ?? 0) + (CLAUSE_END.has(text[at] ?? '') ? 1 : 0);
  }
  const kept = new Uint8Array(text.length);
  let until = -1;
  const whole = enclosures(text).filter(({ open, close }) => endsBefore[open] === endsBefore[close]);
  for (const { open, close } of whole.sort((a, b) => a.open - b.open)) {
    if (close > until) kept.fill(1, Math.max(open, until + 1), close + 1);
    until = Math.max(until, close);
  }
  return kept;
}

/** The span without white space (full-width space and tab included) at its edges; empty at its start if nothing else is left. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isBlank(text[start])) start++;
  while (end > start && isBlank(text[end - 1])) end--;
  return { start, end };
}

/** White space, and what has no glyph; not a variation selector, which belongs to what stands before it. */
const isBlank = (character: string | undefined): boolean =>
  character !== undefined && (character.trim() === '' || LONE_INVISIBLE.test(character));

const LONE_INVISIBLE = /^(?!\p{M})(?:\p{Default_Ignorable_Code_Point}|\p{Cc}|[\ufff9-\ufffb])$/u;
