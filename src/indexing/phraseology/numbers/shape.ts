import { parseNumeral } from '../../../text/index.ts';

/** Numerals that open a part of an abbreviation. 双 and 多 count like 两 and 几. */
const NUMERAL = '一二三四五六七八九十两双多';
const PARTS = new RegExp(`^(?:[${NUMERAL}][^${NUMERAL}]{1,4}){2,5}$`);
const SINGLE = new RegExp(`^[二三四五六七八九十两双](?![月年日点号岁元块次天月中届])[^${NUMERAL}]{1,6}$`);
/** Measures that by themselves make a quantity: 三个月, 两个人. */
const QUANTITY = /^.(?:个|名|位)(?:月|人|小时|工作日|字|村|县|市|省|国家|孩子|星期|季度|年头|钟头)?$/;
const MARKS = /[、，,\s“”‘’"]/g;
const HAN = /^\p{Script=Han}+$/u;

/**
 * Whether quoted words are an abbreviation by number: numerals in turn with what they count (三会一课, 一岗双责), or one
 * numeral above one and what it counts (四个意识, 三农). Quotation marks have done the rest: nobody quotes 三个月.
 */
export function isAbbreviation(words: string): boolean {
  const plain = words.replace(MARKS, '');
  if (!HAN.test(plain) || plain.length > 12) return false;
  if (/^.[年月日]/.test(plain)) return false;
  return PARTS.test(plain) || (SINGLE.test(plain) && !QUANTITY.test(plain));
}

/** How many members an abbreviation has, if it begins with its one numeral; else `null`. */
export function numberOf(words: string): number | null {
  const plain = words.replace(MARKS, '');
  if (PARTS.test(plain)) return null;
  const [numeral = ''] = /^[一二三四五六七八九十两]+/.exec(plain) ?? [];
  return numeral === '' ? (plain.startsWith('双') ? 2 : null) : parseNumeral(numeral);
}
