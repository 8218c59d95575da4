import type { TextItem, TextMarkedContent } from 'pdfjs-dist/types/src/display/api.js';
import { withoutRadicals } from '../../../text/index.ts';

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
  /** From top to bottom. */
  lines: PageLine[];
  /** What stands askew: watermarks, marks at the margin. No text, but it may be a notice. */
  askew: string[];
}

/** A run of text in one font, as the library gives it. */
interface Run extends PageLine {
  isAskew: boolean;
}

type Item = TextItem | TextMarkedContent;

/** Base lines nearer than this share of the larger type's size are one line. */
const SAME_LINE = 0.5;

/**
 * Groups the runs of a page into lines, from top to bottom, each from left to right.
 *
 * @param turn by how many degrees, clockwise, the page is shown turned
 */
export function readPage(items: readonly Item[], turn: number): Page {
  const all = items.flatMap((item) => ('str' in item ? toRun(item, turn) : []));
  const runs = all.filter((run) => !run.isAskew).sort((a, b) => b.base - a.base);
  const lines: Run[][] = [];
  for (const run of runs) {
    const line = lines.at(-1);
    const [first] = line ?? [];
    const isSame = first !== undefined && first.base - run.base < Math.max(first.size, run.size) * SAME_LINE;
    if (line !== undefined && isSame) line.push(run);
    else lines.push([run]);
  }
  return {
    lines: lines.map(toLine).filter((line) => line.text !== ''),
    askew: wordsOf(all.filter((run) => run.isAskew)),
  };
}

/** Runs that stand askew; where letters are set apart each is a run of its own, and they are read as one. */
function wordsOf(askew: readonly Run[]): string[] {
  const words = askew.map((run) => run.text.trim()).filter((text) => text !== '');
  const areLetters = words.length > 1 && words.every((text) => text.length === 1);
  return areLetters ? [words.join('')] : words;
}

/** Blank runs are gaps, and count for nothing. */
function toRun(item: TextItem, turn: number): Run[] {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
  const size = Math.hypot(c, d);
  if (item.str.trim() === '' || size === 0) return [];
  const [along, across] = turned(a, b, turn);
  const [left, base] = turned(x, y, turn);
  const isAskew = Math.abs(across) > Math.abs(along) * SLANT;
  return [{ text: withoutRadicals(item.str), left, right: left + item.width, base, size, isAskew }];
}

/** Text may stand this much askew, rise to run. */
const SLANT = 0.1;

/** Where a point comes to stand when its page is turned clockwise. */
function turned(x: number, y: number, turn: number): [number, number] {
  switch (((turn % 360) + 360) % 360) {
    case 90:
      return [y, -x];
    case 180:
      return [-x, -y];
    case 270:
      return [-y, x];
    default:
      return [x, y];
  }
}

function toLine(runs: readonly Run[]): PageLine {
  const inOrder = [...runs].sort((a, b) => a.left - b.left);
  let text = '';
  let size = 0;
  let right = inOrder[0]?.left ?? 0;
  for (const run of inOrder) {
    text += gap(text, run, right) + run.text;
    right = Math.max(right, run.right);
    size = Math.max(size, run.size);
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
  const isLatin = /[\p{Script=Latin}\d]/u.test(before.slice(-1)) && /^[\p{Script=Latin}\d]/u.test(run.text);
  return width > (isLatin ? LATIN_GAP : WIDE_GAP) ? ' ' : '';
}

/** Typesetters put a thin space between Chinese and Latin letters; it was never typed. */
const withoutThinSpaces = (words: string): string =>
  words.replace(
    /(?<=[\p{Script=Han}，。、；：“”（）]) (?=[\p{Script=Latin}\d])|(?<=[\p{Script=Latin}\d%]) (?=[\p{Script=Han}，。、；：“”（）])/gu,
    '',
  );
