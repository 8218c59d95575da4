/**
 * Line breaks that a text has lost, or has too many of. Copied from a web page or a phone a whole speech may be one line; from
 * a mail or an old system every line is broken at a fixed width. Where the breaks are sure they are put right; where something
 * is plainly amiss and nothing is sure, that is a doubt.
 */
import type { Warning } from '../../speech/index.ts';
import { parseNumeral } from '../../text/index.ts';

/** Text with its breaks put right, and what was found amiss. */
export interface Mended {
  text: string;
  doubt: Extract<Warning['code'], 'breaks-lost' | 'breaks-kept'> | null;
}

export function mendLineBreaks(text: string): Mended {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/);
  const filled = lines.filter((line) => line.trim() !== '');
  if (filled.length > 0 && filled.length <= MOST_LOST && filled.some((line) => line.length >= LONG))
    return restored(text);
  const width = fixedWidth(lines);
  return width === null ? { text, doubt: null } : { text: joined(lines, width), doubt: null };
}

/** A text in so few lines, one of them so long, has lost its breaks. In characters. */
const MOST_LOST = 3;
const LONG = 150;

/** Where the audience is addressed: 同志们： */
const ADDRESS =
  /(?:尊敬的|亲爱的)?(?:(?:同志|同学|老师|乡亲|朋友|战友|工友|家长|代表|委员|来宾|嘉宾|青年|校友|街坊|师傅)(?:朋友)?们(?:、[\p{Script=Han}]{1,8}们)*|各位[\p{Script=Han}、]{1,24})[：:！!]/u;
/** How what precedes the address ends: a title, a date, a name in brackets. */
const LONGEST_HEAD = 80;
const HEAD =
  /^(.{4,60}?(?:讲话|讲话稿|致辞|报告|发言|演讲|党课|讲稿|贺信))?\s*(?:([（(][^）)]{4,30}[）)])|([\p{Script=Han}\s]{2,20}))?\s*$/u;
/** 一、 or （一） behind the end of a sentence. */
const TOP = /(?<=^|[。！？!?：:；;”\s])([一二三四五六七八九十]{1,3})、(?=\S)/gu;
const SECOND = /(?<=^|[。！？!?：:；;”\s])[（(]([一二三四五六七八九十]{1,3})[）)](?=\S)/gu;

/** What a number begins that is short and whole is a heading, with its text behind it: 一、把草除净。 In characters. */
const SHORT_SENTENCE = /^[^。！？!?]{3,28}[。！？!?](?=\S)/u;
const LONGEST_HEADING = 32;

function restored(text: string): Mended {
  const cuts = new Set<number>();
  const address = ADDRESS.exec(text.slice(0, LONGEST_HEAD + LONG));
  if (address !== null && address.index <= LONGEST_HEAD) {
    cuts.add(address.index).add(address.index + address[0].length);
    const head = HEAD.exec(text.slice(0, address.index));
    if (head?.[1] !== undefined) cuts.add(head[1].length);
  }
  const tops = inSequence(text, TOP);
  const seconds = [0, ...tops].flatMap((at, i) => inSequence(text, SECOND, at, tops[i]));
  for (const at of [...tops, ...seconds]) {
    cuts.add(at);
    const heading = SHORT_SENTENCE.exec(text.slice(at, at + LONGEST_HEADING));
    if (heading !== null) cuts.add(at + heading[0].length);
  }
  cuts.delete(0);
  if (tops.length < 2) return { text, doubt: 'breaks-lost' };
  let mended = '';
  let from = 0;
  for (const at of [...cuts].sort((a, b) => a - b)) {
    mended += `${text.slice(from, at).trimEnd()}\n`;
    from = at;
  }
  return { text: mended + text.slice(from), doubt: null };
}

/** Where the numbers 1, 2, 3 … stand one after the other, from `from` up to `to`; none where there are not two. */
function inSequence(text: string, mark: RegExp, from = 0, to = text.length): number[] {
  const found: number[] = [];
  for (const match of text.matchAll(mark)) {
    if (match.index < from || match.index >= to) continue;
    if (parseNumeral(match[1] ?? '') === found.length + 1) found.push(match.index);
  }
  return found.length > 1 ? found : [];
}

/** Lines of a text that is broken at a fixed width are this wide: in columns, of which a Chinese character takes two. */
const NARROWEST = 30;
const WIDEST = 110;
/** So many lines are needed to tell; of those that are full, so many end within a sentence, 0..1. */
const FEWEST_LINES = 5;
const WITHIN = 0.6;
/** A full line lacks so many columns at most: a mark that may not begin a line, a Latin word. */
const LACKS = 3;
const ENDED = /[。！？!?…；;：:][”’」』）)]*$/u;
const BEGINS =
  /^(?:[\s\u3000]{2,}|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]|第[一二三四五六七八九十]{1,3}[章节条，])/u;

const widthOf = (line: string): number =>
  [...line.trimEnd()].reduce((width, sign) => width + (/[\u1100-\uffdc]|[“”‘’…—]/u.test(sign) ? 2 : 1), 0);

/** The width at which lines are broken; `null` where they are not. */
function fixedWidth(lines: readonly string[]): number | null {
  const filled = lines.filter((line) => line.trim() !== '');
  const widest = filled.reduce((most, line) => Math.max(most, widthOf(line)), 0);
  if (filled.length < FEWEST_LINES || widest < NARROWEST || widest > WIDEST) return null;
  const full = filled.filter((line) => widthOf(line) >= widest - LACKS);
  const within = full.filter((line) => !ENDED.test(line.trimEnd()));
  return full.length >= 3 && full.length * 3 >= filled.length && within.length >= full.length * WITHIN ? widest : null;
}

/** Joins the lines that were broken; the breaks that go are put behind the paragraph, so that later lines keep their numbers. */
function joined(lines: readonly string[], width: number): string {
  const paragraphs: string[] = [];
  let isOpen = false;
  let owed = 0;
  for (const line of lines) {
    const goesOn = isOpen && line.trim() !== '' && !BEGINS.test(line);
    if (goesOn) {
      paragraphs[paragraphs.length - 1] = together(paragraphs.at(-1) ?? '', line);
      owed++;
    } else {
      for (; owed > 0; owed--) paragraphs.push('');
      paragraphs.push(line);
    }
    isOpen = line.trim() !== '' && widthOf(line) >= width - LACKS;
  }
  for (; owed > 0; owed--) paragraphs.push('');
  return paragraphs.join('\n');
}

const together = (before: string, after: string): string => {
  const [start, end] = [before.trimEnd(), after.trimStart()];
  return /[A-Za-z0-9,.]$/.test(start) && /^[A-Za-z0-9]/.test(end) ? `${start} ${end}` : start + end;
};
