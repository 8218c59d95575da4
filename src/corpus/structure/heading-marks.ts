import { parseNumeral } from '../../text/index.ts';

/** What numbers a heading: its level, the number it gives, and how much of the line it takes. */
export interface HeadingMark {
  /**
   * 1 for 一、, 2 for （一）, 3 for 1., 4 for （1） (GB/T 9704-2012, 7.3.3), one more for each further part of 1.1; below 1
   * what stands above 一、: see {@link ARTICLE}.
   */
  level: number;
  ordinal: number;
  /** As it stands in the text, without white space behind it. */
  marker: string;
  /** Units of the line up to the first word of the heading. */
  length: number;
  /**
   * The list that it numbers, where the document gives that away: figures such as 1.1 by those before the last (`1.`),
   * articles. `undefined` for marks that only their neighbours put in a list.
   */
  list?: string;
}

/** Levels of the divisions of a long document: 第一部分 holds chapters, they sections, they articles. */
const PART = -3;
const CHAPTER = -2;
const SECTION = -1;
export const ARTICLE = 0;

const HAN_NUMERAL = '[一二三四五六七八九十百]{1,4}';
/** Numerals of divisions: 第一百二十三条, 第12条. */
const DIVISION_NUMERAL = '[一二三四五六七八九十百零〇]{1,6}|[0-9０-９]{1,3}';
const MARKS: readonly { level: number; pattern: RegExp }[] = [
  { level: 1, pattern: new RegExp(`^(${HAN_NUMERAL})[、．.]\\s*`) },
  { level: 1, pattern: new RegExp(`^【(${HAN_NUMERAL})】\\s*`) },
  { level: 1, pattern: /^([壹贰叁肆伍陆柒捌玖拾貳參陸]{1,3})、\s*/ },
  { level: PART, pattern: new RegExp(`^第(${DIVISION_NUMERAL})(?:部分|篇|编|讲)[、，,：:\\s]*`) },
  { level: CHAPTER, pattern: new RegExp(`^第(${DIVISION_NUMERAL})章[、，,：:\\s]*`) },
  { level: SECTION, pattern: new RegExp(`^第(${DIVISION_NUMERAL})节(?:[、，,：:\\s]+|$)`) },
  {
    level: ARTICLE,
    pattern: new RegExp(`^第(${DIVISION_NUMERAL})条(?:之[一二三四五六七八九十]{1,2})?(?:[、：:\\s]+|$)`),
  },
  { level: 2, pattern: new RegExp(`^[（(](${HAN_NUMERAL})[）)][、．.]?\\s*`) },
  { level: 2, pattern: /^([㈠-㈩])\s*/ },
  // 甲、乙双方 counts nothing.
  { level: 2, pattern: /^([甲乙丙丁戊己庚辛壬癸])、(?![甲乙丙丁戊己庚辛壬癸])\s*/ },
  { level: 3, pattern: /^([0-9０-９]{1,2})[．.、](?![0-9０-９])\s*/ },
  { level: 4, pattern: /^[（(]([0-9０-９]{1,2})[）)][、．.]?\s*/ },
  { level: 4, pattern: /^([0-9０-９]{1,2})[）)]\s*/ },
  { level: 4, pattern: /^([①-⑳⑴-⒇])\s*/ },
];

/** How far into a line a mark can reach; keeps every pattern's work constant. In UTF-16 units. */
const LONGEST_MARK = 16;

const ARTICLE_BEGIN = new RegExp(`^第(${DIVISION_NUMERAL})条(?![，,是的])`);

/** The mark of an article whose words follow without a gap (第三条经营者…): one only where articles count on. */
export function articleMark(line: string): HeadingMark | null {
  const match = ARTICLE_BEGIN.exec(line.slice(0, LONGEST_MARK));
  const ordinal = match === null ? null : parseNumeral(match[1] ?? '');
  if (match === null || ordinal === null) return null;
  return { level: ARTICLE, ordinal, marker: match[0], length: match[0].length };
}

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

/** Numerals of accounts (壹, 貳) as they are counted. */
const ACCOUNT_NUMERALS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'壹一贰二貳二叁三參三肆四伍五陆六陸六柒七捌八玖九拾十'.matchAll(/(.)(.)/gu)].map(([, sign = '', plain = '']) => [
    sign,
    plain,
  ]),
);

const STEMS = '甲乙丙丁戊己庚辛壬癸';

const ordinalOf = (numeral: string): number | null =>
  STEMS.includes(numeral)
    ? STEMS.indexOf(numeral) + 1
    : parseNumeral(
        numeral
          .normalize('NFKC')
          .replace(/[()]/g, '')
          .replace(/[壹贰貳叁參肆伍陆陸柒捌玖拾]/g, (sign) => ACCOUNT_NUMERALS[sign] ?? sign),
      );

/** The level of a heading that is numbered with so many figures: 1 like 1., one more for 1.1. */
const decimalLevel = (parts: number): number => 2 + parts;

const DECIMAL = /^([0-9０-９]{1,2}(?:[.．][0-9０-９]{1,2}){1,4})(?:[.．、]\s*|\s+|(?=[\p{Script=Han}“（《]))/u;
/** 1 总则 numbers a heading only where 1.1 numbers others. */
const LONE_FIGURE = /^([0-9０-９]{1,2})\s+(?=[\p{Script=Han}“（《])/u;
/** What figures count and measure: 1.5万亩, 3.2%. */
const UNIT = /^(?:[万亿千百年月日时]|个百分点|倍|元|公里|吨|亩|米|度|%|％)/;

/** A mark of figures as it is typed: 1.1, 2.3.1. */
export interface DecimalMark extends HeadingMark {
  parts: number[];
  list: string;
}

/** The figures that a line may be numbered with (1.1, 2.3.1, and 1 with a space behind it), or `null`. */
export function decimalMark(line: string): DecimalMark | null {
  const beginning = line.slice(0, LONGEST_MARK);
  const match = DECIMAL.exec(beginning) ?? LONE_FIGURE.exec(beginning);
  if (match === null || UNIT.test(beginning.slice(match[0].length))) return null;
  const parts = (match[1] ?? '').normalize('NFKC').split('.').map(Number);
  const ordinal = parts.at(-1) ?? 0;
  return {
    level: decimalLevel(parts.length),
    ordinal,
    marker: match[0].trimEnd(),
    length: match[0].length,
    parts,
    list: parts
      .slice(0, -1)
      .map((part) => `${part}.`)
      .join(''),
  };
}
