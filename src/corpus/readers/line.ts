import type { Span } from '../../speech/index.ts';
import { trimSpan } from '../../text/index.ts';

/** A line of the original that holds text: what every reader makes of its format, and all that structure sees. */
export interface Line extends Span {
  /** The words, without white space or markup at the edges: `original.slice(start, end)`. */
  text: string;
  /** The line's number in the original, from 1. */
  number: number;
  /** Blank lines (at least one) stand before it. */
  afterBlank: boolean;
  /** 1 to 6 where the format itself says that this is a heading; 0 where it says nothing. */
  depth: number;
}

/** Lines of plain text from `from` on; `#` marks and such are the readers' affair. */
export function splitLines(original: string, from: number): Line[] {
  const lines: Line[] = [];
  let number = 1 + count(original.slice(0, from), '\n');
  let afterBlank = false;
  for (let start = from; start <= original.length; number++) {
    const newline = original.indexOf('\n', start);
    const stop = newline === -1 ? original.length : newline;
    const span = trimSpan(original, { start, end: stop });
    const holdsText = span.end > span.start;
    if (holdsText) {
      lines.push({ ...span, text: original.slice(span.start, span.end), number, afterBlank, depth: 0 });
    }
    afterBlank = !holdsText;
    start = stop + 1;
  }
  return lines;
}

const count = (text: string, character: string): number => text.split(character).length - 1;
