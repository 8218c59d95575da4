import { type Restriction, type RightsNotice, strictest } from '../speech/index.ts';
import type { Line } from './readers/index.ts';
import { headingMark } from './structure/index.ts';

/**
 * What the words of a notice allow, strictest first. A notice is recognised by what it forbids or reserves, in any
 * wording, not by a list of sentences.
 */
const NOTICE_WORDS: readonly { restriction: Restriction; words: RegExp }[] = [
  {
    restriction: 'internal',
    words:
      /(?:禁止|严禁|不得|请勿|切勿|勿|不要|谢绝)(?:对外|向外|随意|擅自|私自)?(?:外传|外泄|泄露|扩散|传播|传阅|公开|外发|散布)|内部(?:资料|材料|文件|文稿|使用|交流|学习|参考|传阅|掌握)|仅限内部|注意保密|妥善保管/,
  },
  {
    restriction: 'reference-only',
    words:
      /(?:仅|只|谨)(?:供|作|做|限)[^，。！]{0,8}(?:学习|参考|交流|借鉴|研究)|(?:禁止|严禁|不得|请勿|切勿|勿|谢绝)(?:直接|随意|擅自|私自|全文)?(?:照搬|照抄|抄袭|套用|转载|转发|复制|翻印|商用|洗稿)|版权(?:所有|归)|未经[^，。！]{1,10}(?:许可|授权|同意|允许)|原创(?:投稿|作品|首发)/,
  },
];

/** Words with which a site or a seller speaks of itself, never a speaker at a rostrum. */
const PROMOTION =
  /QQ群|Q群|微信(?:群|号|公众号|搜索)|公众号|加群|会员群|会员(?:资料|材料|专享|权益)|订阅|扫码|二维码|点击(?:观看|查看|下载|进入|阅读)|下载(?:地址|链接)|倒卖|文库|写作群|https?:\/\/|www\.|\.(?:com|cn|net)\b|(?:客服|联系)(?:电话|微信|QQ)/i;

/** A notice stands alone: no sentence of a speech that merely speaks of reprints is this short. In characters. */
const LONGEST_NOTICE = 80;

/** What a line says about use; `null` when it is no notice. An unclear one counts as the stricter. */
export function restrictionOf(words: string): Restriction | null {
  if (words.length > LONGEST_NOTICE) return null;
  return NOTICE_WORDS.find((notice) => notice.words.test(words))?.restriction ?? null;
}

/** A whole sentence, or a numbered one, is the speaker's: of codes to be scanned and platforms to subscribe to speeches speak too. */
const isPromotion = (words: string): boolean =>
  words.length <= LONGEST_NOTICE && !words.endsWith('。') && headingMark(words) === null && PROMOTION.test(words);

/** Lines lifted out of the text because they speak about the document, not in it. */
export interface Notices {
  rights: RightsNotice[];
  lines: ReadonlySet<Line>;
}

/** How many lines at either end may hold notices in several lines; between them each must speak for itself. */
const EDGE = 20;

/**
 * Finds notices and banners wherever they stand. At the head of a file a group of lines between blank ones is lifted
 * whole when one of its lines is a banner and text still follows: a site's name and motto come with its promotion.
 */
export function findNotices(lines: readonly Line[]): Notices {
  const lifted = new Set<Line>();
  for (const line of lines) {
    if (standsAlone(line) || isPromotion(line.text)) lifted.add(line);
  }
  const groups = groupByBlankLines(lines.slice(0, EDGE));
  for (const group of groups.slice(0, -1)) {
    if (group.some((line) => isPromotion(line.text)) && group.every(couldBeBanner)) {
      for (const line of group) if (!TITLE.test(line.text)) lifted.add(line);
    }
  }
  const rights = lines
    .filter((line) => lifted.has(line))
    .map((line) => ({ text: line.text, restriction: restrictionOf(line.text) ?? ('none' as const) }));
  return { rights, lines: lifted };
}

/** A restriction makes a notice only of a line that is about nothing else: one that no comma-rich sentence shares. */
function standsAlone(line: Line): boolean {
  if (restrictionOf(line.text) === null) return false;
  const clauses = line.text.split(/[，,。！!；;：:\s]+/).filter((clause) => clause !== '');
  const about = clauses.filter(
    (clause) => restrictionOf(clause) !== null || /作者|本文|本站|文章|材料|资料|文件/.test(clause),
  );
  return about.length * 2 >= clauses.length;
}

/** How titles of speeches end; a title without blank lines around it is not lifted with the banner beside it. */
const TITLE = /(?:讲话|讲话稿|讲稿|报告|发言|发言稿|致辞|党课|贺信|总结|提纲)$/;

const couldBeBanner = (line: Line): boolean => line.text.length <= LONGEST_NOTICE && !line.text.endsWith('。');

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
