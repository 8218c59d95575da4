import { normaliseText, withoutInvisibles } from '../../text/index.ts';
import type { Line } from '../readers/index.ts';
import { decimalMark, headingMark } from './heading-marks.ts';
import { isOrnament, isSalutation } from './lines.ts';
import { isPersonName } from './names.ts';
import { isAddressee, isOrganLine } from './official.ts';

/** What stands above the body of a speech, line by line. */
export interface TitleBlock {
  title: Line[];
  /** ——在…上的讲话 */
  subtitle: Line | null;
  /** （2020年1月8日） */
  date: Line | null;
  /** ×××, or office and name, from one line or two. */
  speaker: string | null;
  /** 2020年3月5日在…会议上: where and when, on a line of its own. */
  occasion: Line | null;
  /** Lines that repeat the title, and remarks on it in brackets. */
  repeated: Line[];
  /** （这是…在…上的讲话）: where and when, said behind the text. */
  endNote: Line | null;
  /** Who signs, and when, behind the text of a letter. */
  signature: Line[];
  /** How many of the lines given the block takes. */
  length: number;
}

/** Longer lines belong to the body. In characters. */
const LONGEST_TITLE_LINE = 60;
const MOST_LINES = 12;

const NUMERAL = '[0-9〇○零一二三四五六七八九十]';
const DATE = new RegExp(
  `^[（(]?\\s*(?:(?:${NUMERAL}{4}|[X×]{2,4})\\s*年\\s*(?:(?:${NUMERAL}|[X×]){1,3}\\s*月\\s*)?(?:(?:${NUMERAL}|[X×]){1,3}\\s*日)?|\\d{4}([-./])\\d{1,2}\\1\\d{1,2})(?:\\s*[（(]?\\s*(?:星期|周|礼拜)[一二三四五六日天]\\s*[）)]?)?(?:\\s*(?:上午|下午|晚上?))?(?:(?:\\s*[，,]\\s*|\\s+)\\p{Script=Han}{2,12})?\\s*[）)]?$`,
  'iu',
);
const SUBTITLE = /^(?:——|──|－－|--|—)/;
/** Words that short last lines of titles are made of, and no name. */
const TITLE_WORD = /(?:讲话|报告|致辞|发言|总结|讲稿|党课|贺信)$/;
const OFFICE =
  '(?:[\\p{Script=Han}X×][\\p{Script=Han}X×、]{0,30})?(?:书记|主任|总理|部长|省长|市长|县长|区长|镇长|乡长|局长|校长|院长|主席|董事长|经理|厂长|会长|代表|委员|队长|班长|组长|站长|所长|科长|处长|厅长|矿长|园长|馆长|台长|社长|行长|总裁|总监|总编|主编|政委|检察长|庭长|教授|研究员|工程师|理事长|监事长|秘书长|支书|村长|主管|教师|老师|医生|医师|护士|护士长|干事|同志|负责人|委员长|司令员|校友|学生|志愿者|队员|职工|员工|师傅|先生|女士|专员|参谋长|主讲人?)';
const OFFICE_LINE = new RegExp(`^${OFFICE}$`, 'u');
const OFFICE_AND_NAME = new RegExp(`^(${OFFICE})\\s+([\\p{Script=Han}X×·\\s]{1,8})$`, 'u');
const OCCASION = /^[（(]?(?:[0-9〇○一二三四五六七八九十年月日]+\s*)?在.{4,50}[上会][）)]?$/;
/** How first sentences begin that a line's end has cut short. */
const BODY_BEGIN = /^(?:现在|現在|今天|刚才|剛才|我(?:代表|受))/;
/** A remark on the text, in brackets: where it was taken from, who translated it. */
const REMARK = /^[（(【[].*[）)】\]]$/;
const END_NOTE =
  /^[（(※*【\s]*(?:这是|本文(?:是|系|为)|此文)[^。]{0,80}(?:讲话|报告|发言|致辞|文稿)[^。]{0,20}[。）)】\s]*$/;
