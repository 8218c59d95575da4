import type { TextItem, TextMarkedContent } from 'pdfjs-dist/types/src/display/api.js';

/** A line as it stands on a page. Lengths are in points (1/72 inch), the origin at the lower left. */
export interface PageLine {
  text: string;
  left: number;
  right: number;
  /** Height of the base line. */
  base: number;
  /** Size of its type. */
  size: number;
}

export interface Page {
  height: number;
  /** From top to bottom. */
  lines: PageLine[];
}

/** A run of text in one font, as the library gives it. */
type Run = PageLine;

/** Base lines nearer than this share of the type's size are one line. */
const SAME_LINE = 0.5;

/** Groups the runs of a page into lines, from top to bottom, each from left to right. */
export function readPage(view: readonly number[], items: readonly (TextItem | TextMarkedContent)[]): Page {
  const runs = items.flatMap((item) => ('str' in item ? toRun(item) : [])).sort((a, b) => b.base - a.base);
  const lines: Run[][] = [];
  for (const run of runs) {
    const line = lines.at(-1);
    const [first] = line ?? [];
    if (line !== undefined && first !== undefined && first.base - run.base < first.size * SAME_LINE) line.push(run);
    else lines.push([run]);
  }
  return { height: (view[3] ?? 0) - (view[1] ?? 0), lines: lines.map(toLine).filter((line) => line.text !== '') };
}

/** Blank runs are gaps, and turned text (a watermark, a mark at the margin) is no line: neither counts. */
function toRun(item: TextItem): Run[] {
  const [a = 0, b = 0, c = 0, d = 0, left = 0, base = 0] = item.transform as number[];
  const size = Math.hypot(c, d);
  if (item.str.trim() === '' || size === 0 || Math.abs(b) > Math.abs(a) * SLANT) return [];
  return [{ text: item.str, left, right: left + item.width, base, size }];
}

/** Text may stand this much askew, rise to run. */
const SLANT = 0.1;

function toLine(runs: readonly Run[]): PageLine {
  const inOrder = [...runs].sort((a, b) => a.left - b.left);
  const size = Math.max(...runs.map((run) => run.size));
  let text = '';
  let right = inOrder[0]?.left ?? 0;
  for (const run of inOrder) {
    text += gap(text, run, right) + run.text;
    right = Math.max(right, run.right);
  }
  const words = withoutThinSpaces(text).trim();
  return { text: words, left: inOrder[0]?.left ?? 0, right, base: runs[0]?.base ?? 0, size };
}

/** A gap this wide, as a share of the type's size, was a space; Latin words stand nearer to each other. */
const WIDE_GAP = 0.6;
const LATIN_GAP = 0.15;

function gap(before: string, run: Run, right: number): string {
  if (before === '') return '';
  const width = (run.left - right) / run.size;
  const isLatin = /[\p{Script=Latin}\d]$/u.test(before) && /^[\p{Script=Latin}\d]/u.test(run.text);
  return width > (isLatin ? LATIN_GAP : WIDE_GAP) ? ' ' : '';
}

/** Typesetters put a thin space between Chinese and Latin letters; it was never typed. */
const withoutThinSpaces = (words: string): string =>
  words.replace(
    /(?<=[\p{Script=Han}，。、；：“”（）]) (?=[\p{Script=Latin}\d])|(?<=[\p{Script=Latin}\d%]) (?=[\p{Script=Han}，。、；：“”（）])/gu,
    '',
  );
