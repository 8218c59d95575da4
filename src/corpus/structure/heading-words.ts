import type { Span } from '../../speech/index.ts';
import { type Lead, leadOf } from './lead.ts';

/** A heading is at most this long; what is longer is a numbered paragraph. In characters. */
const LONGEST_HEADING = 60;
/** A heading that its text follows on the same line. In characters; the longest of 370 in real reports had 32. */
const LONGEST_RUN_IN = 40;

/** A short line without the end of a sentence is all heading, a colon in it too: 一、看形势：稳中有变. */
export const isWholeLine = (text: string): boolean => text.length <= LONGEST_HEADING && !/[。！？!?；;]/.test(text);

/**
 * The words of a heading in what follows its number, `null` where that is a numbered paragraph: its first sentence is
 * too long to be one, and half a sentence is none.
 *
 * @param text what stands behind the number
 * @param isExpected it goes on from another heading or has text below it, and may be a longer sentence
 */
export function headingWords(text: string, isExpected: boolean): Span | null {
  const plain = withFullStops(text);
  if (isWholeLine(plain)) return glued(plain) ?? wholeLine(plain);
  const lead = leadOf(plain, 'heading');
  const words =
    glued(plain.slice(0, lead.end)) ??
    spaced(plain, lead) ??
    (isHeadingSentence(plain, lead, isExpected) ? lead : null);
  return words === null || words.end - words.start > LONGEST_HEADING ? null : { start: words.start, end: words.end };
}

const wholeLine = (text: string): Span => ({ start: 0, end: text.replace(/[：:，,、…\s]+$/, '').length });

/** A full stop typed on a Latin keyboard (接访.县级领导) ends a sentence, too. Lengths stay. */
const withFullStops = (text: string): string => text.replace(/(?<=\p{Script=Han})\.(?=\p{Script=Han}|$)/gu, '。');

/** How sentences begin that argue, and headings don't. */
const ARGUES = /^(?:由于|因为|如果|虽然|尽管|鉴于|目前|截至|凡是?)/;
/** Clauses of a heading that has more than two are this short. In characters. */
const SHORT_CLAUSE = 12;

function isHeadingSentence(text: string, { start, end, kind }: Lead, isExpected: boolean): boolean {
  if (kind !== 'sentence') return kind === 'label';
  if (isExpected) return true;
  const words = text.slice(start, end);
  const clauses = words.split(/[，,]/);
  const isShort = clauses.length <= 2 || clauses.every((clause) => clause.length <= SHORT_CLAUSE);
  return words.length <= LONGEST_RUN_IN && isShort && !(clauses.length > 1 && ARGUES.test(words));
}

/** A heading that only white space parts from its text: 抓农时　各村要把…。 */
const SPACED = /^[^\s，,：:、]{2,24}(?=\s+(\S[^。！？；]*))/;

/** `null` also where the words behind the space go on with the heading: 提高认识　增强责任。 */
function spaced(text: string, { kind }: Lead): Span | null {
  if (kind === 'label') return null;
  const match = SPACED.exec(text.slice(0, LONGEST_HEADING * 2));
  if (match === null || !/\p{Script=Han}$/u.test(match[0])) return null;
  const behind = match[1] ?? '';
  const isPair = behind.length <= match[0].length + 4 && !/[，,]/.test(behind);
  return isPair ? null : { start: 0, end: match[0].length };
}

/** What headings end with, and what paragraphs begin with: between them a line's end was lost (…工作回顾2019年，…). */
const GLUED =
  /(?<=.{2})(?:回顾|总结|情况|任务|要求|思路|目标|打算|安排|措施|形势|成绩|成效|问题|体会|经验|意见|部署|重点|计划)(?=(?:[12][0-9]{3}|[一二][〇○零一二三四五六七八九]{3})年|(?:去年|今年|过去|一年来|五年来)(?:以来|，))/;

function glued(words: string): Span | null {
  const match = GLUED.exec(words.slice(0, LONGEST_HEADING * 2));
  return match === null ? null : { start: 0, end: match.index + match[0].length };
}