const BODY_END = /[。；;：:！!]$/;

/** How the names of speeches and papers end: what follows on another line is no more of the title. */
const TITLE_IS_WHOLE =
  /(?:讲话|讲话稿|报告|致辞|致词|发言|演讲|讲稿|党课|贺信|慰问信|公开信|倡议书|通知|意见|决定|决议|办法|规定|规则|条例|细则|方案|函|请示|批复|纪要|通报|公告|通告|公报|议案|计划|要点|制度|章程|公约|规划|主持词|总结|提纲|汇报|说明)(?:[（(][^）)]{1,20}[）)])?$/;
/** 主讲人：…, 主持人：…: who speaks, or leads through. */
const BY =
  /^(主讲|主讲人|报告人|演讲|演讲人|演讲者|发言人|讲话人|宣讲人|致辞人|述职人|主持|主持人|撰稿|撰稿人|整理|记录)\s*[：:]\s*(.{2,40})$/;

/** Reads the title block at the beginning of the lines that are left when notices are lifted out. */
export function readTitleBlock(lines: readonly Line[]): TitleBlock {
  const own = titleLines(lines);
  const block: TitleBlock = {
    title: [],
    subtitle: null,
    date: null,
    speaker: null,
    occasion: null,
    repeated: [],
    endNote: endNoteOf(lines),
    signature: signatureOf(lines, own.length),
    length: own.length,
  };
  own.forEach((line, i) => {
    for (const part of titleAndSubtitle(line)) place(block, part, own[i + 1]);
  });
  return block;
}

/** Blanks between the letters of a line that is set wide: 在 全 市 的 讲 话. */
const LETTER_SPACED = /^(?:[\p{Script=Han}“”《》（）、，0-9]\s+){3,}[\p{Script=Han}“”《》（）0-9]$/u;

/** The words of a title over its lines: no blank between two Chinese characters where a line ends, or letters are set wide. */
export function joinTitle(lines: readonly Line[]): string {
  const words = lines.map((line) => {
    const text = withoutInvisibles(line.text);
    return LETTER_SPACED.test(text) || isOrganLine({ ...line, text }) ? text.replace(/\s+/g, '') : text;
  });
  return words.reduce((title, line) => {
    const isClose = /[\p{Script=Han}\p{P}]$/u.test(title) && /^[\p{Script=Han}\p{P}]/u.test(line);
    return title === '' || isClose ? title + line : `${title} ${line}`;
  }, '');
}

/** 标题——在…上的讲话 on one line is a title and its subtitle. */
const BOTH = /^(.{4,40}?)\s*((?:——|──|－－|--)在.{2,50}(?:讲话|致辞|报告|发言|演讲|党课|讲稿))$/;

/** 【领导讲话】标题: what a collection files it under, and the title. */
const TAGGED = /^(【[^】]{2,8}】)\s*(.{4,})$/;
const TAG = /^【[^】]{2,8}】$/;

