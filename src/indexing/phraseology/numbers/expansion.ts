import type { Span } from '../../../speech/index.ts';
import { outermostEnclosures } from '../../../text/index.ts';
import { numberOf } from './shape.ts';

/** How far an expansion is looked for, in characters. */
const FARTHEST = 160;
const FEWEST_MEMBERS = 2;
const MOST_MEMBERS = 12;

/**
 * What an abbreviation stands for, where the text says so right behind it (a colon, dashes, 即, or brackets) or right
 * before it (甲意识、乙意识、丙意识、丁意识“四个意识”): as many members as its number says.
 *
 * @param place the abbreviation in the text, its quotation marks included
 * @returns spans in the text, or `null`
 */
export function expansionOf(text: string, place: Span, words: string): Span[] | null {
  const count = numberOf(words);
  if (count === null || count < FEWEST_MEMBERS || count > MOST_MEMBERS) return null;
  return behind(text, place.end, count) ?? before(text, place.start, words, count);
}

const INTRODUCTION = /^[”’]?(?:[：:]|——|，即|,即|即[：:]?|，就是[：:]?|（即?|\(即?)/;

function behind(text: string, end: number, count: number): Span[] | null {
  const window = text.slice(end, end + FARTHEST);
  const [introduction = ''] = INTRODUCTION.exec(window) ?? [];
  if (introduction === '') return null;
  const isBracketed = /[（(]/.test(introduction);
  const stop = window.slice(introduction.length).search(isBracketed ? /[）)\n]/ : /[。！？\n]/);
  const list =
    stop === -1 ? window.slice(introduction.length) : window.slice(introduction.length, introduction.length + stop);
  const start = end + introduction.length;
  return membersOf(list, count)?.map((span) => ({ start: start + span.start, end: start + span.end })) ?? null;
}

/** The members of a list that has exactly so many, parted by the coarsest mark that gives so many. */
function membersOf(list: string, count: number): Span[] | null {
  for (const mark of ['；', '，', '、']) {
    const spans = split(list, mark);
    if (spans.length === count) return spans;
  }
  return null;
}

function split(list: string, mark: string): Span[] {
  const kept = outermostEnclosures(list);
  const spans: Span[] = [];
  let start = 0;
  for (let at = 0; at <= list.length; at++) {
    const isEnd = at === list.length || (list[at] === mark && !kept.some(({ open, close }) => open < at && at < close));
    if (!isEnd) continue;
    if (at > start) spans.push({ start, end: at });
    start = at + 1;
  }
  return spans;
}

/** Members before it must end as it does: 意识 in 四个意识. */
function before(text: string, start: number, words: string, count: number): Span[] | null {
  const head = words.replace(/^.[个大项种条]?/, '');
  if (head === '') return null;
  const from = Math.max(0, start - FARTHEST);
  const window = text.slice(from, start);
  const sentence = window.slice(
    Math.max(window.lastIndexOf('。'), window.lastIndexOf('，'), window.lastIndexOf('；')) + 1,
  );
  const offset = start - sentence.length;
  const spans = split(sentence, '、').slice(-count);
  if (spans.length < count || !spans.every((span) => sentence.slice(span.start, span.end).endsWith(head))) return null;
  return spans.map((span) => ({ start: offset + span.start, end: offset + span.end }));
}
