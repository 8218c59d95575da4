import type { Section } from '../../speech/index.ts';
import { parseNumeral } from '../../text/index.ts';

const NUMERAL = '[0-9〇○零一二三四五六七八九十]';
const YEAR = `(${NUMERAL}{4})\\s*年`;
const MONTH = `(${NUMERAL}{1,3})\\s*月`;
const DAY = `(${NUMERAL}{1,3})\\s*日`;
const DATE = new RegExp(`${YEAR}(?:\\s*${MONTH}(?:\\s*${DAY})?)?`);
/** 2024-05-06, 2024.5.6, 2024/5/6 */
const DATE_IN_FIGURES = /(\d{4})[-./](\d{1,2})[-./](\d{1,2})/;
/** Headings that say which year a speech is of: 2019年工作回顾, 2020年组织工作重点任务. */
const YEAR_HEADING = new RegExp(`^${YEAR}.{0,20}(?:回顾|总结|任务|安排|部署|打算|工作|要求|成绩)`);

/** 2023—2025年: a plan's years, and no date. */
const SPAN =
  /(?:19|20)\d{2}\s*年?\s*(?:[—–―~～-]+|至|到)\s*(?:19|20)\d{2}(?!\d|[-./年]\s*\d{1,2}[-./月])\s*(?:年度?)?/g;

/** The first date in a text (2020年1月8日, 二〇二〇年一月, 2020年组工会议), as exact as it stands there; `null` without one. */
export function dateIn(text: string): string | null {
  const words = text.normalize('NFKC').replace(SPAN, ' ');
  const match = DATE.exec(words) ?? DATE_IN_FIGURES.exec(words);
  const year = numeral(match?.[1]);
  if (year === null || year < 1900 || year > 2100) return null;
  const month = numeral(match?.[2]);
  const day = numeral(match?.[3]);
  if (month === null || month < 1 || month > 12) return String(year);
  if (day === null || day < 1 || day > 31) return `${year}-${pad(month)}`;
  return `${year}-${pad(month)}-${pad(day)}`;
}

/** …_2020-11-25, 20200326…, 2020.11.25: the day in the name of a file; `null` where it has none. */
export function dateInName(file: string): string | null {
  const name = file.split('/').at(-1) ?? '';
  const match = /(?<!\d)((?:19|20)\d{2})([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/.exec(name);
  return match === null ? dateIn(name) : `${match[1]}-${match[3]}-${match[4]}`;
}

const numeral = (words: string | undefined): number | null => (words === undefined ? null : parseNumeral(words));
const pad = (value: number): string => String(value).padStart(2, '0');

/** The year that top headings name as theirs: the latest of 2019年工作回顾 and 2020年重点任务. */
export function yearInHeadings(sections: readonly Section[]): string | null {
  const years = sections
    .filter((section) => section.kind === 'heading' && YEAR_HEADING.test(section.heading))
    .map((section) => Number(dateIn(section.heading)));
  return years.length === 0 ? null : String(years.reduce((latest, year) => Math.max(latest, year)));
}
