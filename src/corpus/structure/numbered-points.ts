import type { Line } from '../readers/index.ts';
import { ARTICLE, type HeadingMark } from './heading-marks.ts';
import type { HeadingLine } from './headings.ts';
import { endsSentence } from './lines.ts';

type Marks = readonly (HeadingMark | null)[];
type Headings = readonly (HeadingLine | null)[];

/**
 * Which numbered lines, by their places, are points for what stands beside them, though each alone might be a heading:
 * the items of a sentence, of a list of paragraphs, and of articles.
 */
export function pointsAmong(lines: readonly Line[], marks: Marks, headings: Headings): ReadonlySet<number> {
  return new Set([
    ...itemsOfSentences(lines, marks),
    ...itemsOfLists(lines, marks, headings),
    ...ofArticles(lines, marks),
  ]);
}

/**
 * Numbered lines that stand together and end in semicolons are the items of a sentence: all of them, and the last one
 * behind them.
 */
function* itemsOfSentences(lines: readonly Line[], marks: Marks): Generator<number> {
  for (const [i, line] of lines.entries()) {
    if (line.depth === 0 && /[；;]$/.test(line.text) && countsOn(marks[i], marks[i + 1])) yield* [i, i + 1];
  }
}

const countsOn = (mark: HeadingMark | null | undefined, next: HeadingMark | null | undefined): boolean =>
  mark != null && next != null && next.level === mark.level && next.ordinal === mark.ordinal + 1;

/** A list of numbered lines with nothing between them is one of points if so many of them, or its first, are paragraphs. */
const PARAGRAPHS = 0.5;

function* itemsOfLists(lines: readonly Line[], marks: Marks, headings: Headings): Generator<number> {
  for (let start = 0; start < lines.length; ) {
    let end = start + 1;
    while (end < lines.length && countsOn(marks[end - 1], marks[end])) end++;
    const places = Array.from({ length: end - start }, (_, i) => start + i);
    const isParagraph = (i: number): boolean =>
      headings[i] === null || (headings[i]?.rest === null && endsSentence(lines[i] as Line));
    const paragraphs = places.filter(isParagraph).length;
    const isOfPoints = isParagraph(start) || paragraphs >= places.length * PARAGRAPHS;
    if (places.length > 1 && isOfPoints && places.every((i) => lines[i]?.depth === 0)) yield* places;
    start = end;
  }
}

/** An article with a title of its own has no more than this. In characters. */
const LONGEST_TITLE = 20;
/** Share of a document's articles that have titles, where articles are headings. */
const TITLED = 0.6;

/** Articles (第三条) are points, and so is all that is numbered below them, unless each has a title on its own line. */
function* ofArticles(lines: readonly Line[], marks: Marks): Generator<number> {
  const articles = [...marks.keys()].filter((i) => marks[i]?.level === ARTICLE && lines[i]?.depth === 0);
  const titled = articles.filter((i) => isTitle(lines[i]?.text.slice(marks[i]?.length) ?? ''));
  if (articles.length === 0 || titled.length >= articles.length * TITLED) return;
  let isInside = false;
  for (const [i, mark] of marks.entries()) {
    if (mark?.level === ARTICLE) isInside = true;
    else if (mark != null && mark.level <= 1) isInside = false;
    if (isInside && mark !== null && lines[i]?.depth === 0) yield i;
  }
}

const isTitle = (words: string): boolean =>
  words.length > 0 && words.length <= LONGEST_TITLE && !/[。；;：:！？，,]/.test(words);
