import { type Restriction, type RightsNotice, strictest } from '../../speech/index.ts';
import type { Line } from '../readers/index.ts';
import { headingMark, isSalutation } from '../structure/index.ts';
import { mayBeInternal, type Reading, readNotice, restrictionIn } from './grammar.ts';

/** How a site or seller can be reached: no speaker at a rostrum says that. */
const CONTACT =
  /Q{1,2}群|微信(?:群|号|搜索)|(?:微信|VX|V信)[：:]\s*[\w-]{4,}|公众号[：:]|加群|会员群|扫码(?:关注|进群|下载)|https?:\/\/|www\.|网址[：:]|(?:客服|联系)(?:电话|微信|QQ)/i;
/** What sites and sellers offer. Speeches speak of such things too, so that it tells only at either end of a document. */
const PROMOTION =
  /公众号|会员(?:资料|材料|专享|权益)|订阅|扫码|二维码|点击(?:观看|查看|下载|进入|阅读)|下载(?:地址|链接)|倒卖|文库|写作群/;

/** Notices are this short, unless they call themselves a declaration. In characters. */
const LONGEST_NOTICE = 80;
const LONGEST_DECLARATION = 300;
const DECLARATION = /^[【[（(]?(?:特别|版权|免责|郑重|使用)?声明/;

/** How titles of speeches end; a title is never lifted, whatever words it has. */
const TITLE = /(?:讲话|讲话稿|讲稿|报告|发言|发言稿|致辞|党课|贺信|总结|提纲)(?:[（(][^）)]*[）)])?$/;

/** Lines lifted out of the text because they speak about the document, not in it. */
export interface Notices {
  rights: RightsNotice[];
  lines: ReadonlySet<Line>;
}

/**
 * Finds notices and banners. At the head of a document (before anything is said) and at its end they are known by their
 * words; between, where a speech may well forbid copying or praise an app, only a line that is nothing else is one.
 */
export function findNotices(all: readonly Line[]): Notices {
  const lines = all.filter((line) => line.furniture === null);
  const head = headLength(lines);
  const tail = tailStart(lines, head);
  const lifted = new Set(
    lines.filter((line, i) => (i < head || i >= tail ? isNoticeAtEdge(line) : isNoticeInside(line))),
  );
  for (const line of bannerGroups(lines.slice(0, head), lines.slice(tail))) lifted.add(line);
  // Headers, footers and what surrounds an article: nobody speaks there, so that their words are enough.
  for (const line of all) if (line.furniture !== null && restrictionBeside(line) !== null) lifted.add(line);
  const edges = new Set([
    ...lines.slice(0, head + BESIDE_EDGE),
    ...lines.slice(Math.min(tail, lines.length - BESIDE_EDGE)),
  ]);
  const rights = all.flatMap((line) => rightsOf(line, lifted, edges.has(line) || TITLE.test(line.text)));
  return { rights: distinct(rights), lines: lifted };
}

/** The last words of a speech, and its first, may have a notice on their line. */
const BESIDE_EDGE = 2;

/** What stands on every page is said once. */
const distinct = (rights: readonly RightsNotice[]): RightsNotice[] => [
  ...new Map(rights.map((notice) => [notice.text, notice])).values(),
];

function rightsOf(line: Line, lifted: ReadonlySet<Line>, isEdge: boolean): RightsNotice[] {
  if (lifted.has(line)) {
    const restriction = line.furniture === null ? restrictionAtEdge(line.text) : restrictionBeside(line);
    return [{ text: line.text, restriction: restriction ?? 'none' }];
  }
  if (!isEdge || line.furniture !== null) return [];
  // 内部讲稿 may be the title and is a notice: it restricts, and stays where it is.
  return [...(TITLE.test(line.text) ? [line.text] : []), ...piecesBeside(line.text)].flatMap((text) => {
    const restriction = restrictionOf(text);
    return restriction === null || restriction === 'none' ? [] : [{ text, restriction }];
  });
}

const BRACKET_BEHIND = /[（(【[]([^（(【[）)】\]]{2,80})[）)】\]]$/;
const BRACKET_BEFORE = /^[（(【[]([^（(【[）)】\]]{2,80})[）)】\]]/;
const WIDE_GAP = /\s*(?:\t|\s{2}|\u3000)\s*/;

/** What stands on a line beside other words: in brackets at either end, or set apart by a wide gap. */
function piecesBeside(text: string): string[] {
  const brackets = [BRACKET_BEFORE, BRACKET_BEHIND].flatMap((bracket) => bracket.exec(text.slice(0, 400))?.[1] ?? []);
  const behind = BRACKET_BEHIND.exec(text.slice(-LONGEST_NOTICE - 2))?.[1];
  const columns = text.length > 2 * LONGEST_NOTICE ? [] : text.split(WIDE_GAP).filter((column) => column !== text);
  return [...new Set([...brackets, ...(behind === undefined ? [] : [behind]), ...columns])];
}

/** What a line says about use; `null` when it is no notice. An unclear one counts as the stricter. */
const restrictionOf = (words: string): Restriction | null => noticeOn(words)?.restriction ?? null;

const restrictionAtEdge = (words: string): Restriction | null =>
  restrictionOf(words) ?? (mayBeInternal(words) ? 'internal' : null);

const restrictionBeside = ({ text }: Line): Restriction | null =>
  restrictionOf(text) ?? (text.length <= LONGEST_DECLARATION ? restrictionIn(text) : null);

function noticeOn(words: string): Reading | null {
  if (words.length > LONGEST_DECLARATION) return null;
  const notice = readNotice(words);
  return words.length <= LONGEST_NOTICE || notice?.namesPaper || DECLARATION.test(words) ? notice : null;
}

/** Lines that may stand before the first word is said. */
const LONGEST_HEAD = 20;
const LONGEST_TAIL = 12;

function headLength(lines: readonly Line[]): number {
  const said = lines.slice(0, LONGEST_HEAD).findIndex((line) => isSalutation(line) || isSpoken(line));
  return said === -1 ? Math.min(LONGEST_HEAD, lines.length) : said;
}

function tailStart(lines: readonly Line[], head: number): number {
  const earliest = Math.max(head, lines.length - LONGEST_TAIL);
  return earliest + lines.slice(earliest).findLastIndex(isSpoken) + 1;
}

/** What is numbered, and a sentence that speaks neither of use nor of a site. */
const isSpoken = (line: Line): boolean =>
  isNumbered(line) ||
  (/[。！？!?”；：]$/.test(line.text) &&
    restrictionOf(line.text) === null &&
    !CONTACT.test(line.text) &&
    !PROMOTION.test(line.text));

const isNoticeAtEdge = (line: Line): boolean =>
  !isTitle(line) &&
  !isNumbered(line) &&
  (restrictionAtEdge(line.text) !== null || (isShort(line) && (canBeReached(line) || offersSomething(line))));

/** A whole sentence may talk of chat groups; one that says how to reach them has a number or a name in letters. */
const canBeReached = ({ text }: Line): boolean =>
  CONTACT.test(text) && (!text.endsWith('。') || /[\w-]{4,}|[：:]/.test(text));

/** What is offered in a whole sentence may be the speaker's; what can be reached (a chat group) never is. */
const offersSomething = (line: Line): boolean => PROMOTION.test(line.text) && !line.text.endsWith('。');

/** Numbered, and not of the paper itself: 1. 本资料为内部资料。 */
const isNumbered = (line: Line): boolean =>
  NUMBERED.test(line.text) || (headingMark(line.text) !== null && !isNumberedNotice(line.text));

function isNumberedNotice(words: string): boolean {
  const notice = readNotice(words);
  return notice?.isWhole === true && notice.namesPaper;
}

/** A page's header or footer, a site's mark between paragraphs: never numbered, and a sentence only of the paper itself. */
function isNoticeInside(line: Line): boolean {
  if (!isShort(line) || isTitle(line) || isNumbered(line)) return false;
  const isSentence = /[。！？!?；]$/.test(line.text);
  if (!isSentence && CONTACT.test(line.text)) return true;
  if (isSentence && !NAMES_PAPER.test(line.text)) return false;
  const notice = readNotice(line.text);
  return notice?.isWhole === true && (!isSentence || notice.namesPaper);
}

const NAMES_PAPER = /^[（(【[]?\s*[本此该該]/;
const NUMBERED = /^(?:[一二三四五六七八九十]+[是要]|第[一二三四五六七八九十]+|首先|其次|——(?!.*[—–-]{2}$))/;

/** Ends as a title does, and is not two clauses of a notice: 请妥善保管，遗失须报告. */
const isTitle = ({ text }: Line): boolean =>
  TITLE.test(text) && !(text.includes('，') && readNotice(text)?.isWhole === true);

const isShort = (line: Line): boolean => line.text.length <= LONGEST_NOTICE;

/**
 * A site's name and motto stand beside its promotion: lines between blank ones go with the promotion that follows them,
 * at the head up to it, at the end with all of them. What stands below it at the head is the title.
 */
function bannerGroups(head: readonly Line[], tail: readonly Line[]): Line[] {
  const isBanner = (line: Line): boolean => isShort(line) && (CONTACT.test(line.text) || PROMOTION.test(line.text));
  const groups = groupByBlankLines(head);
  // Without a blank line nothing tells a motto from a title.
  const atHead = groups.length < 2 ? [] : groups.flatMap((group) => group.slice(0, group.findLastIndex(isBanner) + 1));
  const atEnd = groupByBlankLines(tail).flatMap((group) => (group.some(isBanner) ? group : []));
  return [...atHead, ...atEnd].filter((line) => isShort(line) && !line.text.endsWith('。') && !isTitle(line));
}

function groupByBlankLines(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const current = groups.at(-1);
    if (current === undefined || line.afterBlank) groups.push([line]);
    else current.push(line);
  }
  return groups;
}

/** Front matter overrides what the text says: its own notice, or the bare restriction with the text's words. */
export function overrideRights(
  found: readonly RightsNotice[],
  stated: Restriction | RightsNotice | undefined,
): RightsNotice[] {
  if (stated === undefined) return [...found];
  if (typeof stated === 'object') return [stated];
  if (stated === strictest(found)) return [...found];
  return stated === 'none' ? [] : [{ text: stated, restriction: stated }];
}
