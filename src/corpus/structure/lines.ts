import type { Line } from '../readers/index.ts';

const VOCATIVE_WORDS =
  '同志们|同志|同学们|老师们|朋友们|战友们|工友们|乡亲们|代表们|委员们|女士们|先生们|各位[\\p{Script=Han}]{1,8}|尊敬的[\\p{Script=Han}X×]{1,16}|全[市县区校院乡镇体国省]{1,2}[\\p{Script=Han}]{1,8}|[\\p{Script=Han}X×]{1,6}(?:书记|主任|校长|院长|部长|市长|县长|局长|主席)';
const VOCATIVES = `(?:${VOCATIVE_WORDS})(?:[、，,：:！!\\s]+(?:${VOCATIVE_WORDS}|大家(?:上午|下午|早上|晚上)?好))*`;
const SALUTATION = new RegExp(`^${VOCATIVES}\\s*[：:！!]$`, 'u');
const ADDRESS =
  /^(?:各位[\p{Script=Han}]{1,8}[、，,！!：:])*(?:同志们|同学们|老师们|朋友们|各位[\p{Script=Han}]{1,8})[，,！!：:]/u;

/** Longer lines are no salutation, however they begin. In characters. */
const LONGEST_SALUTATION = 60;

/** A line that only addresses the audience: 同志们： 各位代表！ */
export const isSalutation = (line: Line): boolean =>
  line.text.length <= LONGEST_SALUTATION && SALUTATION.test(line.text);

/** A paragraph that begins by addressing the audience (同志们，…): how closings set in. */
export const addressesAudience = (line: Line): boolean => ADDRESS.test(line.text.slice(0, LONGEST_SALUTATION));

/** A line of dots, dashes or stars: a gap left for another speaker, a rule between parts. */
export const isOrnament = (line: Line): boolean => !/[\p{L}\p{N}]/u.test(line.text);
