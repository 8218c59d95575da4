import stringWidth from 'string-width';

/**
 * What is never broken: opening marks with what follows them, a Latin word or one other character, and the marks that
 * close it (GB/T 15834-2011, 5.1: no line begins with a closing mark or ends with an opening one).
 */
const CHUNK = /[“‘（《「『【〔(]*(?:\w(?:[\w.@:/%+-]*\w)?|[^\n])[，。、；：？！”’）》」』】〕…—,.;:?!) ]*|\n/gu;

/** A line of a longer text: `text.slice(start, end)`. */
export interface WrappedLine {
  start: number;
  end: number;
}

/** Breaks text into lines of at most `width` columns (Chinese characters take two); only a longer chunk is broken itself. */
export function wrap(text: string, width: number): WrappedLine[] {
  const lines: WrappedLine[] = [];
  let line: WrappedLine = { start: 0, end: 0 };
  let columns = 0;
  const startLine = (at: number): void => {
    lines.push(line);
    line = { start: at, end: at };
    columns = 0;
  };
  for (const piece of pieces(text, width)) {
    const size = stringWidth(piece);
    if (piece === '\n') startLine(line.end + 1);
    else {
      // A space may hang over the edge: nobody sees it there.
      if (columns + stringWidth(piece.trimEnd()) > width && columns > 0) startLine(line.end);
      line.end += piece.length;
      columns += size;
    }
  }
  return [...lines, line].filter(({ start, end }) => end > start);
}

/** A word that no line holds is broken between its characters; the marks around it stay with its first and last. */
function* pieces(text: string, width: number): Generator<string> {
  for (const [chunk] of text.matchAll(CHUNK)) {
    const word = stringWidth(chunk.trimEnd()) > width ? LONG_WORD.exec(chunk) : null;
    if (word === null) yield chunk;
    else {
      const last = word.index + word[0].length - 1;
      yield chunk.slice(0, word.index + 1);
      yield* chunk.slice(word.index + 1, last);
      yield chunk.slice(last);
    }
  }
}

const LONG_WORD = /\w[\w.@:/%+-]*\w/;

/** Pads text with spaces to `width` columns, on the left for figures. */
export const padStart = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - stringWidth(text))) + text;
