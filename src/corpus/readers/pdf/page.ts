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
  /** It stands above or below columns, whose margins are not its own. */
  isAcross: boolean;
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
  return {
    lines: inColumns(runs).flatMap(linesOf),
    askew: wordsOf(all.filter((run) => run.isAskew)),
  };
}

/** Runs from top to bottom, those on one base line together. */
function linesOf(runs: readonly Run[]): PageLine[] {
  const lines: Run[][] = [];
  for (const run of runs) {
    const line = lines.at(-1);
    const [first] = line ?? [];
    const isSame = first !== undefined && first.base - run.base < Math.max(first.size, run.size) * SAME_LINE;
    if (line !== undefined && isSame) line.push(run);
    else lines.push([run]);
  }
  return lines.map(toLine).filter((line) => line.text !== '');
}

/** Columns are told by a strip that hardly any run crosses, in the middle of the text, this wide in points. */
const NARROWEST_GUTTER = 9;
const MIDDLE = [0.3, 0.7] as const;
/** So many lines stand on both sides of it. */
const LINES_OF_COLUMNS = 4;
/** Of the lines of a page, so many may cross the strip: titles. */
const CROSSING = 0.25;

/**
 * The runs of a page in the order of reading: all of them, or by columns, the left before the right; what crosses both parts
 * what stands above it from what stands below. The right column is moved over the left, so that margins mean the same in both.
 */
function inColumns(runs: readonly Run[]): Run[][] {
  const gutter = gutterOf(runs);
  if (gutter === null) return [[...runs]];
  const isAcross = (run: Run): boolean => (run.left < gutter && run.right > gutter) || isNumber(run, runs);
  const left = runs.filter((run) => run.right <= gutter && !isAcross(run));
  const right = runs.filter((run) => run.left >= gutter && !isAcross(run));
  const leftmost = (some: readonly Run[]): number =>
    some.reduce((least, run) => Math.min(least, run.left), Number.POSITIVE_INFINITY);
  const shift = leftmost(right) - leftmost(left);
  const moved = right.map((run) => ({ ...run, left: run.left - shift, right: run.right - shift }));
  const across = runs.filter(isAcross).map((run) => ({ ...run, isAcross: true }));
  const edges = [Number.POSITIVE_INFINITY, ...across.map(({ base }) => base), Number.NEGATIVE_INFINITY];
  return edges.slice(0, -1).flatMap((top, i) => {
    const bottom = edges[i + 1] ?? Number.NEGATIVE_INFINITY;
    const between = (some: readonly Run[]): Run[] => some.filter(({ base }) => base < top && base >= bottom);
    return [across.filter(({ base }) => base === top), between(left), between(moved)];
  });
}

/** A page's number, alone on its line. */
const isNumber = (run: Run, runs: readonly Run[]): boolean =>
  /^[\s\-–—－·.]*\d{1,4}[\s\-–—－·.]*$/.test(run.text) &&
  runs.every((other) => other === run || Math.abs(other.base - run.base) > run.size / 2);

/** The middle of the strip between two columns; `null` where there is none. */
function gutterOf(runs: readonly Run[]): number | null {
  const left = runs.reduce((least, run) => Math.min(least, run.left), Number.POSITIVE_INFINITY);
  const right = runs.reduce((most, run) => Math.max(most, run.right), Number.NEGATIVE_INFINITY);
  const lines = new Set(runs.map(({ base }) => Math.round(base))).size;
  const [from, to] = MIDDLE.map((share) => left + (right - left) * share) as [number, number];
  let best: { at: number; width: number } | null = null;
  let start: number | null = null;
  for (let x = from; x <= to; x++) {
    const crossing = runs.filter((run) => run.left < x && run.right > x).length;
    if (crossing <= lines * CROSSING) start ??= x;
    else start = null;
    if (start !== null && x - start > (best?.width ?? 0)) best = { at: (start + x) / 2, width: x - start };
  }
  if (best === null || best.width < NARROWEST_GUTTER) return null;
  const { at } = best;
  const bases = (some: readonly Run[]): Set<number> => new Set(some.map(({ base }) => Math.round(base)));
  const ofLeft = bases(runs.filter((run) => run.right <= at));
  const both = [...bases(runs.filter((run) => run.left >= at))].filter((base) => ofLeft.has(base)).length;
  return both >= LINES_OF_COLUMNS && both > lines / 2 ? at : null;
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
  return [{ text: withoutRadicals(item.str), left, right: left + item.width, base, size, isAskew, isAcross: false }];
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
  const letters = letterSpacing(inOrder);
  let text = '';
  let size = 0;
  let right = inOrder[0]?.left ?? 0;
  for (const run of inOrder) {
    text += gap(text, run, right, letters) + run.text;
    right = Math.max(right, run.right);
    size = Math.max(size, run.size);
  }
  const words = withoutThinSpaces(withoutLetterSpacing(text)).trim();
  return {
    text: words,
    left: inOrder[0]?.left ?? 0,
    right,
    base: runs[0]?.base ?? 0,
    size,
    isAcross: runs[0]?.isAcross ?? false,
  };
}

/** A gap this wide, as a share of the type's size, was a space; Latin words stand nearer to each other. */
const WIDE_GAP = 0.6;
const LATIN_GAP = 0.15;

/** How far single characters stand apart in a line that is set wide, in the size of its type; 0 where it is not. */
function letterSpacing(runs: readonly Run[]): number {
  const isWide =
    runs.length > 4 && runs.filter(({ text }) => /^\p{Script=Han}$/u.test(text.trim())).length > runs.length * MOST;
  if (!isWide) return 0;
  const gaps = runs.slice(1).map((run, i) => (run.left - (runs[i]?.right ?? run.left)) / run.size);
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
}
/** Of the runs of a line that is set wide, so many are single characters, 0..1. */
const MOST = 0.7;
/** A gap so many times as wide as between its letters stands between words. */
const BETWEEN_WORDS = 1.7;

/** 在 全 市 的 会 上 with typed blanks; a wider gap parts words. */
function withoutLetterSpacing(text: string): string {
  const letters = text.split(/\s+/);
  const single = letters.filter((letter) => /^[\p{Script=Han}\p{P}\d]$/u.test(letter));
  if (letters.length < 5 || single.length < letters.length * MOST) return text;
  return text.replace(/(?<=\S) (?=\S)/g, '').replace(/\s{2,}/g, ' ');
}

function gap(before: string, run: Run, right: number, letters: number): string {
  if (before === '') return '';
  const width = (run.left - right) / run.size;
  const isLatin = /[\p{Script=Latin}\d]/u.test(before.slice(-1)) && /^[\p{Script=Latin}\d]/u.test(run.text);
  return width > (isLatin ? LATIN_GAP : Math.max(WIDE_GAP, letters * BETWEEN_WORDS)) ? ' ' : '';
}

/** Typesetters put a thin space between Chinese and Latin letters; it was never typed. */
const withoutThinSpaces = (words: string): string =>
  words.replace(
    /(?<=[\p{Script=Han}，。、；：“”（）]) (?=[\p{Script=Latin}\d])|(?<=[\p{Script=Latin}\d%]) (?=[\p{Script=Han}，。、；：“”（）])/gu,
    '',
  );
