/**
 * The grammar of notices. A notice speaks of the paper that it stands on, not of the world: it names the paper's kind
 * (内部资料), says who may have it (仅供…使用), how to keep it (妥善保存), or what must not be done with it (不得外传). A speech
 * uses the same words, but with a subject, an object or a circumstance of its own: those are unknown to the lexicon, and a
 * clause that has them is no notice.
 *
 * Patterns are over the codes of words (lexicon.ts). Neighbouring parts of a pattern share no code where both repeat, so
 * that the time to match stays in proportion to the clause.
 */
import { RESTRICTIONS, type Restriction } from '../../speech/index.ts';
import { codesOf } from './lexicon.ts';
import { plainWords } from './plain-words.ts';

/** The paper, or who hands it out (青禾县委办公室), and 系, 请, 应, 仅 before what is to be said of it. */
const ORGAN = '[xPMU#It]{0,24}I';
const SUBJECT = `(?:D?k?P(?:M?P)*|DI?P|I+P|${ORGAN})?[WQqYMI]*`;
const WITHOUT_LEAVE = '(?:L[^l]{0,16}l+)';

const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`);

/** What keeps a paper inside. */
const KEPT_INSIDE: readonly RegExp[] = [
  // 内部资料, 内部刊物第3期, 会议内部材料, 涉密文件
  whole(`${SUBJECT}U?(?:k(?:I*[PUAVCMkS][PUAVCkMIS]*)?|K[PW]*)[#t*z]*`),
  whole('[xI]{1,10}K'),
  // 机密★1年, 绝密级, 密级为秘密
  whole(`\\**(?:zW?|${SUBJECT})k?G[IP]?[*#tz]*`),
  // 此件发至县处级
  whole(`${SUBJECT}h[^I]{0,20}(?:I[^I]{0,6}){1,8}`),
  // 此件只发至村、社区
  whole('(?:DP|Y)[YQM]*h.{1,24}'),
  // 保密文件, 按密件管理
  whole(`${SUBJECT}SP+[#t*z]*`),
  whole(`${SUBJECT}(?:K|GP?|k?SP?)[sUA]+`),
  // 按时清退
  whole(`(?:D?P)?Q+R[MI]*`),
  // 注意保密; 请妥善保管
  whole(`${SUBJECT}S+(?:DP+)?`),
  whole(`(?:D?P)?Q*q[MIQ]*[Ss]+D?P+`),
  // 任何人不得以任何形式对外传播
  whole(`(?:${WITHOUT_LEAVE}[WQqYMI]*)?${SUBJECT}(?:${WITHOUT_LEAVE}[WQqYMI]*)?N[MIEDPQUWCNq]*[VAh][VAhCMIEDPQRUWNq]*`),
];
/** 知悉范围：… whatever follows. */
const READERS_NAMED =
  /^(?:知悉|发放|传达|阅读|传阅|印发|知密)范围|^请?(?:严格|从严)?(?:控制|限制|限定|严控)(?:知悉|发放|传播|传达|阅读|传阅|印发|知密|使用)范围$/;
/** 此件发县处级, 此件印发各科室 */
const SENT_TO = /^(?:此件|本件|此文|本文件)[只仅]?[印下分]?发(?![布表现生挥展])/;
/** A term of secrecy, an issue licensed for inside, and the one character of a grade, whatever stands beside. */
const SECRET_BY_FORM = /^(?:保密期限|密)$|内资准/;
/** 与会代表专用 */
const RESERVED_FOR = /^.{0,8}(?:代表|人员|委员|干部|领导|党员|学员|职工|专家|评委)(?:专用|专阅)$/;
/** The paper is open in part, or after words were taken out: unclear, and so the stricter. */
const OPEN_IN_PART =
  /^(?:[本此该][件文]|本文件)?(?:删减|部分|脱密|处理|删节|节选|摘要)(?:内容)?(?:处理)?后?(?:主动)?公开$/;
const INSIDE_BY_FORM: readonly RegExp[] = [READERS_NAMED, SECRET_BY_FORM, RESERVED_FOR, OPEN_IN_PART, SENT_TO];
/** Written down from what was said, and not looked at by who said it. */
const NOT_CHECKED =
  /^(?:未经|没有经|尚未经|未).{0,6}(?:本人|讲话人|讲话者|发言人|发言者|作者|报告人|领导|主讲人)(?:本人)?(?:审阅|审定|审核|核定|核校|校阅|审看|过目|确认)$/;

