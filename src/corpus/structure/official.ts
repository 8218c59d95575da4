/**
 * What stands around the body of an official paper, by the layout of GB/T 9704-2012: above the title its number, grade, haste,
 * organ, document number and signer (7.2); behind the text its annexes, the organ and date, remarks, contacts and the imprint
 * (7.3.3 to 7.4). Minutes name time, place and those present above what was decided.
 */
import type { Line } from '../readers/index.ts';

/** How organs and their parts are called. */
const ORGAN_END =
  '(?:委|委员会|党委|政府|人大|政协|局|厅|部|院|校|大学|学院|中学|小学|幼儿园|医院|公司|集团|厂|会|党组|支部|总支|团委|工会|办公室|办|中心|街道|办事处|站|所|室|科|处|队|馆|社|园|场|矿|店|行|指挥部|领导小组|专班|单位|部门|企业|组织|机构|银行|学校|社区|村|镇|乡|县|市|区|个人|人员|同志|部队|代表团|协会|学会|联合会|省|自治区)';
const ORGAN = new RegExp(`^[\\p{Script=Han}A-Za-z0-9X×·（）()“”]{1,40}${ORGAN_END}(?:[（(][^）)]{1,20}[）)])?$`, 'u');

/** 青政发〔2024〕12号, a signer beside it. */
const NUMBER = /^\S{1,20}\s?[〔[（(【]\s*\d{4}\s*[〕\]）)】]\s*第?\s*\d{1,5}\s*号(?:\s+(?:签\s*发\s*人|会签)[：:].*)?$/;
const HEAD_LINE =
  /^(?:特急|加急|急件|平急|特提|\d{5,6}|№?\s*\d{5,8})$|^(?:签\s*发\s*人|会\s*签\s*人?|核\s*稿|份\s*号|密\s*级|紧急程度|缓\s*急|保密期限|签\s*发|发\s*文\s*字\s*号|文\s*号|索引号|主题分类|发文机关|成文日期)\s*[：:]/;
/** 青禾县人民政府文件 */
const ORGAN_MARK = /^文\s*件$|^\S{2,30}\s*(?:文\s*件|办公室文件)$/;
/** 专题会议纪要, 工作简报: the name of a series, above the title of what it prints. */
const SERIES = /^\p{Script=Han}{2,20}(?:纪要|简报|通报|快报|专报|要情|动态|信息|通讯)$/u;
const OWN_TITLE = /^关于.{4,80}(?:纪要|通报|报告|情况|意见|函|决定|通知)$/;
/** （第7期）, 第3号, 2024年第5期 */
const ISSUE =
  /^[（(〔[]?\s*(?:\d{4}\s*年?\s*[〕\]]?)?\s*(?:总)?第\s*[\d一二三四五六七八九十]+\s*[期号次]\s*[）)〕\]]?$|^[〔[（(]\d{4}[〕\]）)]\s*\d{1,4}\s*号?$/;
/** An organ and a day on one line, below the name of a bulletin. */
const ISSUED = /^\p{Script=Han}{2,30}\s{2,}\d{4}年\d{1,2}月\d{1,2}日$/u;

/** 时间：…, 主 持 人：…, 出席：…: the head of minutes. */
const MINUTES =
  /^(?:会\s*议\s*)?(?:时\s*间|日\s*期|地\s*点|主\s*持\s*(?:人|者)?|召\s*集\s*人|出\s*席(?:\s*人\s*员|\s*人|\s*会\s*议)?|列\s*席(?:\s*人\s*员|\s*人)?|参\s*加(?:\s*人\s*员|\s*人)?|参\s*会(?:\s*人\s*员)?|与\s*会(?:\s*人\s*员)?|缺\s*席(?:\s*人\s*员)?|请\s*假(?:\s*人\s*员)?|记\s*录(?:\s*人|\s*员)?|整\s*理(?:\s*人)?|汇\s*报(?:\s*人)?|议\s*题|议\s*程)\s*[：:]/;
const WHEN = /^(?:会\s*议\s*)?(?:时\s*间|日\s*期|成文日期)\s*[：:]/;

/** How far down the head of a paper reaches. In lines. */
const LONGEST_HEAD = 18;

