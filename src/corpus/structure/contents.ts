import type { Line } from '../readers/index.ts';

/** 目　录, 【目录】, 目录/提纲, without white space. */
const CONTENTS = /^[【[（(]?(?:目录|目錄|提纲|提綱|目录[/／、]提纲|本文目录|内容提要|contents)[】\])）]?[：:]?[…·.]*$/i;

/** An entry of a table of contents: its words, what leads from them to its page, and that. */
interface Entry {
  words: string;
  leader: string;
  page: string;
}

const PAGE = /[(（\-－—]?\s?(\d{1,3}|[ivxIVX]{1,5})\s?[)）\-－—]?$/;
const LEADER = /[.…·．﹒_•\s]/;
/** With its brackets. In characters. */
const LONGEST_PAGE = 9;

/** A line as an entry: dots or white space lead to a page at its end. `null` where they don't. */
function entryOf(line: string): Entry | null {
  const match = PAGE.exec(line.slice(-LONGEST_PAGE));
  const page = match?.[1];
  const leaderEnd = line.length - (match?.[0].length ?? 0);
  let leaderStart = leaderEnd;
  while (leaderStart > 0 && LEADER.test(line[leaderStart - 1] ?? '')) leaderStart--;
  const leader = line.slice(leaderStart, leaderEnd);
  // A single dot leads to decimals.
  if (page === undefined || leaderStart === 0 || /^[.．]?$/.test(leader)) return null;
  return { words: line.slice(0, leaderStart), leader, page };
}

/** A page that nothing parts from the words: known only where they come again. */
const GLUED_PAGE = /\d{1,3}$/;
const ELLIPSIS = /^[…·.\s]+$/;

/** A table of contents stands in the first lines of a document. */
const FARTHEST = 60;
/** So many entries with pages are a table of contents that nothing calls one. */
const UNNAMED = 3;
/** In characters. */
const LONGEST_ENTRY = 120;

/** The lines of a table of contents: its heading, and entries that have pages or whose words come again below. */
export function contentsOf(lines: readonly Line[]): ReadonlySet<Line> {
  const named = lines.slice(0, FARTHEST).findIndex(({ text }) => CONTENTS.test(compact(text.slice(0, LONGEST_ENTRY))));
  const start = named === -1 ? unnamedStart(lines) : named + 1;
  if (start === -1) return new Set();
  const last = new Map(lines.slice(start).flatMap(({ text }, i) => keysOf(text).map((words) => [words, start + i])));
  const comesAgain = (words: string, i: number): boolean => (last.get(key(words)) ?? i) > i;
  const isEntry = ({ text }: Line, i: number): boolean =>
    ELLIPSIS.test(text) ||
    comesAgain(text, i) ||
    (text.length <= LONGEST_ENTRY && (entryOf(text) !== null || comesAgain(text.replace(GLUED_PAGE, ''), i)));
  let end = start;
  while (end < lines.length && isEntry(lines[end] as Line, end)) end++;
  return end === start ? new Set() : new Set(lines.slice(named === -1 ? start : named, end));
}

/** Where entries begin that no heading stands above: lines that lead to pages, and count them up. */
function unnamedStart(lines: readonly Line[]): number {
  const pages = lines.slice(0, FARTHEST).map(({ text }) => {
    const entry = text.length <= LONGEST_ENTRY ? entryOf(text) : null;
    return entry !== null && LED.test(entry.leader) ? Number(entry.page) : Number.NaN;
  });
  return pages.findIndex((_, i) => {
    const run = pages.slice(i, i + UNNAMED);
    return run.length === UNNAMED && run.every((page, at) => page >= (run[at - 1] ?? 0));
  });
}

/** With no heading to tell, only dots and tabs lead to a page: a space may stand before any figure. */
const LED = /[.…·．﹒_•]{3}|…|\t/;

const compact = (words: string): string => words.replace(/\s/g, '');

/** The words of a line without page and white space, as its heading has them below. */
function key(text: string): string {
  const line = text.slice(0, LONGEST_ENTRY);
  return compact(entryOf(line)?.words ?? line);
}

/** What an entry may be found by: the whole line, and the heading that its text follows. */
function keysOf(text: string): string[] {
  const whole = key(text);
  const runIn = whole.split(/[。：:]/, 1)[0] ?? whole;
  return runIn === whole ? [whole] : [whole, runIn];
}
