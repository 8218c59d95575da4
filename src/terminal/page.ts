import pc from 'picocolors';
import stringWidth from 'string-width';
import type { Texts } from '../assistant/index.ts';
import type { Span } from '../speech/index.ts';
import { wrap } from './wrap.ts';

/** Where and how text is laid out: the language, how many columns there are, and colours or none. */
export interface Page {
  texts: Texts;
  columns: number;
  colours: ReturnType<typeof pc.createColors>;
}

/** Longer lines are hard to read. In columns. */
const WIDEST = 100;
const NARROWEST = 40;

export function makePage(texts: Texts, columns: number | undefined, coloured: boolean): Page {
  const width = Math.min(WIDEST, Math.max(NARROWEST, columns ?? WIDEST));
  return { texts, columns: width, colours: pc.createColors(coloured) };
}

type Paint = (text: string) => string;

/** Text wrapped behind an indent, the first line with its own beginning, each line painted. */
export function block(
  page: Page,
  words: string,
  indent: string,
  paint: Paint = (line) => line,
  first = indent,
): string {
  const text = printable(words);
  return wrap(text, page.columns - indent.length)
    .map(({ start, end }, i) => (i === 0 ? first : indent) + paint(text.slice(start, end).trimEnd()))
    .join('\n');
}

/** A short remark behind a block: on its last line where there is room, else on a line of its own. */
export function withRemark(page: Page, text: string, remark: string, indent: string, paint: Paint): string {
  const lastLine = text.slice(text.lastIndexOf('\n') + 1);
  const fits = stringWidth(lastLine) + 2 + stringWidth(remark) <= page.columns;
  return `${text}${fits ? '  ' : `\n${indent}`}${paint(remark)}`;
}

/** Control characters of a document must not steer the terminal; each becomes one visible character or space. */
const printable = (text: string): string => text.replace(/\t/g, ' ').replace(/[^\P{Cc}\n]/gu, '\uFFFD');

/** Text wrapped behind an indent, with the marked spans set off. */
export function markedBlock(page: Page, words: string, marks: readonly Span[], indent: string): string {
  const text = printable(words);
  return wrap(text, page.columns - indent.length)
    .map((line) => indent + paintMarks(text, line, marks, page.colours.yellow))
    .join('\n');
}

function paintMarks(text: string, line: Span, marks: readonly Span[], paint: Paint): string {
  let painted = '';
  let at = line.start;
  for (const mark of marks) {
    const start = Math.max(mark.start, at);
    const end = Math.min(mark.end, line.end);
    if (end <= start) continue;
    painted += text.slice(at, start) + paint(text.slice(start, end));
    at = end;
  }
  return painted + text.slice(at, line.end);
}