/** The lines above and below the title that are the head of an official paper or of minutes. */
export function officialHead(lines: readonly Line[]): ReadonlySet<Line> {
  const head = lines.slice(0, LONGEST_HEAD);
  const found = new Set<Line>(head.filter((line) => line.depth === 0 && isHeadLine(line)));
  const number = head.findIndex(({ text }) => NUMBER.test(text) || ISSUE.test(text));
  const above = head.slice(0, Math.max(0, number));
  const hasOwnTitle = head.slice(number + 1).some(({ text }) => OWN_TITLE.test(text));
  const isHead = (line: Line): boolean => isHeadOrOrgan(line) || (hasOwnTitle && SERIES.test(line.text));
  if (above.some(({ text }) => ORGAN_MARK.test(text)) || (above.length > 0 && above.every(isHead))) {
    for (const line of above) found.add(line);
  }
  // Those present may take several lines.
  const goesOn = (i: number): boolean => /[，、,]$/.test(head[i - 1]?.text ?? '') && isMinutes(i - 1);
  const isMinutes = (i: number): boolean => i >= 0 && (MINUTES.test(head[i]?.text ?? '') || goesOn(i));
  const minutes = head.filter((_, i) => isMinutes(i));
  if (minutes.length > 1) for (const line of minutes) found.add(line);
  return found;
}

const isHeadLine = ({ text }: Line): boolean => [HEAD_LINE, NUMBER, ISSUE, ISSUED].some((form) => form.test(text));
const isHeadOrOrgan = (line: Line): boolean => isHeadLine(line) || ORGAN.test(line.text.replace(/\s/g, ''));

/** The line of minutes, or of a page's table, that says when. */
export const isDatedLabel = ({ text }: Line): boolean => WHEN.test(text);

const CONTACT =
  /^[（(【]?(?:此件.{2,12}[。；，\s])?(?:联\s*系\s*人|联系电话|联系方式|联系地址|咨询电话|监督电话|举报电话|值班电话|电\s*话|传\s*真|邮\s*箱|电子邮箱|电子邮件|E-?mail|地\s*址|邮\s*编|网\s*址|手\s*机)\s*(?:及|和|、|[：:])/i;
const IMPRINT =
  /^(?:抄\s*送|抄\s*报|分\s*送|主\s*送|发\s*送|印\s*发|主题词|发|送|报)\s*[：:]|\d{4}年\d{1,2}月\d{1,2}日\s*印发$|^[（(]?共印\s*\d+\s*份[）)]?$/;
/** 附件：1. …, and the annexes named below it. */
const ANNEX = /^附\s*(?:件|表|图)?\s*\d{0,2}\s*[：:]\s*\S/;
const ANNEX_ALONE = /^附\s*(?:件|表|图|录)\s*\d{0,2}\s*[：:]?$/;
const NEXT_ANNEX = /^\d{1,2}\s*[.．、]\s*\S{2,60}$/;
const REMARK = /^[（(].{2,80}[）)]$/;

/** How far up from the end the tail of a paper reaches. In lines. */
const LONGEST_TAIL = 30;

/** The lines behind the text that name annexes, contacts and the imprint; the signature between them stays. */
export function officialTail(lines: readonly Line[], isSigning: (line: Line) => boolean): ReadonlySet<Line> {
  const from = Math.max(1, lines.length - LONGEST_TAIL);
  const annexes = annexesAmong(lines, from);
  const found = new Set<Line>(annexes);
  for (let i = lines.length - 1; i >= from; i--) {
    const line = lines[i] as Line;
    if (isBeside(line)) found.add(line);
    else if (!annexes.has(line) && !isSigning(line) && !REMARK.test(line.text) && line.furniture === null) break;
  }
  return found;
}

const isBeside = ({ depth, text }: Line): boolean => depth === 0 && (CONTACT.test(text) || IMPRINT.test(text));

function annexesAmong(lines: readonly Line[], from: number): Set<Line> {
  const found = new Set<Line>();
  lines.forEach((line, i) => {
    if (i < from || line.depth > 0) return;
    const before = lines[i - 1];
    const goesOn =
      before !== undefined && found.has(before) && NEXT_ANNEX.test(line.text) && !/[。；]$/.test(line.text);
    if (goesOn || ANNEX_ALONE.test(line.text) || (ANNEX.test(line.text) && line.text.length < 80)) found.add(line);
  });
  return found;
}

/** Whom a paper goes to (主送机关): organs and circles of people on a line that ends in a colon. */
export function isAddressee({ depth, text }: Line): boolean {
  if (depth > 0 || !(/[：:]$/.test(text) || /^各.*[，、,]$/.test(text)) || text.length > 200) return false;
  // Over two lines, the first ends in a comma.
  const parts = text
    .slice(0, -1)
    .split(/[、，,；;](?![^（(]*[）)])/)
    .map((part) => part.trim());
  return parts.every((part) => (/^(?:各|全)/.test(part) ? part.length <= 30 : ORGAN.test(part)));
}

/** Whether a line names an organ, or several beside one another, and nothing else. */
export const isOrganLine = ({ text }: Line): boolean =>
  text.split(/\s+/).every((part) => ORGAN.test(part)) && !/[，。；：]/.test(text);
