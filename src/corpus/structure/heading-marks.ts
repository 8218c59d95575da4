import { parseNumeral } from '../../text/index.ts';

/** What numbers a heading: its level by GB/T 9704-2012 (7.3.3), the number it gives, and how much of the line it takes. */
export interface HeadingMark {
  /** 0 for 第一部分, which stands above 一、 where both are. */
  level: 0 | 1 | 2 | 3 | 4;
  ordinal: number;
  /** As it stands in the text, without white space behind it. */
  marker: string;
  /** Units of the line up to the first word of the heading. */
  length: number;
}

const HAN_NUMERAL = '[一二三四五六七八九十百]{1,4}';
const MARKS: readonly { level: HeadingMark['level']; pattern: RegExp }[] = [
  { level: 1, pattern: new RegExp(`^(${HAN_NUMERAL})[、．.]\\s*`) },
  { level: 1, pattern: new RegExp(`^【(${HAN_NUMERAL})】\\s*`) },
  { level: 0, pattern: new RegExp(`^第(${HAN_NUMERAL}|\\d{1,2})(?:部分|篇|章|讲)[、，,：:\\s]*`) },
  { level: 2, pattern: new RegExp(`^[（(](${HAN_NUMERAL})[）)][、．.]?\\s*`) },
  { level: 2, pattern: /^([㈠-㈩])\s*/ },
  { level: 3, pattern: /^([0-9０-９]{1,2})[．.、](?![0-9０-９])\s*/ },
  { level: 4, pattern: /^[（(]([0-9０-９]{1,2})[）)][、．.]?\s*/ },
  { level: 4, pattern: /^([0-9０-９]{1,2})[）)]\s*/ },
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
