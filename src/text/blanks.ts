import type { Span } from '../speech/index.ts';

/** X市, XX万元, ××同志, ○○○, ____: what authors leave for names and figures to be filled in. */
const BLANK = /(?<![A-Za-z])[XxＸｘ×✕╳]+(?![A-Za-z])|[_＿]{2,}|[○〇◯□]{2,}(?!年)|\*{2,}/g;

/** The blanks of a text, in order: letters X that are no part of a Latin word, and the other signs that stand for one. */
export const blanks = (text: string): Span[] =>
  Array.from(text.matchAll(BLANK), (match) => ({ start: match.index, end: match.index + match[0].length }));
