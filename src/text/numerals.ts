const DIGITS = '〇一二三四五六七八九';
const DIGIT_VALUES: ReadonlyMap<string, number> = new Map(
  [...DIGITS]
    .map((digit, value) => [digit, value] as const)
    .concat([
      ['零', 0],
      ['○', 0],
      ['O', 0],
      ['两', 2],
    ]),
);
const UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
]);

/** Hundreds, tens and ones in their order: 一百零三, 二十, 十二. */
const WITH_UNITS =
  /^(?:[一二两三四五六七八九]百)?(?:[零〇○]?[一二三四五六七八九]?十)?(?:[零〇○]?[一二三四五六七八九])?$/;

/**
 * The number that a Chinese or Arabic numeral below 1,000 stands for (十二, 一百零三, １２, 12), or `null` when it is
 * none. Digit by digit (二〇二〇) is read as such.
 */
export function parseNumeral(numeral: string): number | null {
  const plain = numeral.normalize('NFKC');
  if (/^\d{1,4}$/.test(plain)) return Number(plain);
  if (plain === '' || plain.length > 7) return null;
  if (![...plain].some((character) => UNITS.has(character))) return parseDigits(plain);
  return WITH_UNITS.test(plain) ? parseWithUnits(plain) : null;
}

function parseDigits(numeral: string): number | null {
  let value = 0;
  for (const character of numeral) {
    const digit = DIGIT_VALUES.get(character);
    if (digit === undefined) return null;
    value = value * 10 + digit;
  }
  return value;
}

function parseWithUnits(numeral: string): number {
  let total = 0;
  let digit = 0;
  for (const character of numeral) {
    const unit = UNITS.get(character);
    if (unit === undefined) digit = DIGIT_VALUES.get(character) ?? 0;
    else {
      total += (digit === 0 ? 1 : digit) * unit;
      digit = 0;
    }
  }
  return total + digit;
}

const HAN_YEAR = /[一二][〇零一二三四五六七八九]{3}(?=年)/g;
const HAN_PERCENTAGE = /百分之([零〇一二两三四五六七八九十百]{1,7})(?:点([零〇一二三四五六七八九]{1,4}))?/g;

/**
 * Years and percentages in Arabic numerals: 二〇二〇年 is 2020年, 百分之十二点五 is 12.5%. A number that is none (百分之十十)
 * stays as it is.
 */
export const withArabicNumerals = (text: string): string =>
  text
    .replace(HAN_YEAR, (year) => String(parseNumeral(year) ?? year))
    .replace(HAN_PERCENTAGE, (words, whole: string, fraction: string | undefined) => {
      const value = parseNumeral(whole);
      return value === null ? words : `${value}${fraction === undefined ? '' : `.${digitsOf(fraction)}`}%`;
    });

const digitsOf = (han: string): string => [...han].map((digit) => DIGIT_VALUES.get(digit)).join('');