/** 阅后收回; 请于三日内退回办公室: a time or a request must stand before. */
const GIVEN_BACK = whole(`(?:D?P)?([qQMI#tWTDP]*)R[MIDPWtkx]{0,10}`);

/** 由会务组统一收回 */
const COLLECTED = /^由(?:会务组|秘书处|工作人员|会务人员|办公室|机要室)/;

/** 不得转载 */
const COPYING = whole(
  `(?:${WITHOUT_LEAVE}[WQqYMI]*)?${SUBJECT}(?:${WITHOUT_LEAVE}[WQqYMI]*)?N[MIEDPQUW]*C[CMIEDPQUWNq]*`,
);
const LEAVE = whole(WITHOUT_LEAVE);
const RESERVED =
  /^.{0,20}(?:版权|著作权|知识产权|版式设计)(?:所有|归(?!还)|属|受)|^(?:本[文稿篇站]|作者|本人|系){0,3}.{0,6}原创(?:投稿|作品|首发|文章|文稿|内容|稿件)|^(?:禁止|严禁|不得|不可|请勿|谢绝)(?:用于|作|任何|以)*(?:商业|营利|盈利|牟利)|^all rights reserved|^(?:请勿|切勿|谢绝|勿)(?:直接|全文|原样|机械|盲目)?(?:使用|套用|照搬|生搬硬套)$|^(?:依法)?保留(?:所有|一切|全部)?权利/;
/** A condition on reprinting: 转载请注明出处. */
const REPRINT =
  /^(?:如需|若需|如要|若要|欲|凡|如)?(?:本文|文章|原文)?(?:转载|引用|转发|摘编)(?:本[站文刊稿])?(?:时|者|的|前)?(?:请|须|需|应|务必|必须|敬请|烦请|$)/;

/** 此件主动公开 */
const OPEN = whole('(?:D?P)?[QMUW]*[Vz][VAz]*');

/** 仅供局机关使用, 限党员阅读: how it is limited, and to whom or what. */
const FOR = whole('(?:D?k?P(?:M?P)*|DI?P|I+P)?[WQq]*(Y*[Ff]y?|Y+W|Y*y)(.{0,30})');
/** Leaders at large are no circle, unless it is for them alone. */
const FOR_LEADERS = /^(?:此件|本刊|本件)?供(?:各级|各位)?领导(?:同志)?(?:参阅|参考|阅|决策参考)$/;

