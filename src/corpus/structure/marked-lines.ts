import type { Line } from '../readers/index.ts';
import { ARTICLE, articleMark, type DecimalMark, decimalMark, type HeadingMark, headingMark } from './heading-marks.ts';

/**
 * The mark that each line of a body begins with, `null` where it has none. Figures such as 1.1 number a line only where
 * they count on: a sentence may begin with 2.5, too.
 */
export function marksOf(lines: readonly Line[]): (HeadingMark | null)[] {
  const drawn = drawnMarks(lines);
  const decimals = provenDecimals(lines);
  const articles = provenArticles(lines);
  const most = decimals.reduce((parts, mark) => Math.max(parts, mark?.parts.length ?? 0), 1);
  return lines.map((line, i) => {
    if (drawn[i] != null) return drawn[i] ?? null;
    const mark = decimals[i] ?? articles[i] ?? headingMark(line.text);
    if (mark === null || decimals[i] !== null) return mark;
    // （1） stands below the last of 1, 1.1 and 1.1.1.
    return mark.level > 3 ? { ...mark, level: mark.level + most - 1 } : mark;
  });
}

/**
 * The marks that the format drew. Numbers as they are typed (一、 （一）) have the level that they have everywhere, unless
 * their list says that they stand below it; others that of their list: one below what they stand under.
 */
function drawnMarks(lines: readonly Line[]): (HeadingMark | null)[] {
  const typed = lines.map((line) => (line.drawn === undefined ? (headingMark(line.text)?.level ?? 0) : 0));
  const top = typed.reduce((deepest, level) => (level <= 2 ? Math.max(deepest, level) : deepest), 0) + 1;
  const levels = new Map<string, number[]>();
  return lines.map(({ text, drawn }) => {
    if (drawn === undefined) return null;
    const [list = ''] = drawn.list.split(':', 1);
    const open = levels.get(list) ?? [];
    levels.set(list, open);
    const above = open.slice(0, drawn.level).findLast((level) => level !== undefined);
    const known = headingMark(text);
    const isKnown = known !== null && known.length <= drawn.length && (above === undefined || known.level > above);
    const level = isKnown ? known.level : above === undefined ? (open[drawn.level] ?? top) : above + 1;
    open[drawn.level] = level;
    open.length = drawn.level + 1;
    const mark = { level, ordinal: drawn.ordinal, marker: text.slice(0, drawn.length).trimEnd(), length: drawn.length };
    return isKnown ? mark : { ...mark, list: drawn.list };
  });
}

/** Marks of articles: with a gap behind them, or where they count on. */
function provenArticles(lines: readonly Line[]): (HeadingMark | null)[] {
  const marks = lines.map(({ text }) => headingMark(text)).map((mark) => (mark?.level === ARTICLE ? mark : null));
  const glued = lines.map(({ text }, i) => marks[i] ?? articleMark(text));
  const places = [...glued.keys()].filter((i) => glued[i] !== null);
  const countsOn = (one: number | undefined, other: number | undefined): boolean =>
    one !== undefined && other !== undefined && glued[other]?.ordinal === (glued[one]?.ordinal ?? 0) + 1;
  const proven = new Set(places.filter((i, at) => countsOn(places[at - 1], i) || countsOn(i, places[at + 1])));
  return glued.map((mark, i) => {
    if (mark === null || (marks[i] === null && !proven.has(i))) return null;
    return { ...mark, list: 'article' };
  });
}

/** Marks of several figures that go on from the one before them, if there are two at least. */
function provenDecimals(lines: readonly Line[]): (DecimalMark | null)[] {
  let last: readonly number[] = [];
  let count = 0;
  const proven = lines.map(({ text, drawn }) => {
    if (drawn !== undefined) return null;
    const mark = decimalMark(text);
    const parts = mark?.parts ?? figureOf(text);
    if (parts === null || !goesOnFrom(last, parts)) return null;
    last = parts;
    if (parts.length > 1) count++;
    return mark;
  });
  return count > 1 ? proven : lines.map(() => null);
}

/** The figure of a line that 1. or 1、 numbers: what 1.1 goes on from. */
function figureOf(text: string): readonly number[] | null {
  const mark = headingMark(text);
  return mark?.level === 3 ? [mark.ordinal] : null;
}

/** 1.1 goes on from 1, 1.2 from 1.1 and from 1.1.3; 2.1 from any 1.x, where no line is numbered 2. */
function goesOnFrom(last: readonly number[], parts: readonly number[]): boolean {
  const ordinal = parts.at(-1) ?? 0;
  const above = parts.slice(0, -1);
  const isBelow = above.every((part, i) => part === last[i]);
  const before = isBelow ? (last[above.length] ?? 0) : null;
  if (before !== null) return ordinal === before + 1;
  const [first = 0] = parts;
  return ordinal === 1 && parts.length === 2 && first === (last[0] ?? 0) + 1;
}
