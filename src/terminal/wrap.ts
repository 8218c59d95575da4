import stringWidth from 'string-width';

/** Marks that never begin a line (GB/T 15834-2011, 5.1.9): they stay with the character before them. */
const NEVER_FIRST: ReadonlySet<string> = new Set('，。、；：？！”’）》」』】〕…—,.;:?!)');

/** A line of a longer text: `text.slice(start, end)`. */
export interface WrappedLine {
  start: number;
  end: number;
}

/** Breaks text into lines of at most `width` columns; Chinese characters take two, punctuation never begins a line. */
export function wrap(text: string, width: number): WrappedLine[] {
  const lines: WrappedLine[] = [];
  let start = 0;
  let columns = 0;
  let at = 0;
  for (const character of text) {
    const size = stringWidth(character);
    const overflows = columns + size > width && !NEVER_FIRST.has(character) && at > start;
    if (overflows || character === '\n') {
      lines.push({ start, end: at });
      start = character === '\n' ? at + 1 : at;
      columns = 0;
    }
    at += character.length;
    if (character !== '\n') columns += size;
  }
  lines.push({ start, end: text.length });
  return lines.filter((line) => line.end > line.start);
}

/** Pads text with spaces to `width` columns, on the left for figures. */
export const padStart = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - stringWidth(text))) + text;
