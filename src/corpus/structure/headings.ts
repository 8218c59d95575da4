import type { Span } from '../../speech/index.ts';
import type { Line } from '../readers/index.ts';
import { leadOf } from './lead.ts';
import { type HeadingMark, headingMark } from './marks.ts';

/** A line that is, or begins with, a heading. Spans are in the original. */
export interface HeadingLine {
  level: number;
  ordinal: number | null;
  marker: string;
  words: Span;
  /** What follows the heading on its own line; `null` when nothing does. */
  rest: Span | null;
}

/** A heading is at most this long; what is longer is a numbered paragraph. In characters. */
const LONGEST_HEADING = 60;

/** Reads a line as a heading by its mark (一、 （一） 1. （1）) or by the format's own (# in Markdown); else `null`. */
export function readHeading(line: Line): HeadingLine | null {
  const mark = headingMark(line.text);
  if (mark !== null) return withMark(line, mark);
  if (line.depth === 0) return null;
  return {
    level: Math.max(1, line.depth - 1),
    ordinal: null,
    marker: '',
    words: { start: line.start, end: line.end },
    rest: null,
  };
}

/** A short line without the end of a sentence is all heading, a colon in it too: 一、看形势：稳中有变. */
const isWholeLine = (text: string): boolean => text.length <= LONGEST_HEADING && !/[。！？!?；;]/.test(text);

const wholeLine = (text: string): Span => ({ start: 0, end: text.replace(/[：:，,、…\s]+$/, '').length });

function withMark(line: Line, mark: HeadingMark): HeadingLine | null {
  const text = line.text.slice(mark.length);
  const lead = isWholeLine(text) ? wholeLine(text) : leadOf(text, 'heading');
  const isLine = line.depth > 0;
  if (lead.end === lead.start || (!isLine && lead.end - lead.start > LONGEST_HEADING)) return null;
  const from = line.start + mark.length;
  const restStart = lead.end + (/^[。；;！!？?：:，,、…\s]+/.exec(text.slice(lead.end))?.[0].length ?? 0);
  const hasRest = restStart < text.length;
  return {
    level: mark.level,
    ordinal: mark.ordinal,
    marker: mark.marker,
    words: isLine ? { start: from, end: line.end } : { start: from + lead.start, end: from + lead.end },
    rest: hasRest && !isLine ? { start: from + restStart, end: line.end } : null,
  };
}
