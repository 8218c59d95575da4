import type { Line } from './readers/index.ts';
import { isSalutation } from './structure/index.ts';

/** What sites put around an article, a line each. */
const SITE_LINE =
  /^[【[（(]?(?:责任编辑|责编|编辑|编审|校对|审核|来源|稿源|信息来源|文章来源|作者单位|浏览(?:次数|量)?|阅读(?:次数|量)?|点击(?:数|量|次数)|字号|字体|打印|关闭(?:窗口|本页)?|分享到?|收藏|上一篇|下一篇|返回(?:顶部|首页|列表)|发布(?:时间|日期|机构|者)|更新时间|当前位置|您(?:的|现在的)位置)(?:[：:\s】\]]|$)/;

/** Where a page goes over to other things: all that follows is not the document's. */
const SITE_TAIL =
  /^[【[]?(?:延伸阅读|相关(?:阅读|链接|新闻|报道|文章|文件|稿件)|推荐阅读|热点推荐|更多阅读)[】\]]?[：:]?$/;

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
  const leadIn = leadInLength(lines);
  return lines.map((line, i) => {
    const isEdge = i < EDGE || i >= tail - EDGE;
    const isSiteLine = isEdge && line.depth === 0 && line.text.length <= LONGEST_LINE && SITE_LINE.test(line.text);
    return line.furniture === null && (i < leadIn || i >= tail || isSiteLine) ? { ...line, furniture: 'beside' } : line;
  });
}

function tailStart(lines: readonly Line[]): number {
  const earliest = Math.max(1, lines.length - LONGEST_TAIL, Math.floor(lines.length * TAIL_SHARE));
  const tail = lines.slice(earliest);
  const at = tail.findIndex((line, i) => SITE_TAIL.test(line.text) || isLicence(line, tail.slice(i)));
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
  const salutation = lines.slice(0, LONGEST_LEAD_IN).findIndex(isSalutation);
  let title = salutation;
  while (title > 0 && isTitleLike(lines[title - 1])) title--;
  const isTitled = lines.slice(title, salutation).some(({ text }) => TITLE_END.test(text));
  const isNews = lines.slice(0, title).some(({ text }) => text.length > LONGEST_LINE && text.endsWith('。'));
  return isTitled && isNews ? title : 0;
}

const isTitleLike = (line: Line | undefined): boolean =>
  line !== undefined && line.text.length <= LONGEST_LINE && !/[。；！？]/.test(line.text);