/** 标题（2020年1月8日） on one line is a title and its date. */
const DATED = /^(.{4,60}?)\s*([（(]\s*(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?\s*[）)])$/;

function titleAndSubtitle(line: Line): Line[] {
  const match = TAGGED.exec(line.text) ?? BOTH.exec(line.text) ?? DATED.exec(line.text);
  if (match === null) return [line];
  const [, title = '', subtitle = ''] = match;
  const from = line.end - subtitle.length;
  return [
    { ...line, end: line.start + title.length, text: title },
    { ...line, start: from, text: subtitle },
  ];
}

function titleLines(lines: readonly Line[]): readonly Line[] {
  // A page may mark its title as a heading.
  const isMarkedTitle = (line: Line, i: number): boolean => i === 0 && line.depth > 1 && TITLE_WORD.test(line.text);
  const end = lines.findIndex((line, i) => i >= MOST_LINES || (!isMarkedTitle(line, i) && beginsBody(line)));
  return lines.slice(0, end === -1 ? MOST_LINES : end);
}

/** A line of a script: 男：…, 合：… */
const SCRIPT = /^(?:男|女|合|齐|甲|乙|丙|丁|众|领)\s*[：:]/;

const beginsBody = (line: Line): boolean =>
  SCRIPT.test(line.text) ||
  isSalutation(line) ||
  isAddressee(line) ||
  headingMark(line.text) !== null ||
  decimalMark(line.text) !== null ||
  line.drawn !== undefined ||
  line.depth > 1 ||
  BODY_BEGIN.test(line.text) ||
  line.text.length > LONGEST_TITLE_LINE ||
  BODY_END.test(line.text);

function place(block: TitleBlock, line: Line, next: Line | undefined): void {
  if (block.title.length > 0) placeBelow(block, line, next);
  else if (isOrnament(line)) return;
  else if (isDateLine(line)) block.date ??= line;
  else if (isTag(line, next)) block.repeated.push(line);
  else if (SUBTITLE.test(line.text)) block.subtitle ??= line;
  else block.title.push(line);
}

const isTag = (line: Line, next: Line | undefined): boolean => TAG.test(line.text) || isDocumentHead(line, next);

/** Of a line below the first of the title: more of it, when, where and by whom, or what stands beside it. */
function placeBelow(block: TitleBlock, line: Line, next: Line | undefined): void {
  if (placeSpeaker(block, line, next) || isOrnament(line)) return;
  const isWhole = TITLE_IS_WHOLE.test(joinTitle(block.title));
  // A mark that somebody left (办公室留存, 某某分享) is neither title nor name.
  const isBeside = isWhole && (isOrganLine(line) || /^(?![的和与及暨])\p{Script=Han}{2,6}$/u.test(line.text));
  if (isDateLine(line)) block.date ??= line;
  else if (isTag(line, next) || isBeside) block.repeated.push(line);
  else if (SUBTITLE.test(line.text)) block.subtitle ??= line;
  else if (OCCASION.test(line.text)) block.occasion ??= line;
  else if (repeatsTitle(block, line)) repeat(block, line);
  else if (REMARK.test(line.text)) block.repeated.push(line);
  else block.title.push(line);
}

/** @returns whether the line says who speaks, or leads through */
function placeSpeaker(block: TitleBlock, line: Line, next: Line | undefined): boolean {
  const words = line.text.normalize('NFKC');
  if (isDateLine(line) || isTag(line, next)) return false;
  const [, role, who] = BY.exec(words) ?? [];
  if (role !== undefined && who !== undefined) {
    block.repeated.push(line);
    if (!LEADS.test(role)) block.speaker ??= who.trim();
    return true;
  }
  const speaker = SUBTITLE.test(line.text) ? null : readSpeaker(words, block.speaker !== null || isName(next));
  if (speaker === null) return false;
  const parts = [block.speaker, speaker].filter((part) => part !== null);
  block.speaker = [...new Set(parts)].join(' ');
  return true;
}

/** Who leads through, or wrote it down, does not speak. */
const LEADS = /主持|整理|记录|撰稿/;

/** 某办发〔2024〕3号 (GB/T 9704-2012, 7.2.5). */
const DOCUMENT_NUMBER = /^\S{1,15}[〔[（(]\d{4}[〕\]）)]\s*第?\s*\d{1,4}\s*号$/;

/** The number of an official document, and the organ above it that issued it. */
const isDocumentHead = (line: Line, next: Line | undefined): boolean =>
  DOCUMENT_NUMBER.test(line.text) ||
  (next !== undefined && DOCUMENT_NUMBER.test(next.text) && !TITLE_WORD.test(line.text));

/** Of 某人：标题 and 标题 below it, the second is the title, the first says who spoke. */
function repeat(block: TitleBlock, line: Line): void {
  const [first] = block.title;
  const named = first === undefined ? null : /^([\p{Script=Han}·]{2,4})[：:]/u.exec(first.text);
  const isWhole = named !== null && plain(first?.text.slice(named[0].length) ?? '') === plain(line.text);
  if (!isWhole || block.title.length !== 1 || first === undefined) block.repeated.push(line);
  else {
    block.title = [line];
    block.repeated.push(first);
    block.speaker ??= named[1] ?? null;
  }
}

/** How many lines from the end the note may stand. */
const NOTE_PLACE = 3;

const endNoteOf = (lines: readonly Line[]): Line | null =>
  lines.slice(-NOTE_PLACE).find((line) => END_NOTE.test(line.text)) ?? null;

const isName = (line: Line | undefined): boolean =>
  line !== undefined && isPersonName(line.text) && !TITLE_WORD.test(line.text);

/** A line that names the speaker: name, both, or an office beside which a name stands; in brackets or not. */
function readSpeaker(line: string, besideName: boolean): string | null {
  const words = line.replace(/^\(|\)$/g, '').trim();
  const name = words.replace(/\s/g, '');
  if (TITLE_WORD.test(name)) return null;
  if (isPersonName(name)) return name;
  if (besideName && OFFICE_LINE.test(words)) return words;
  const both = OFFICE_AND_NAME.exec(words) ?? roleAndName(words);
  return both === null ? null : `${both[1]} ${both[2]?.replace(/\s/g, '')}`;
}

/** 林业站技术员 周阿土: what somebody does, and a name. */
function roleAndName(words: string): RegExpExecArray | null {
  const match = /^([\p{Script=Han}X×、（）()]{2,40}[员长师手工者生])\s+([\p{Script=Han}X×·\s]{2,8})$/u.exec(words);
  return match !== null && isPersonName(match[2] ?? '') ? match : null;
}

/**
 * Collected texts often carry a title of their own above the printed one: the same words twice are one title, and so is
 * what stands below the second.
 */
function repeatsTitle(block: TitleBlock, line: Line): boolean {
  const title = plain(block.title.map((titleLine) => titleLine.text).join(''));
  const words = plain(line.text);
  if (block.title.length === 0) return false;
  return title.includes(words) || block.repeated.length > 0 || sharedShare(title, words) >= ALIKE;
}

/** Of the shorter of two titles, this share of its pairs of characters is in the longer one. */
const ALIKE = 0.6;

function sharedShare(one: string, other: string): number {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  const pairs = Array.from({ length: Math.max(0, shorter.length - 1) }, (_, i) => shorter.slice(i, i + 2));
  return pairs.length === 0 ? 0 : pairs.filter((pair) => longer.includes(pair)).length / pairs.length;
}

const plain = (words: string): string => normaliseText(words).replace(/[^\p{L}\p{N}]/gu, '');

/** Who signs: an organ or an office, and nothing else on its line. */
const SIGNER =
  /^[\p{Script=Han}X×·、（）\s]{2,40}(?:委|委员会|政府|人大|政协|局|厅|部|院|校|大学|学院|中学|小学|医院|公司|集团|厂|会|党组|支部|总支|团委|工会|办公室|办|中心|街道|办事处|馆|站|所|社|队|园|场|矿|店|行|处|科|室|乡|镇|村|指挥部|领导小组|专班|协会|学会|书记|主任|市长|县长|区长|镇长|局长|校长|院长|董事长|总经理)$/u;

/** The lines with which a letter is signed: at its end, short ones that name who, and when. */
function signatureOf(lines: readonly Line[], bodyStart: number): Line[] {
  let first = lines.length;
  while (first > bodyStart + 1 && isSigning(lines[first - 1])) first--;
  const signed = lines.slice(first);
  return signed.some((line) => DATE.test(line.text.normalize('NFKC'))) ? signed : [];
}

/** A day on a line of its own. */
export const isDateLine = ({ text }: Line): boolean => DATE.test(text.normalize('NFKC'));

export const isSigning = (line: Line | undefined): boolean =>
  line !== undefined &&
  line.depth === 0 &&
  (DATE.test(line.text.normalize('NFKC')) || SIGNER.test(line.text) || isPersonName(line.text));
