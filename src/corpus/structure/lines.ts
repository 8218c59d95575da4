import { normaliseText } from '../../text/index.ts';
import type { Line } from '../readers/index.ts';

const OFFICE =
  '书记|主任|校长|院长|部长|省长|市长|县长|区长|镇长|局长|主席|秘书长|委员长|总理|总统|国王|先生|女士|董事长|经理';
/** Whom one speaks to: 同志们, 各位代表, 尊敬的X书记, 青年朋友们, 大家上午好. Not 他们 and 人们, whom one speaks of. */
const VOCATIVE = new RegExp(
  `^尊敬的[\\p{Script=Han}·]{2,20}$|^(?:尊敬的|亲爱的|敬爱的)?(?:各位[\\p{Script=Han}]{1,12}|[\\p{Script=Han}]{0,8}(?<![我你他她它人])们|同志|[\\p{Script=Han}X×]{0,8}(?:${OFFICE})|全[市县区校院乡镇体国省系统]{1,3}[\\p{Script=Han}]{1,10}|大家(?:上午|下午|早上|中午|晚上)?好)$`,
  'u',
);
/** A vocative that no sentence begins with by chance: 主任，… may be a subject. */
const SURE_VOCATIVE = /[们們]$|^各位|同志$/;

/** Longer lines are no salutation, however they begin. In characters. */
const LONGEST_SALUTATION = 60;

const isVocative = (words: string): boolean => VOCATIVE.test(simplified(words.replace(/\s/g, '')));

/** Traditional characters that words of address are made of. */
const TRADITIONAL = /[們親愛書長縣區鎮鄉當導師學誌]/;

const simplified = (words: string): string => (TRADITIONAL.test(words) ? normaliseText(words) : words);

/** A line that only addresses the audience: 同志们： 各位代表！ */
export function isSalutation(line: Line): boolean {
  if (line.text.length > LONGEST_SALUTATION || !/[：:！!，,、]$/.test(line.text)) return false;
  const parts = line.text.split(/[、，,：:！!]+/).filter((part) => part.trim() !== '');
  return parts.length > 0 && (parts.every(isVocative) || isLongAddress(parts) || isFormalAddress(line.text, parts));
}

/** 亲爱的2022届毕业生，尊敬的各位老师、家长，大家好！ whoever is spoken to so, and greeted. */
function isFormalAddress(text: string, parts: readonly string[]): boolean {
  const isNoClause = (part: string): boolean => part.length <= 20 && !/[要请把让为是了在]/.test(part);
  const greets = /[：:]$/.test(text) || /好$/.test(parts.at(-1) ?? '');
  return /^(?:尊敬的|亲爱的|敬爱的)/.test(text) && greets && parts.every(isNoClause);
}

/** Some of those addressed are only named (消防救援人员，志愿者朋友们：): nouns, before somebody who is spoken to. */
function isLongAddress(parts: readonly string[]): boolean {
  const last = parts.at(-1) ?? '';
  const isNamed = (part: string): boolean =>
    /^\p{Script=Han}{2,16}$/u.test(part) && !/[要请对向把是让为]|^(?:今天|现在|最后)/.test(part);
  return isVocative(last) && SURE_VOCATIVE.test(last) && parts.every((part) => isVocative(part) || isNamed(part));
}

/** A paragraph that begins by addressing the audience (同志们，…): how closings set in. */
export function addressesAudience(line: Line): boolean {
  const parts = line.text.slice(0, LONGEST_SALUTATION).split(/[、，,：:！!]/);
  const spokenTo = parts.slice(0, -1);
  const length = spokenTo.findIndex((part) => !isVocative(part));
  return spokenTo.slice(0, length === -1 ? undefined : length).some((part) => SURE_VOCATIVE.test(part));
}

/** A line of dots, dashes or stars: a gap left for another speaker, a rule between parts. */
export const isOrnament = (line: Line): boolean => !/[\p{L}\p{N}]/u.test(line.text) || THE_END.test(line.text);

const THE_END = /^[—–\-=~·\s]{2,}(?:END|完|全文完)[—–\-=~·\s]{2,}$/i;

/** Words to the audience about the meeting, not in the speech: 下面请X同志讲话, （鼓掌）. */
export const isStageDirection = (line: Line): boolean =>
  /^(?:下面|现在|接下来|首先|最后)?[，,]?(?:有?请|由|进行|全体|休会|散会|奏|鼓掌)/.test(line.text) ||
  /^[（(【].*[）)】]$/.test(line.text);

/** Whether a line ends as a sentence does, be it in a quotation. */
export const endsSentence = (line: Line): boolean => /[。！？!?…；;：:][”’」』）)]*$/.test(line.text);

/** How speeches end without a word to the audience: 让我们…！ 我就讲这些。 谢谢大家！ */
export const takesLeave = (line: Line): boolean =>
  /^(?:最后，)?(?:让我们|谢谢(?:大家|各位)|祝愿?|预祝|我的(?:讲话|报告|发言|汇报)|我就讲|以上(?:汇报|报告|是我的))/.test(
    line.text,
  );
