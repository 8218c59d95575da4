import { type Restriction, type RightsNotice, strictest } from '../speech/index.ts';
import type { Line } from './readers/index.ts';
import { headingMark, isSalutation } from './structure/index.ts';

const FORBID = '(?:禁止|严禁|不得|请勿|切勿|勿|不要|谢绝|不准|不许)';

/**
 * What the words of a notice allow, strictest first. A notice is recognised by what it forbids or reserves, in any
 * wording, not by a list of sentences.
 */
const NOTICE_WORDS: readonly { restriction: Restriction; words: RegExp }[] = [
  {
    restriction: 'internal',
    words: new RegExp(
      `${FORBID}[^，。！；]{0,9}(?:外传|外泄|泄露|扩散|传播|传阅|公开|外发|散布|带出|外借|对外(?:提供|公布|发布)|复印|拍照|录音)|内部(?:资料|材料|文件|文稿|使用|交流|学习|参考|传阅|掌握)|仅限内部|注意保密|妥善保管|会后(?:请)?(?:收回|交回|退回)|阅后(?:销毁|收回|退回)|密级[：:]|^(?:绝密|机密|秘密)(?:★|$)|^[（(]?(?:此件)?(?:不(?:予)?公开|依申请公开)[）)]?$`,
    ),
  },
  {
    restriction: 'reference-only',
    words: new RegExp(
      `(?:仅|只|谨)(?:供|作|做|限)[^，。！]{0,8}(?:学习|参考|交流|借鉴|研究)|${FORBID}[^，。！；]{0,9}(?:照搬|照抄|抄袭|套用|转载|转发|复制|翻印|摘编|商用|洗稿)|版权(?:所有|归)|未经[^，。！]{1,10}(?:许可|授权|同意|允许)|原创(?:投稿|作品|首发)|^[（(【]?供.{0,8}(?:参阅|参考|学习)[）)】]?$`,
    ),
  },
  { restriction: 'none', words: /^[（(]?此件(?:主动)?公开(?:发布)?[）)]?$/ },
];

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
const BRACKET_BEHIND = /[（(]([^）)]+)[）)]$/;

/** What a line says about use; `null` when it is no notice. An unclear one counts as the stricter. */
function restrictionOf(words: string): Restriction | null {
  const longest = DECLARATION.test(words) ? LONGEST_DECLARATION : LONGEST_NOTICE;
  if (words.length > longest) return null;
  return NOTICE_WORDS.find((notice) => notice.words.test(words))?.restriction ?? null;
}

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
  for (const line of all) if (line.furniture !== null && isNoticeBeside(line)) lifted.add(line);
  return { rights: distinct(all.flatMap((line) => rightsOf(line, lifted))), lines: lifted };
}

/** Headers, footers and what surrounds an article: nobody speaks there, so that their words are enough. */
const isNoticeBeside = (line: Line): boolean => restrictionOf(line.text) !== null;

/** What stands on every page is said once. */
const distinct = (rights: readonly RightsNotice[]): RightsNotice[] => [
  ...new Map(rights.map((notice) => [notice.text, notice])).values(),
];

function rightsOf(line: Line, lifted: ReadonlySet<Line>): RightsNotice[] {
  if (lifted.has(line)) return [{ text: line.text, restriction: restrictionOf(line.text) ?? 'none' }];
  const bracket = TITLE.test(line.text) ? BRACKET_BEHIND.exec(line.text)?.[1] : undefined;
  const restriction = bracket === undefined ? null : restrictionOf(bracket);
  return bracket === undefined || restriction === null ? [] : [{ text: bracket, restriction }];
}

/** Lines that may stand before the first word is said. */
const LONGEST_HEAD = 20;
const LONGEST_TAIL = 12;

function headLength(lines: readonly Line[]): number {
  const said = lines.findIndex((line) => isSalutation(line) || isSpoken(line));
  return Math.min(LONGEST_HEAD, said === -1 ? lines.length : said);
}

function tailStart(lines: readonly Line[], head: number): number {
  const last = lines.findLastIndex(isSpoken);
  return Math.max(head, last + 1, lines.length - LONGEST_TAIL);
}

/** What is numbered, and a sentence that speaks neither of use nor of a site. */
const isSpoken = (line: Line): boolean =>
  isNumbered(line) ||
  (/[。！？!?”；：]$/.test(line.text) &&
    restrictionOf(line.text) === null &&
    !CONTACT.test(line.text) &&
    !PROMOTION.test(line.text));

const isNoticeAtEdge = (line: Line): boolean =>
  !TITLE.test(line.text) &&
  !isNumbered(line) &&
  (standsAlone(line) || (isShort(line) && (CONTACT.test(line.text) || offersSomething(line))));

/** What is offered in a whole sentence may be the speaker's; what can be reached (a chat group) never is. */
const offersSomething = (line: Line): boolean => PROMOTION.test(line.text) && !line.text.endsWith('。');

const isNumbered = (line: Line): boolean => NUMBERED.test(line.text) || headingMark(line.text) !== null;

/** A page's header or footer, a site's mark between paragraphs: never a sentence, never numbered. */
const isNoticeInside = (line: Line): boolean =>
  isShort(line) &&
  !/[。！？!?；]$/.test(line.text) &&
  !isNumbered(line) &&
  !TITLE.test(line.text) &&
  (CONTACT.test(line.text) ||
    (standsAlone(line) && clausesOf(line.text).every((clause) => restrictionOf(clause) !== null)));

const NUMBERED = /^(?:[一二三四五六七八九十]+[是要]|第[一二三四五六七八九十]+|首先|其次|——)/;

const isShort = (line: Line): boolean => line.text.length <= LONGEST_NOTICE;

const clausesOf = (words: string): string[] => words.split(/[，,。！!；;：:\s]+/).filter((clause) => clause !== '');

/** A restriction makes a notice only of a line that is mostly about it: half of its clauses at least. */
function standsAlone(line: Line): boolean {
  if (restrictionOf(line.text) === null) return false;
  const clauses = clausesOf(line.text);
  const about = clauses.filter(
    (clause) =>
      restrictionOf(clause) !== null ||
      /作者|本文|本站|文章|材料|资料|文件|声明|提示|密级|修改(?:后)?使用/.test(clause),
  );
  return about.length * 2 >= clauses.length;
}

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
  return [...atHead, ...atEnd].filter((line) => isShort(line) && !line.text.endsWith('。') && !TITLE.test(line.text));
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
