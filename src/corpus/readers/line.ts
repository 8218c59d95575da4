import type { Span } from '../../speech/index.ts';
import { LINE_END, trimSpan } from '../../text/index.ts';

/** What stands on a page, or beside the article on a site, and is not in the flow of the text. */
export type Furniture = 'page-header' | 'page-footer' | 'note' | 'beside';

/** A number that is not typed but counted by the program that wrote the document (Word's lists). */
export interface DrawnNumber {
  /** Units of the line that it takes, with the gap behind it; 0 where it could not be drawn. */
  length: number;
  ordinal: number;
  /** What it is counted in: the list, and the numbers of the levels above. */
  list: string;
  /** The level of the list, from 0. */
  level: number;
}

/** A line of the original that holds text: what every reader makes of its format, and all that structure sees. */
export interface Line extends Span {
  /** The words, without white space or markup at the edges: `original.slice(start, end)`. */
  text: string;
  /** The line's number in the original, from 1. */
  number: number;
  /** Blank lines (at least one) stand before it. */
  afterBlank: boolean;
  /** 1 where the format itself says that this is the title, 2 to 9 a heading; 0 where it says nothing. */
  depth: number;
  /** The number that the format draws before the words, where it does. */
  drawn?: DrawnNumber;
  /** `null` in the flow of the text; else it is read for notices only. */
  furniture: Furniture | null;
}

/** Lines of plain text from `from` on; `#` marks and such are the readers' affair. */
export function splitLines(original: string, from: number): Line[] {
  const lines: Line[] = [];
  let number = lineNumbers(original.slice(0, from))(from);
  let afterBlank = false;
  let start = from;
  const ends = [...original.slice(from).matchAll(LINE_END)].map((match) => ({
    at: from + match.index,
    length: match[0].length,
  }));
  for (const end of [...ends, { at: original.length, length: 0 }]) {
    const span = trimSpan(original, { start, end: end.at });
    const holdsText = span.end > span.start;
    if (holdsText) {
      const text = original.slice(span.start, span.end);
      lines.push({ ...span, text, number, afterBlank, depth: 0, furniture: null });
    }
    afterBlank = !holdsText;
    start = end.at + end.length;
    number++;
  }
  return lines;
}

/** Tells the number, from 1, of the line that an offset is in. Made once a text: each question is a binary search. */
export function lineNumbers(original: string): (offset: number) => number {
  const starts = [0].concat(Array.from(original.matchAll(LINE_END), (match) => match.index + match[0].length));
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
