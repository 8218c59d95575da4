import type { Line } from './readers/index.ts';
import { contentsOf, headingMark, isSalutation, isSigning, officialHead, officialTail } from './structure/index.ts';

/** What sites put around an article, a line each. */
const SITE_LINE =
  /^[【[（(]?(?:责任编辑|责编|编辑|编审|校对|审核|来源|稿源|信息来源|文章来源|作者单位|浏览(?:次数|量)?|阅读(?:次数|量)?|点击(?:数|量|次数)|字号|字体|打印|关闭(?:窗口|本页)?|分享到?|收藏|上一篇|下一篇|返回(?:顶部|首页|列表)|发布(?:时间|日期|机构|者|人)|上传者?|更新时间|当前位置|您(?:的|现在的)位置)(?:[：:\s】\]]|$)/;

/** When a page was made, to the minute, and how often it was read: 2024-12-12 09:00 690. No speech is dated so. */
const TIMESTAMP = /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s+\S{1,20}){0,3}$/;
/** 某某网 > 范文 > 讲话: where a page stands in its site. */
const BREADCRUMB = /^[^。；！？]{1,20}(?:\s*[>＞»›]\s*[^>＞»›。；！？]{0,40}){1,8}$/;
/** 第 1 页, 第1页 共3页: where pages of a copied text end. */
const PAGE = /^[\s\-—–]*第\s*\d{1,4}\s*页(?:\s*[，,/／]?\s*共\s*\d{1,4}\s*页)?[\s\-—–]*$/;
/** 作者：某某 */
const AUTHOR = /^作者\s*[：:]\s*\S{1,12}$/;
/** Buttons in a row: 【收藏】【打印】. */
const BUTTONS = /^(?:[【[][^】\]]{1,8}[】\]]\s*){2,}/;
/** Who a site says wrote it, and what it says beside that. */
const BYLINE = /^作者[：:].{1,12}\s(?:来源|时间|日期|阅读|发布|更新)/;
/** Where a seller breaks off, and what is to be done for the rest. */
const PAYWALL =
  /新人(?:首月|专享|优惠)|海量(?:范文|文档|资料)|(?:预览|试读|试看)(?:结束|部分)|^阅读全文$|(?:开通|成为|正式|购买)(?:VIP|会员)|会员(?:可|文档|免费)|省略\s*\d+\s*字|全文共\s*\d+\s*字|代笔|以稿换稿|免费(?:获取|下载)(?:全文|文档|本文)|(?:需要先|请先|后)登[录陆]|👉|👈|扫一扫/i;
/** Whom an official document goes to, and who printed it when (版记: GB/T 9704-2012, 7.4). */
const IMPRINT = /^(?:抄送|抄报|分送|主送)[：:]|\d{4}年\d{1,2}月\d{1,2}日印发$|^[（(]?共印\d+份[）)]?$/;
/** A site's or seller's name on a line of its own. */
const SITE_NAME = /^[\p{Script=Han}A-Za-z0-9·]{2,10}(?:网|网站|文库|资料库)$/u;

/** Where a page goes over to other things: all that follows is not the document's. */
/** Where a seller's page breaks the text off. */
const BROKEN_OFF =
  /(?:试读|预览|试看).{0,4}(?:结束|完)|剩余\s*\d+\s*%|全文共\s*\d+\s*字|当前(?:仅|只)?显示\s*\d+\s*字|(?:阅读|查看)(?:下面|以下|完整|全文).{0,6}(?:提示|内容)|^收藏《|所在栏目[：:]/;
const SITE_TAIL =
  /^[【[]?(?:延伸阅读|相关(?:阅读|链接|新闻|报道|文章|文件|稿件|内容|推荐)|(?:推荐|热门|更多|精彩)(?:阅读|推荐|文章|内容)|热点推荐|猜你喜欢|为您推荐|(?:精选|网友|全部)(?:留言|评论)|(?:我要|发表|写)(?:留言|评论))[】\]]?[：:]?$/;

/** A collection's note on its licence, in as many lines as its links broke it into. */
const LICENCE = /^本作品/;
const LICENCE_WORDS = /著作权|版权|公有领域|public domain/i;

/** A tail is no longer than this share of a document, and this many lines. */
const LONGEST_TAIL = 40;
const TAIL_SHARE = 0.5;

/** Lines at either end in which single site lines are looked for. */
const EDGE = 12;

/** How long such a line may be. In characters. */
const LONGEST_LINE = 60;

/**
 * Tells apart what a site or collection has put around a document: editors, sources, counters, links to other things,
 * the note on its licence. Such lines are marked as standing beside the text; notices are still read from them.
 */
