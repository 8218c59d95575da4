import { outermostEnclosures, parseNumeral } from '../../text/index.ts';

/** What numbers a heading: its level by GB/T 9704-2012 (7.3.3), the number it gives, and how much of the line it takes. */
export interface HeadingMark {
  level: 1 | 2 | 3 | 4;
  ordinal: number;
  /** As it stands in the text, without white space behind it. */
  marker: string;
  /** Units of the line up to the first word of the heading. */
  length: number;
}

const HAN_NUMERAL = '[一二三四五六七八九十百]{1,4}';
const MARKS: readonly { level: HeadingMark['level']; pattern: RegExp }[] = [
  { level: 1, pattern: new RegExp(`^(${HAN_NUMERAL})[、．.]\\s*`) },
  { level: 1, pattern: new RegExp(`^第(${HAN_NUMERAL}|\\d{1,2})(?:部分|篇|章)[、，,：:\\s]*`) },
  { level: 2, pattern: new RegExp(`^[（(](${HAN_NUMERAL})[）)][、．.]?\\s*`) },
  { level: 2, pattern: /^([㈠-㈩])\s*/ },
  { level: 3, pattern: /^([0-9０-９]{1,2})[．.、](?![0-9０-９])\s*/ },
  { level: 4, pattern: /^[（(]([0-9０-９]{1,2})[）)][、．.]?\s*/ },
  { level: 4, pattern: /^([①-⑳⑴-⒇])\s*/ },
];

/** How far into a line a mark can reach; keeps every pattern's work constant. In UTF-16 units. */
const LONGEST_MARK = 16;

/** The heading mark that a line begins with, or `null`. A row of numerals (一、二、三产业) is none. */
export function headingMark(line: string): HeadingMark | null {
  const beginning = line.slice(0, LONGEST_MARK);
  for (const { level, pattern } of MARKS) {
    const match = pattern.exec(beginning);
    if (match === null) continue;
    const ordinal = ordinalOf(match[1] ?? '');
    if (ordinal === null || continuesRow(ordinal, beginning.slice(match[0].length))) return null;
    return { level, ordinal, marker: match[0].trimEnd(), length: match[0].length };
  }
  return null;
}

const NUMERAL_AHEAD = new RegExp(`^(${HAN_NUMERAL})(?:([、和及])|产业|季度|线|[级类期届批号楼])`);

/** 一、二、三产业 and 三、四季度 count; 三、四个关系 and 二、三农工作 are headings. */
function continuesRow(ordinal: number, rest: string): boolean {
  const match = NUMERAL_AHEAD.exec(rest);
  if (match === null) return false;
  return match[2] !== undefined || parseNumeral(match[1] ?? '') === ordinal + 1;
}

const ordinalOf = (numeral: string): number | null => parseNumeral(numeral.normalize('NFKC').replace(/[()]/g, ''));

/** Points of one style number one list. */
export type PointStyle = 'cardinal' | 'ordinal' | 'sequence' | 'member' | 'aspect' | 'dash';

/** A candidate for the beginning of a point; whether it is one is decided by its neighbours. */
export interface PointMark {
  style: PointStyle;
  /** 0 where the style does not number (——). */
  ordinal: number;
  marker: string;
  /** Place in the paragraph. */
  at: number;
  /** Units up to the first word of the lead. */
  length: number;
}

const SEQUENCE = new Map([
  ['首先', 1],
  ['其次', 2],
  ['再次', 3],
  ['再者', 3],
  ['最后', 9],
]);
const ASPECTS = new Map([
  ['一方面', 1],
  ['另一方面', 2],
]);

const POINT_MARKS: readonly { style: PointStyle; pattern: RegExp; read: (word: string) => number | null }[] = [
  {
    style: 'cardinal',
    pattern: /([一二三四五六七八九十]{1,3})[是要](?!\1[，,、。；])[，,、：:]?\s*/y,
    read: parseNumeral,
  },
  { style: 'ordinal', pattern: /第([一二三四五六七八九十]{1,3})[，,、：:]\s*/y, read: parseNumeral },
  {
    style: 'sequence',
    pattern: /(首先|其次|再次|再者|最后)[，,、：:]\s*/y,
    read: (word) => SEQUENCE.get(word) ?? null,
  },
  { style: 'member', pattern: /其([一二三四五六])(?:是|[，,、：:])\s*/y, read: parseNumeral },
  { style: 'aspect', pattern: /(一方面|另一方面)[，,、：:]?\s*/y, read: (word) => ASPECTS.get(word) ?? null },
];
const DASH = /^(?:[—─－]{2,}|--+)\s*/;

/** Behind these a point may begin inside a paragraph. */
const BOUNDARY = /[。；;！!？?：:”」』\s]/;

/** Every place of a paragraph where a point may begin, in order. Linear in its length. */
export function pointMarks(paragraph: string): PointMark[] {
  const marks: PointMark[] = [];
  const dash = DASH.exec(paragraph.slice(0, LONGEST_MARK));
  if (dash !== null) {
    marks.push({ style: 'dash', ordinal: 0, marker: dash[0].trimEnd(), at: 0, length: dash[0].length });
  }
  const quoted = outermostEnclosures(paragraph);
  let next = 0;
  for (let at = 0; at < paragraph.length; at++) {
    // A list that is quoted, or stands in brackets, is not the speaker's.
    if (quoted[next]?.open === at) at = quoted[next++]?.close ?? at;
    else if (at === 0 || BOUNDARY.test(paragraph[at - 1] ?? '')) {
      const mark = pointMarkAt(paragraph, at);
      if (mark !== null) marks.push(mark);
    }
  }
  return withWords(paragraph, marks);
}

/** A mark with nothing before the next one is no point. */
const withWords = (paragraph: string, marks: readonly PointMark[]): PointMark[] =>
  marks.filter((mark, i) => /[\p{L}\p{N}]/u.test(paragraph.slice(mark.at + mark.length, marks[i + 1]?.at)));

function pointMarkAt(paragraph: string, at: number): PointMark | null {
  for (const { style, pattern, read } of POINT_MARKS) {
    pattern.lastIndex = at;
    const match = pattern.exec(paragraph);
    const ordinal = match === null ? null : read(match[1] ?? '');
    if (match === null || ordinal === null) continue;
    const marker = match[0].replace(/[，,、：:\s]+$/, (tail) => tail.trimEnd());
    return { style, ordinal, marker, at, length: match[0].length };
  }
  return null;
}
