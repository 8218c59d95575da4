import type { Span } from '../../speech/index.ts';
import { clauses, sentences } from '../../text/index.ts';
import { type PlainText, plainText } from './plain-text.ts';

/** A quote as it is looked up. Spans count the units of `plain`. */
export interface Quote {
  /** Its letters and digits. */
  plain: string;
  /** Its clauses, in their order, without a gap; a quote without punctuation is one clause. */
  clauses: Span[];
  /** Its sentences, likewise. */
  sentences: Span[];
  /** The words of a part of it, as they were typed. */
  words: (part: Span) => string;
}

/** @param text the quote, as it was typed */
export function readQuote(text: string): Quote {
  const plain = plainText(text);
  const at = (place: number): number => plain.starts[place] ?? text.length;
  return {
    plain: plain.text,
    clauses: plainSpans(clauses(text), plain),
    sentences: plainSpans(sentences(text), plain),
    words: ({ start, end }) => text.slice(at(start), at(end)).trim(),
  };
}

/** Spans of a text by the places of its letters and digits; those that have none are left out. */
export function plainSpans(spans: readonly Span[], { starts }: PlainText, offset = 0): Span[] {
  const plain: Span[] = [];
  let start = 0;
  for (const span of spans) {
    let end = start;
    while (end < starts.length && (starts[end] ?? 0) < offset + span.end) end++;
    if (end > start) plain.push({ start, end });
    start = end;
  }
  return plain;
}

/** What a line of a list begins with, a bullet or a number: it is the writer's, and no part of what is quoted. */
const LIST_MARK = /^\s*(?:[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:[）)、．]|\.(?!\d))|[①-⑳•·▪●◆*-])\s*/u;

/** A quote without the mark of the list that it was copied from. */
export const withoutListMark = (text: string): string => text.replace(LIST_MARK, '');