const ENGLISH =
  /^(?:internal|restricted)$|^(?:(?:strictly|private (?:and|&)|company|business) ?)*confidential\b|^(?:for )?internal (?:use|circulation|only)|^not (?:for|to be) (?:public|distribut|circulat|releas|publish|copied|quot)|^(?:please )?(?:do not|don't) (?:copy|distribute|circulate|forward|share|disclose|quote|publish)|^for official use only|^(?:top )?secret$/;

/** What nobody says of a paper: a speaker's own words before an audience. */
const SPOKEN = /^(?:我们|咱们|我(?![局院校部委县市])|供?(?:大家|同志们))|[呢吧吗啊]$/;

const withoutBlanks = (clause: string): string => clause.replace(/\s+/g, '');

/** Without a word of one of these codes no clause restricts. */
const TELLING = /[kKGhRSsNYyFfL]/;

/** What a clause says whose form tells it, whatever its words are. */
function restrictionByForm(clause: string, words: string): Restriction | null {
  if (RESERVED.test(clause) || REPRINT.test(words) || NOT_CHECKED.test(words)) return 'reference-only';
  return INSIDE_BY_FORM.some((form) => form.test(words)) ? 'internal' : null;
}

/** What a clause says about use; `null` when it is none of a notice. An unclear one counts as the stricter. */
function restrictionOfClause(clause: string, codes: string): Restriction | null {
  if (ENGLISH.test(clause)) return 'internal';
  const words = withoutBlanks(clause);
  if (words === '' || SPOKEN.test(words)) return null;
  const byForm = restrictionByForm(clause, words);
  if (byForm !== null) return byForm;
  if (!TELLING.test(codes)) return words.includes('公开') && OPEN.test(codes) ? 'none' : null;
  if (KEPT_INSIDE.some((pattern) => pattern.test(codes)) || isGivenBack(words, codes) || isKept(codes))
    return 'internal';
  return COPYING.test(codes) || LEAVE.test(codes) ? 'reference-only' : restrictionToReaders(words, codes);
}

/** 妥善保管: asked for, or said of the paper; 保存 alone is a button. */
const KEPT = whole(`${SUBJECT}s+(?:DP+)?`);
const isKept = (codes: string): boolean => KEPT.test(codes) && /[QqD].*s/.test(codes);

const isGivenBack = (words: string, codes: string): boolean =>
  /[TqtD]/.test(GIVEN_BACK.exec(codes)?.[1] ?? '') || (COLLECTED.test(words) && GIVEN_BACK.test(codes));

/** How those end that name who uses a paper, whoever they are; 参考 and 学习 name what for. */
const USED_BY = /(?:使用|[^使专]用|阅|阅读|阅知|掌握|知悉|传达)$/;

function restrictionToReaders(words: string, codes: string): Restriction | null {
  if (FOR_LEADERS.test(words)) return 'reference-only';
  const [, limit, readers] = FOR.exec(codes) ?? [];
  if (limit === undefined || readers === undefined) return null;
  const isCircle = /[Ik]/.test(readers) && !(readers.includes('E') && !readers.includes('k'));
  const ends = limit.endsWith('f') ? /[UA]P?t*M*$/ : /[UAIk]P?t*M*$/;
  if (!ends.test(readers)) return null;
  if (isCircle || (readers.includes('x') && USED_BY.test(words))) return 'internal';
  return limit.endsWith('y') && readers.includes('x') ? null : 'reference-only';
}

/** Says nothing of use, and still stands in notices: a number, a date, an organ, 违者必究, the paper's name. */
const NEUTRAL = whole(`[z#t*WQ]*U*|${ORGAN}[z#t]*|[IU]*D?P+`);
const CONSEQUENCE =
  /^(?:违者|违反者|如有|由|请(?:联系|注明|附|标明|保留|与)).{1,24}$|^(?:一切)?以.{1,16}为准$|^(?:根据|据|按|由).{0,10}(?:录音|速记|记录|录像)整理$|^不发文件$|^(?:如有)?(?:遗失|丢失|损坏).{0,6}(?:报告|报失|补办|上报)|^欢迎.{1,8}$|^专人(?:传送|递送|送达|专送|负责)$/;
/** The clause names the paper itself: 本资料由某局编写. */
const ABOUT_PAPER = /^(?:DI?P|DU?P)/;
/** What keeps a paper inside, with words around it that the lexicon lacks. */
const LOOSELY_INSIDE = /N[MIEDPQUWkC]{0,8}[VA]|[YFy].{0,12}[IkA]|^k|[kK][PU]|G|[TqQ]R|Q[Ss]|h/;

/** A number before a clause: 1. 本资料… */
const NUMBER = /^\d{1,2}[.、)] ?(?=\p{Script=Han})/u;

const HAN = /\p{Script=Han}/u;

