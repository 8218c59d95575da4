import { outermostEnclosures, parseNumeral } from '../../text/index.ts';

/**
 * Points of one style number one list:
 * `cardinal` 一是 一要, `ordinal` 第一， 第一点，, `sequence` 首先， 其次，, `member` 其一，, `aspect` 一方面, `dash` ——,
 * `bracket` （一） （1） ① and `figure` 1． inside a paragraph, `item` 一、, `decimal` 1.1 and `article` 第三条 where they are
 * no headings, `bare` 要… under 一要….
 */
export type PointStyle =
  | 'cardinal'
  | 'ordinal'
  | 'sequence'
  | 'member'
  | 'aspect'
  | 'dash'
  | 'bracket'
  | 'figure'
  | 'item'
  | 'decimal'
  | 'article'
  | 'bare';

/** A candidate for the beginning of a point; whether it is one is decided by its neighbours. */
export interface PointMark {
  style: PointStyle;
  /** 0 where the style does not number (——, 要). */
  ordinal: number;
  marker: string;
  /** 是 or 要, where the style has both: 一是 and 三是 are worded alike, 一要 is not. Of 1.2 the figures before the last. */
  wording: string;
  /** Place in the paragraph. */
  at: number;
  /** Units up to the first word of the lead. */
  length: number;
  /** Behind a comma, where a list begins only if it goes on there. */
  isWeak: boolean;
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

const HAN = '[一二三四五六七八九十]{1,3}';

const STYLES: readonly { style: PointStyle; pattern: RegExp; read: (word: string) => number | null }[] = [
  {
    style: 'cardinal',
    pattern: /([一二三四五六七八九十]{1,3})[是要](?!\1[，,、。；])[，,、：:]?\s*/y,
    read: parseNumeral,
  },
  {
    style: 'ordinal',
    pattern: new RegExp(
      `第(${HAN})(?:(?:个方面|方面|件事|句话|[步条点项个样件桩笔关层])?[，,、：:]\\s*|[\\s　]+|[点个样条件]?是)|头(一)[条件样个桩][，,、：:]\\s*`,
      'y',
    ),
    read: parseNumeral,
  },
  {
    style: 'sequence',
    pattern: /(首先|其次|再次|再者|最后)[，,、：:]\s*/y,
    read: (word) => SEQUENCE.get(word) ?? null,
  },
  { style: 'member', pattern: /其([一二三四五六])(?:是|[，,、：:])\s*/y, read: parseNumeral },
  { style: 'aspect', pattern: /(一方面|另一方面)[，,、：:]?\s*/y, read: (word) => ASPECTS.get(word) ?? null },
  {
    style: 'bracket',
    pattern: new RegExp(`[（(](${HAN}|[0-9０-９]{1,2})[）)]\\s*|([①-⑳⑴-⒇])\\s*`, 'y'),
    read: (word) => parseNumeral(word.normalize('NFKC').replace(/[()]/g, '')),
  },
  {
    style: 'figure',
    pattern: /([0-9０-９]{1,2})[.．、](?![0-9０-９])\s*/y,
    read: (word) => parseNumeral(word.normalize('NFKC')),
  },
  { style: 'item', pattern: new RegExp(`(${HAN})、\\s*`, 'y'), read: parseNumeral },
  { style: 'bare', pattern: /(要)(?![求素点害闻是么道职地塞员领件紧命价挟不])/y, read: () => 0 },
];

const DASH = /^(?:[—─－]{2,}|--+)\s*/;
/** How far into a line a mark can reach; keeps every pattern's work constant. In UTF-16 units. */
const LONGEST_MARK = 16;

/**
 * Where a point may begin: at the start, behind the end of a sentence or clause, with a character that some style begins
 * with. Behind a comma a list begins only if it goes on there.
 */
const CANDIDATE = /(?<=^|[。；;！!？?：:”」』\s，,、])[一二三四五六七八九十第头首其再最另（(①-⑳⑴-⒇0-9０-９要]/g;
const COMMA = /[，,、]/;

/** Every place of a paragraph where a point may begin, in order. Linear in its length. */
export function pointMarks(paragraph: string): PointMark[] {
  const marks: PointMark[] = [];
  const dash = DASH.exec(paragraph.slice(0, LONGEST_MARK));
  if (dash !== null) marks.push({ ...NO_NUMBER, style: 'dash', marker: dash[0].trimEnd(), length: dash[0].length });
  // A list that is quoted, or stands in brackets, is not the speaker's.
  const enclosed = outermostEnclosures(paragraph);
  let next = 0;
  for (const { index: at } of paragraph.matchAll(CANDIDATE)) {
    while ((enclosed[next]?.close ?? at) < at) next++;
    if ((enclosed[next]?.open ?? at) < at) continue;
    const mark = pointMarkAt(paragraph, at, COMMA.test(paragraph[at - 1] ?? ''));
    if (mark !== null) marks.push(mark);
  }
  return proven(withWords(paragraph, marks));
}

const NO_NUMBER = { ordinal: 0, wording: '', at: 0, isWeak: false };

/** A mark with nothing before the next one is no point. */
const withWords = (paragraph: string, marks: readonly PointMark[]): PointMark[] =>
  marks.filter((mark, i) => /[\p{L}\p{N}]/u.test(paragraph.slice(mark.at + mark.length, marks[i + 1]?.at)));

/**
 * Marks that prove themselves inside their paragraph: a weak one by the number before it, or behind it if it is the
 * first; a bracket or figure by a list that begins with 1; the rest are proved by the paragraphs around.
 */
function proven(marks: readonly PointMark[]): PointMark[] {
  const lasts = new Map<string, number>();
  const kept = marks.filter((mark, i) => {
    const isInside = mark.at > 0 && (mark.style === 'bracket' || mark.style === 'figure');
    const needsProof = mark.isWeak || isInside;
    if (mark.style === 'item' && mark.at > 0) return false;
    const goesOn = lasts.get(mark.style) === mark.ordinal - 1;
    const begins = mark.ordinal === 1 && nextOfStyle(marks, i)?.ordinal === 2;
    if (needsProof && !(goesOn && mark.ordinal > 1) && !begins) return false;
    lasts.set(mark.style, mark.ordinal);
    return true;
  });
  return kept;
}

/** How many marks ahead the second of a list is looked for. */
const AHEAD = 40;

const nextOfStyle = (marks: readonly PointMark[], i: number): PointMark | undefined =>
  marks.slice(i + 1, i + 1 + AHEAD).find((mark) => mark.style === marks[i]?.style);

function pointMarkAt(paragraph: string, at: number, isWeak: boolean): PointMark | null {
  for (const { style, pattern, read } of STYLES) {
    pattern.lastIndex = at;
    const match = pattern.exec(paragraph);
    const ordinal = match === null ? null : read(match[1] ?? match[2] ?? '');
    if (match === null || ordinal === null || (isWeak && style !== 'cardinal' && style !== 'ordinal')) continue;
    const marker = match[0].trimEnd();
    const wording = style === 'cardinal' ? (/[是要]/.exec(marker)?.[0] ?? '') : '';
    return { style, ordinal, marker, wording, at, length: match[0].length, isWeak };
  }
  return null;
}
