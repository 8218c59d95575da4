import type { Span } from '../../speech/index.ts';
import { parseNumeral } from '../../text/index.ts';
import type { Line } from '../readers/index.ts';
import { type HeadingMark, headingMark } from './heading-marks.ts';
import { headingWords, isWholeLine } from './heading-words.ts';
import { endsSentence, isOrnament, isSalutation, isStageDirection } from './lines.ts';
import { pointsAmong } from './numbered-points.ts';
import { pointMarks } from './point-marks.ts';

/** A line that is, or begins with, a heading. Spans are in the original. */
export interface HeadingLine {
  /** `null` where no number gives it: the headings around do. */
  level: number | null;
  ordinal: number | null;
  marker: string;
  words: Span;
  /** What follows the heading on its own line; `null` when nothing does. */
  rest: Span | null;
  /** The depth that the format gives, 0 where it gives none. */
  depth: number;
  /** It is called by what it is: 结束语. */
  isPartName: boolean;
}

/**
 * Reads the lines of a body as headings, by their marks, by their format, by how they stand; `null` for the others.
 *
 * @param marks the marks of the lines
 */
export function readHeadings(lines: readonly Line[], marks: readonly (HeadingMark | null)[]): (HeadingLine | null)[] {
  const numbered = numberedHeadings(lines, marks);
  const points = pointsAmong(lines, marks, numbered);
  return lines.map((line, i) => {
    if (points.has(i)) return null;
    const question = readQuestion(line, lines[i + 1]);
    if (question !== null) return question;
    if (marks[i] !== null) return numbered[i] ?? null;
    return line.depth > 0 || isUnnumbered(line, lines[i - 1], lines[i + 1]) ? unmarked(line) : null;
  });
}

/** The headings among lines by their numbers. One that goes on from another may be a longer sentence. */
function numberedHeadings(lines: readonly Line[], marks: readonly (HeadingMark | null)[]): (HeadingLine | null)[] {
  let last: HeadingLine[] = [];
  return lines.map((line, i) => {
    const mark = marks[i] ?? null;
    const isNext = last.some(({ level, ordinal }) => level === mark?.level && ordinal === (mark?.ordinal ?? 0) - 1);
    const heading = numberedHeading(line, mark, isNext || (isOneSentence(line.text) && standsAbove(mark, marks, i)));
    if (heading !== null) last = [...last.filter(({ level }) => (level ?? 0) < (heading.level ?? 0)), heading];
    return heading;
  });
}

const isOneSentence = (text: string): boolean => /^[^。！？]*[。！？]$/.test(text);

/** Whether the line below is text, or a heading of a lower level. */
function standsAbove(mark: HeadingMark | null, marks: readonly (HeadingMark | null)[], i: number): boolean {
  const below = marks[i + 1];
  return mark !== null && below !== undefined && (below === null || below.level > mark.level);
}

/**
 * The heading that a line is by its number, short enough to be one; `null` for a numbered paragraph.
 *
 * @param isExpected it goes on from a heading, or stands above its text
 */
function numberedHeading(line: Line, mark: HeadingMark | null, isExpected: boolean): HeadingLine | null {
  if (mark === null || goesOn(line, mark)) return null;
  const text = line.text.slice(mark.length);
  const words = line.depth > 0 ? { start: 0, end: text.length } : headingWords(text, isExpected);
  if (words === null || words.start === words.end) return null;
  const from = line.start + mark.length;
  const restStart = words.end + (/^[。；;！!？?：:，,、…\s]+/.exec(text.slice(words.end))?.[0].length ?? 0);
  return {
    level: mark.level,
    ordinal: mark.ordinal,
    marker: mark.marker,
    words: { start: from + words.start, end: from + words.end },
    rest: restStart < text.length && line.depth === 0 ? { start: from + restStart, end: line.end } : null,
    depth: line.depth,
    isPartName: false,
  };
}