const CLAUSE_END =
  /[，,。！!；;：:？?\s【】〔〕《》〈〉<>[\]“”"「」『』|｜/…·•]+|^[（(]|[（(](?=[^（()）]*$)|[）)](?=\s|$)/;

/** Rules and stars around a clause: --内部使用--. */
const SIGNS_AROUND = /^[-—–_=~*#★☆※◆■□●▲△○]+|[-—–_=~*#★☆※◆■□●▲△○]+$/g;

function clausesOf(words: string): string[] {
  const plain = plainWords(words)
    .replace(/^\((.*)\)$/, '$1')
    .replace(NUMBER, '');
  return HAN.test(plain)
    ? plain
        .split(CLAUSE_END)
        .map((clause) => clause.replace(SIGNS_AROUND, ''))
        .filter((clause) => clause !== '')
    : [plain];
}

/** A line of rights in English, with whatever name and year. */
const RESERVED_LINE = /^(?:copyright\b|©|\(c\) ?\d)|all rights reserved/i;

/** 公开属性：主动公开, 阅读权限：处级以上, 密级：内部: what a form asks of a paper. */
const LABEL =
  /^(?:信息)?(?:公开|发布|使用|传播|传达|传阅|发送|阅读|查看|知悉|发放|保密|密)(?:类别|属性|方式|形式|选项|层级|级别|等级|范围|权限|对象|级)\s*[：:]\s*(.{1,24})$/;
const FOR_ALL =
  /^(?:主动|全文|完全|对外)?公开$|^(?:全)?社会(?:公众)?$|^公众$|^(?:不限|无|非密|非涉密|普通|一般|-+|\/)$/;

/** What a labelled line says: open where its value says so, and inside otherwise. */
function restrictionOfLabel(words: string): Restriction | null {
  const [, value] = LABEL.exec(withoutBlanks(plainWords(words))) ?? [];
  if (value === undefined) return null;
  return FOR_ALL.test(value) ? 'none' : 'internal';
}

/** A line of more clauses is a text about the document. */
const FEW_CLAUSES = 4;

/** The strictest that any clause of a line says: enough where nobody speaks, in headers, notes and keys. */
export function restrictionIn(words: string): Restriction | null {
  const clauses = clausesOf(words);
  // An editor's note hands something over (供各单位学习) and restricts nothing by that.
  const isNote = clauses.length > FEW_CLAUSES;
  const said = clauses.map((clause) => {
    const codes = codesOf(withoutBlanks(clause));
    return isNote && /^[^YFy]*f/.test(codes) ? null : restrictionOfClause(clause, codes);
  });
  const restrictions = said.filter((restriction) => restriction !== null);
  return restrictions.length === 0 ? null : strictestOf(restrictions);
}

/** Said of a paper whatever else is said, on a line at the edge that is neither a sentence nor a title. */
const LIKELY =
  /N[^xX]{0,6}x{0,6}[VAC]|^[^X]{0,6}[FYy][^X]{0,16}[Ik][^X]{0,4}[UA]|^[^xX]{0,4}k[PUA]|T[^X]{0,8}R|[Qq]s|^[^X]{0,8}h[^X]{0,12}I/;
const NOT_LIKELY =
  /^(?:关于|在)|(?:通知|办法|意见|规定|方案|工作|会议|问题|情况|讲话|报告|总结|条例|制度|细则|函|请示|纪要)$|[。！？；：]$/;
const LONGEST_LIKELY = 40;

/** Whether a line that stands apart from what is said may be an internal notice: unclear, and so the stricter. */
export function mayBeInternal(words: string): boolean {
  const clauses = clausesOf(words);
  if (words.length > LONGEST_LIKELY || NOT_LIKELY.test(words) || clauses.some((clause) => SPOKEN.test(clause)))
    return false;
  const likely = clauses.filter((clause) => LIKELY.test(codesOf(withoutBlanks(clause))));
  return likely.length > 0 && likely.length * 2 >= clauses.length;
}

/** How a line stands to use: every clause of it is about that, or it is loosely, and names the paper. */
export interface Reading {
  restriction: Restriction;
  /** Each clause is of a notice, or says nothing. */
  isWhole: boolean;
  /** It names the paper that it stands on: 本资料…, 此件…. */
  namesPaper: boolean;
}

/**
 * What a line says about the use of the document that it stands in; `null` when it is no notice.
 *
 * Every clause has to be of a notice, or to say nothing. Where the line names the paper that it stands on, half of them
 * are enough, and the words for use may have others around them.
 */
export function readNotice(words: string): Reading | null {
  const labelled = RESERVED_LINE.test(words) ? 'reference-only' : restrictionOfLabel(words);
  if (labelled !== null) return { restriction: labelled, isWhole: true, namesPaper: true };
  const clauses = clausesOf(words);
  const codes = clauses.map((clause) => codesOf(withoutBlanks(clause)));
  const said = clauses.map((clause, i) => restrictionOfClause(clause, codes[i] ?? ''));
  const names = codes.map((code) => ABOUT_PAPER.test(code));
  const namesPaper = names.includes(true);
  const isNeutral = (i: number): boolean => NEUTRAL.test(codes[i] ?? '') || CONSEQUENCE.test(clauses[i] ?? '');
  const restrictions = said.filter((restriction) => restriction !== null);
  if (restrictions.length > 0 && said.every((restriction, i) => restriction !== null || isNeutral(i))) {
    return { restriction: strictestOf(restrictions), isWhole: true, namesPaper };
  }
  if (!namesPaper || clauses.some((clause) => SPOKEN.test(clause))) return null;
  const loosely = codes.map((code, i) => said[i] ?? (LOOSELY_INSIDE.test(code) ? 'internal' : null));
  const about = loosely.filter((restriction, i) => restriction !== null || names[i] || isNeutral(i));
  const found = loosely.filter((restriction) => restriction !== null);
  const isAbout = found.length > 0 && about.length * 2 >= clauses.length;
  return isAbout ? { restriction: strictestOf(found), isWhole: false, namesPaper } : null;
}

const strictestOf = (restrictions: readonly Restriction[]): Restriction =>
  RESTRICTIONS.findLast((restriction) => restrictions.includes(restriction)) ?? 'none';
