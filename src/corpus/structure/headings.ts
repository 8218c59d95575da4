import type { Span } from '../../speech/index.ts';
import { parseNumeral } from '../../text/index.ts';
import type { Line } from '../readers/index.ts';
import { type HeadingMark, headingMark } from './heading-marks.ts';
import { leadOf } from './lead.ts';
import { endsSentence, isOrnament, isSalutation, isStageDirection } from './lines.ts';
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

/** A heading is at most this long; what is longer is a numbered paragraph. In characters. */
const LONGEST_HEADING = 60;

/** Reads the lines of a body as headings, by their marks, by their format, by how they stand; `null` for the others. */
export function readHeadings(lines: readonly Line[]): (HeadingLine | null)[] {
  const items = enumeratedItems(lines);
  return lines.map((line, i) => {
    if (items.has(line)) return null;
    const question = readQuestion(line, lines[i + 1]);
    if (question !== null) return question;
    return readHeading(line) ?? (isUnnumbered(line, lines[i - 1], lines[i + 1]) ? unmarked(line) : null);
  });
}

/** Reads a line as a heading by its mark (一、 （一） 1. （1）) or by the format's own (# in Markdown); else `null`. */
function readHeading(line: Line): HeadingLine | null {
  const mark = headingMark(line.text);
  if (mark !== null) return goesOn(line, mark) ? null : withMark(line, mark);
  return line.depth === 0 ? null : unmarked(line);
}

/** （1）抓具体。（2）抓反复。, 1、领导带头。2、统筹安排。 count within a paragraph: the first number is no heading. */
function goesOn(line: Line, mark: HeadingMark): boolean {
  if (mark.level < 3 || line.depth > 0) return false;
  const [sign = ''] = mark.marker;
  if (/[①-⑲⑴-⒆]/.test(sign)) return line.text.includes(String.fromCharCode(sign.charCodeAt(0) + 1), mark.length);
  const next = mark.marker.normalize('NFKC').replace(String(mark.ordinal), String(mark.ordinal + 1));
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

/** A short line without the end of a sentence is all heading, a colon in it too: 一、看形势：稳中有变. */
const isWholeLine = (text: string): boolean => text.length <= LONGEST_HEADING && !/[。！？!?；;]/.test(text);

const wholeLine = (text: string): Span => ({ start: 0, end: text.replace(/[：:，,、…\s]+$/, '').length });

/** A full stop typed on a Latin keyboard (接访.县级领导) ends a sentence, too. Lengths stay. */
const withFullStops = (text: string): string => text.replace(/(?<=\p{Script=Han})\.(?=\p{Script=Han}|$)/gu, '。');

function withMark(line: Line, mark: HeadingMark): HeadingLine | null {
  const text = withFullStops(line.text.slice(mark.length));
  const isLine = line.depth > 0;
  const lead = unglued(text, isWholeLine(text) ? wholeLine(text) : leadOf(text, 'heading'));
  if (lead.end === lead.start || (!isLine && lead.end - lead.start > LONGEST_HEADING)) return null;
  const from = line.start + mark.length;
  const restStart = lead.end + (/^[。；;！!？?：:，,、…\s]+/.exec(text.slice(lead.end))?.[0].length ?? 0);
  const hasRest = restStart < text.length;
  return {
    level: mark.level,
    ordinal: mark.ordinal,
    marker: mark.marker,
    words: isLine ? { start: from, end: line.end } : { start: from + lead.start, end: from + lead.end },
    rest: hasRest && !isLine ? { start: from + restStart, end: line.end } : null,
    depth: line.depth,
    isPartName: false,
  };
}

/** What headings end with, and what paragraphs begin with: between them a line's end was lost (…工作回顾2019年，…). */
const GLUED =
  /(?<=.{2})(?:回顾|总结|情况|任务|要求|思路|目标|打算|安排|措施|形势|成绩|成效|问题|体会|经验|意见|部署|重点|计划)(?=(?:[12][0-9]{3}|[一二][〇○零一二三四五六七八九]{3})年|(?:去年|今年|过去|一年来|五年来)(?:以来|，))/;

function unglued(text: string, lead: Span): Span {
  const words = text.slice(lead.start, lead.end);
  const glued = GLUED.exec(words);
  return glued === null ? lead : { start: lead.start, end: lead.start + glued.index + glued[0].length };
}

/** A line without a number is a heading only when it is short. In characters. */
const LONGEST_UNNUMBERED = 30;
const SHORTEST_UNNUMBERED = 4;
/** The parts of a speech that are called by what they are. */
const PART_NAME = /^(?:结束语|結束語|結語|结语|引言|前言|导言|开场白|开篇|尾声)$/;
/** Marks that a heading has neither at its end nor in it, at its beginning neither bracket nor sign. */
const NO_HEADING = /[。！？!?；;：:，,…]$|[。；;]|^[（(※*【[<“]|^[\d\s.%、，]+$/;
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
const isHeadingLine = (line: Line): boolean =>
  headingMark(line.text) !== null && withMark(line, headingMark(line.text) as HeadingMark)?.rest === null;

/** Text that goes on for longer than the heading above it, and ends as sentences do. */
const isParagraph = (line: Line, longerThan: number): boolean =>
  line.text.length > Math.max(longerThan, LONGEST_UNNUMBERED) &&
  endsSentence(line) &&
  !/^[，。、；：）》”]/.test(line.text);

/**
 * Numbered lines that stand together and end in semicolons are the items of a sentence, as no headings are: all of
 * them, and the last one behind them.
 */
function enumeratedItems(lines: readonly Line[]): ReadonlySet<Line> {
  const items = new Set<Line>();
  lines.forEach((line, i) => {
    const mark = line.depth === 0 && /[；;]$/.test(line.text) ? headingMark(line.text) : null;
    const next = lines[i + 1];
    const nextMark = mark === null || next === undefined ? null : headingMark(next.text);
    if (mark === null || next === undefined || nextMark?.level !== mark.level) return;
    if (nextMark.ordinal !== mark.ordinal + 1) return;
    items.add(line).add(next);
  });
  return items;
}
