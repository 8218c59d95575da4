import type { Genre, Section } from '../speech/index.ts';
import { parseNumeral } from '../text/index.ts';

const NUMERAL = '[0-9〇○零一二三四五六七八九十]';
const YEAR = `(${NUMERAL}{4})\\s*年`;
const MONTH = `(${NUMERAL}{1,3})\\s*月`;
const DAY = `(${NUMERAL}{1,3})\\s*日`;
const DATE = new RegExp(`${YEAR}(?:\\s*${MONTH}(?:\\s*${DAY})?)?`);
/** 2024-05-06, 2024.5.6, 2024/5/6 */
const DATE_IN_FIGURES = /(\d{4})[-./](\d{1,2})[-./](\d{1,2})/;
/** Headings that say which year a speech is of: 2019年工作回顾, 2020年组织工作重点任务. */
const YEAR_HEADING = new RegExp(`^${YEAR}.{0,20}(?:回顾|总结|任务|安排|部署|打算|工作|要求|成绩)`);

/** The first date in a text (2020年1月8日, 二〇二〇年一月, 2020年组工会议), as exact as it stands there; `null` without one. */
export function dateIn(text: string): string | null {
  const words = text.normalize('NFKC');
  const match = DATE.exec(words) ?? DATE_IN_FIGURES.exec(words);
  const year = numeral(match?.[1]);
  if (year === null || year < 1900 || year > 2100) return null;
  const month = numeral(match?.[2]);
  const day = numeral(match?.[3]);
  if (month === null || month < 1 || month > 12) return String(year);
  if (day === null || day < 1 || day > 31) return `${year}-${pad(month)}`;
  return `${year}-${pad(month)}-${pad(day)}`;
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

const OCCASION_LINE = /在(.{2,50}?)上?[）)]?$/;

/** The occasion on a line of its own, or in a subtitle: （2024年1月10日在…会议上）; `null` where it has none. */
export const occasionOnLine = (line: string): string | null => OCCASION_LINE.exec(line)?.[1] ?? null;

const OCCASION_IN_TITLE = /在(.{2,50}?)(?:上|时)的?(?:.{0,4})(?:讲话|发言|致辞|报告|讲稿|党课)/;
const MEETING_IN_TITLE =
  /^(.{2,40}?(?:会议|大会|座谈会|推进会|工作会|动员会|部署会|总结会|表彰会|交流会|会))(?:的|上的)?(?:讲话|发言|主持|致辞|报告)/;

/** The occasion that a title names: 在…上的讲话, …会议讲话稿; `null` where it names none. */
export const occasionIn = (title: string): string | null =>
  OCCASION_IN_TITLE.exec(title)?.[1] ?? MEETING_IN_TITLE.exec(title)?.[1] ?? null;

/** What a title says about the kind of speech, the more telling words first. */
const GENRE_WORDS: readonly { genre: Genre; words: RegExp }[] = [
  { genre: 'duty-report', words: /述职|述廉/ },
  { genre: 'party-lecture', words: /党课/ },
  { genre: 'letter', words: /贺信|慰问信|公开信|倡议书|致.{1,20}的信|祝酒|新年贺词/ },
  { genre: 'work-report', words: /工作报告/ },
  { genre: 'commemoration', words: /表彰|纪念|颁奖|追悼|庆祝/ },
  { genre: 'taking-office', words: /任职|就职|履新|表态|离任|到任/ },
  { genre: 'opening-closing', words: /开幕|闭幕|开学|毕业|开班|结业|开工|揭牌/ },
  { genre: 'mobilisation', words: /动员|誓师/ },
  { genre: 'summary', words: /总结/ },
  { genre: 'forum', words: /座谈|论坛|研讨/ },
  { genre: 'deployment', words: /推进会|部署|工作会议|工作会|调度会|现场会|组工会议/ },
];

/** The genre that a title or occasion names; `null` when its words name none. */
export const genreIn = (title: string): Genre | null =>
  GENRE_WORDS.find(({ words }) => words.test(title))?.genre ?? null;
