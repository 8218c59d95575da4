import type { Normalised } from './normalise.ts';

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

/** A year of four digits (二〇二〇年), or a percentage (百分之十二点五), spelled out in Chinese. */
const SPELLED_OUT =
  /[一二][〇零一二三四五六七八九]{3}(?=年)|百分之([零〇一二两三四五六七八九十百]{1,7})(?:点([零〇一二三四五六七八九]{1,4}))?/g;

/**
 * Years and percentages in Arabic numerals: 二〇二〇年 is 2020年, 百分之十二点五 is 12.5%. A number that is none (百分之十十)
 * stays as it is.
 */
export const withArabicNumerals = (text: string): string => text.replace(SPELLED_OUT, toArabic);

/** {@link withArabicNumerals} of normalised text: every digit leads back to the whole numeral that it stands for. */
export function arabicNumeralsIn({ text, offsets, ends }: Normalised): Normalised {
  let arabic = '';
  const back: number[] = [];
  const backEnds: number[] = [];
  let from = 0;
  const keepUpTo = (end: number): void => {
    arabic += text.slice(from, end);
    for (let at = from; at < end; at++) {
      back.push(offsets[at] ?? 0);
      backEnds.push(ends[at] ?? 0);
    }
    from = end;
  };
  for (const found of text.matchAll(SPELLED_OUT)) {
    keepUpTo(found.index);
    const digits = toArabic(found[0], found[1], found[2]);
    if (digits === found[0]) continue;
    arabic += digits;
    from = found.index + found[0].length;
    for (let i = 0; i < digits.length; i++) {
      back.push(offsets[found.index] ?? 0);
      backEnds.push(ends[from - 1] ?? 0);
    }
  }
  keepUpTo(text.length);
  back.push(offsets.at(-1) ?? 0);
  return { text: arabic, offsets: Uint32Array.from(back), ends: Uint32Array.from(backEnds) };
}

function toArabic(words: string, whole?: string, fraction?: string): string {
  const value = parseNumeral(whole ?? words);
  if (value === null) return words;
  return whole === undefined ? `${value}` : `${value}${fraction === undefined ? '' : `.${digitsOf(fraction)}`}%`;
}

const digitsOf = (han: string): string => [...han].map((digit) => DIGIT_VALUES.get(digit)).join('');

/** Where words occur in a text, none overlapping the one before; a number is not found inside a longer number. */
export function* placesOf(text: string, words: string): Generator<number> {
  if (words === '') return;
  const startsWithDigit = isDigit(words, 0);
  const endsWithDigit = isDigit(words, words.length - 1);
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) {
    const end = at + words.length;
    const isInside = (startsWithDigit && goesOnBefore(text, at)) || (endsWithDigit && goesOnBehind(text, end));
    if (!isInside) yield at;
  }
}

const isDigit = (text: string, at: number): boolean => /\d/.test(text.charAt(at));
const isPoint = (text: string, at: number): boolean => text.charAt(at) === '.';
const goesOnBefore = (text: string, at: number): boolean =>
  isDigit(text, at - 1) || (isPoint(text, at - 1) && isDigit(text, at - 2));
/** Also where a percent sign follows: 6 is not 6%. */
const goesOnBehind = (text: string, end: number): boolean =>
  isDigit(text, end) || text.charAt(end) === '%' || (isPoint(text, end) && isDigit(text, end + 1));