/** （1）抓具体。（2）抓反复。, 1、领导带头。2、统筹安排。 count within a paragraph: the first number is no heading. */
function goesOn(line: Line, mark: HeadingMark): boolean {
  if (mark.level < 3 || line.depth > 0) return false;
  const [sign = ''] = mark.marker;
  if (/[①-⑲⑴-⒆]/.test(sign)) return line.text.includes(String.fromCharCode(sign.charCodeAt(0) + 1), mark.length);
  const next = mark.marker.normalize('NFKC').replace(/\d+(?=\D*$)/, String(mark.ordinal + 1));
  const rest = line.text.slice(mark.length).normalize('NFKC');
  return ['。', ';'].some((end) => rest.includes(`${end}${next}`) || rest.includes(`${end} ${next}`));
}

/** 第一个问题：怎么看成绩, on a line of its own above a paragraph. */
const QUESTION = /^(第([一二三四五六七八九十]{1,2})个(?:大)?(?:问题|方面|部分|题目|环节))[：:，,、\s]+/;

function readQuestion(line: Line, after: Line | undefined): HeadingLine | null {
  const match = QUESTION.exec(line.text);
  if (match === null || after === undefined || !isWholeLine(line.text) || QUESTION.test(after.text)) return null;
  const words = { start: line.start + match[0].length, end: line.end };
  if (words.end === words.start || !endsSentence(after)) return null;
  return { ...unmarked(line), ordinal: parseNumeral(match[2] ?? ''), marker: match[0].trimEnd(), words };
}

const unmarked = (line: Line): HeadingLine => ({
  level: null,
  ordinal: null,
  marker: '',
  words: { start: line.start, end: line.end },
  rest: null,
  depth: line.depth,
  isPartName: PART_NAME.test(line.text),
});

/** A line without a number is a heading only when it is short. In characters. */
const LONGEST_UNNUMBERED = 30;
const SHORTEST_UNNUMBERED = 4;
/** The parts of a speech that are called by what they are. */
const PART_NAME = /^(?:结束语|結束語|結語|结语|引言|前言|导言|开场白|开篇|尾声)$/;
/** Marks that a heading has neither at its end nor in it, at its beginning neither bracket nor sign. */
const NO_HEADING = /[。！？!?；;：:，,…][“"「『]?$|[。；;]|^[（(※*【[<“”’」』]|^[\d\s.%、，]+$/;
/** Whose words a line quotes, what a picture shows, who signs: short lines that name no part. */
const OTHER_LINE =
  /(?:摄|摄影|记者.{1,10}|供图|资料图片?|图为.*|示意图)$|^(?:新华社|图[一二三四五六七八九十\d])|\d{1,2}日$/;

/**
 * Whether a line is a heading by how it stands: short, no sentence, between a paragraph that has ended and one that
 * begins. 结束语 and its like need no more than a line of their own.
 */
function isUnnumbered(line: Line, before: Line | undefined, after: Line | undefined): boolean {
  const words = line.text;
  if (words.length > LONGEST_UNNUMBERED || after === undefined) return false;
  if (PART_NAME.test(words)) return true;
  if (words.length < SHORTEST_UNNUMBERED || NO_HEADING.test(words) || OTHER_LINE.test(words)) return false;
  if (isStageDirection(line) || isOrnament(line) || !/\p{Script=Han}{3}/u.test(words)) return false;
  if (pointMarks(words)[0]?.at === 0) return false;
  const hasEnded = before === undefined || isSalutation(before) || endsSentence(before) || isHeadingLine(before);
  return hasEnded && isParagraph(after, words.length);
}

/** A numbered heading with nothing behind it on its line. */
const isHeadingLine = (line: Line): boolean => numberedHeading(line, headingMark(line.text), false)?.rest === null;

/** Text that goes on for longer than the heading above it, and ends as sentences do. */
const isParagraph = (line: Line, longerThan: number): boolean =>
  line.text.length > Math.max(longerThan, LONGEST_UNNUMBERED) &&
  endsSentence(line) &&
  !/^[，。、；：）》”]/.test(line.text);