export function markSiteFurniture(lines: readonly Line[]): Line[] {
  const tail = tailStart(lines);
  const leadIn = Math.max(leadInLength(lines), forwardingLength(lines));
  const contents = contentsOf(lines);
  const official = new Set([...officialHead(lines), ...officialTail(lines, isSigning)]);
  return lines.map((line, i) => {
    const isEdge = i < EDGE || i >= tail - EDGE;
    const isBeside =
      PAGE.test(line.text) ||
      i < leadIn ||
      i >= tail ||
      contents.has(line) ||
      official.has(line) ||
      (isEdge && isSiteLine(line, lines));
    return line.furniture === null && isBeside ? { ...line, furniture: 'beside' } : line;
  });
}

function isSiteLine(line: Line, lines: readonly Line[]): boolean {
  if (line.depth > 0 || line.text.length > LONGEST_LINE) return false;
  if ([SITE_LINE, TIMESTAMP, BREADCRUMB, AUTHOR, BUTTONS, BYLINE, IMPRINT].some((words) => words.test(line.text)))
    return true;
  // A speaker may praise an app, too: in a sentence, or as one of several things.
  if (headingMark(line.text) !== null || /[。；]$/.test(line.text)) return false;
  return PAYWALL.test(line.text) || namesSite(line, lines.slice(0, EDGE));
}

/** Beside the title; a title alone may end so. */
const namesSite = (line: Line, head: readonly Line[]): boolean =>
  SITE_NAME.test(line.text) &&
  head.includes(line) &&
  head.some((other) => other !== line && TITLE_END.test(other.text));

function tailStart(lines: readonly Line[]): number {
  const earliest = Math.max(1, lines.length - LONGEST_TAIL, Math.floor(lines.length * TAIL_SHARE));
  const tail = lines.slice(earliest);
  const isTail = ({ text }: Line): boolean => SITE_TAIL.test(text) || BROKEN_OFF.test(text);
  const at = tail.findIndex((line, i) => isTail(line) || isLicence(line, tail.slice(i)));
  return at === -1 ? lines.length : earliest + at;
}

const isLicence = (line: Line, from: readonly Line[]): boolean =>
  LICENCE.test(line.text) && from.some(({ text }) => LICENCE_WORDS.test(text));

/** The first salutation stands no farther down. In lines. */
const LONGEST_LEAD_IN = 20;
/** What the last line of a printed title says. */
const TITLE_END = /(?:讲话|讲话稿|致辞|报告|发言|演讲|党课|贺信|贺词)(?:[（(][^）)]*[）)])?$/;

/**
 * Sites set their own headline and a paragraph of news above the printed title: where a title stands right above the
 * first salutation and sentences stand above it, all of that is the site's.
 */
function leadInLength(lines: readonly Line[]): number {
  // A page whose format marks one title has its news above it.
  const marked = lines.slice(0, LONGEST_LEAD_IN).findIndex(({ depth, text }) => depth === 1 && TITLE_END.test(text));
  if (marked > 0 && lines.filter(({ depth }) => depth === 1).length === 1) return marked;
  const salutation = lines.slice(0, LONGEST_LEAD_IN).findIndex(isSalutation);
  let title = salutation;
  while (title > 0 && isTitleLike(lines[title - 1])) title--;
  const isTitled = lines.slice(title, salutation).some(({ text }) => TITLE_END.test(text));
  const isNews = lines.slice(0, title).some(({ text }) => /[。！？!?]$/.test(text));
  return isTitled && isNews ? title : 0;
}

/** 关于印发《…讲话》的通知, 转发县农业局关于…意见的通知: what was sent on is the speech or paper. */
const FORWARDING = /(?:印发|转发|批转|下发|发布|公布)\s*[《〈“]?(.{4,80}?)[》〉”]?的?(?:通知|函)$/;
const LONGEST_FORWARDING = 40;

/** How many lines a notice takes that sends something on: up to where that has its own title. */
function forwardingLength(lines: readonly Line[]): number {
  const head = lines.slice(0, LONGEST_FORWARDING);
  for (let last = 0; last < EDGE; last++) {
    const sent = FORWARDING.exec(
      head
        .slice(Math.max(0, last - 2), last + 1)
        .map(({ text }) => text.trim())
        .join(''),
    )?.[1];
    if (sent === undefined) continue;
    const own = head.findLastIndex((line, i) => i > last + 1 && isTitleLike(line) && namesAlike(line.text, sent));
    return Math.max(0, own);
  }
  return 0;
}

/** 关于…工作的意见 is what 某局关于…工作意见 names. */
function namesAlike(title: string, sent: string): boolean {
  const [own, named] = [title, sent].map((words) => words.replace(/[^\p{L}\p{N}]|的/gu, ''));
  return (
    own !== undefined && named !== undefined && own.length >= 6 && named.includes(own) && own.length * 2 >= named.length
  );
}

const isTitleLike = (line: Line | undefined): boolean =>
  line !== undefined && line.text.length <= LONGEST_LINE && !/[。；！？]/.test(line.text);
