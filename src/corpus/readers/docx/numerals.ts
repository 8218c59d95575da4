const HAN_DIGITS = '〇一二三四五六七八九';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

/** How a number of Word's is drawn, `null` where its format has no sign for it. */
type Draw = (value: number) => string | null;

const decimal: Draw = (value) => String(value);
/** A row of signs: the first for 1. */
const signs =
  (row: string): Draw =>
  (value) =>
    [...row][value - 1] ?? null;
/** Signs that follow each other in Unicode, of which there are so many. */
const block =
  (first: number, count: number): Draw =>
  (value) =>
    value >= 1 && value <= count ? String.fromCodePoint(first + value - 1) : null;
/** What Word does where a format has no sign for a number: it takes figures. */
const orDecimal =
  (draw: Draw): Draw =>
  (value) =>
    draw(value) ?? decimal(value);

/** A, B … Z, AA, BB. */
const letter: Draw = (value) =>
  value < 1 ? null : String.fromCharCode(0x41 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));

/** 1 to 99 as they are counted: 九, 十, 十一, 二十一. Beyond, digit by digit. */
const han: Draw = (value) => {
  if (value < 1 || value > 99) return hanDigits(value);
  return `${value >= 20 ? hanDigits(Math.floor(value / 10)) : ''}${value >= 10 ? '十' : ''}${value % 10 > 0 ? hanDigits(value % 10) : ''}`;
};

const hanDigits: Draw = (value) => [...String(value)].map((digit) => HAN_DIGITS[Number(digit)] ?? digit).join('');

/** The numerals of accounts: 玖, 拾, 拾壹, 贰拾壹. */
const accounts =
  (digits: string, ten: string): Draw =>
  (value) =>
    (han(value) ?? '').replace(/[一二三四五六七八九十]/g, (sign) =>
      sign === '十' ? ten : (digits[HAN_DIGITS.indexOf(sign) - 1] ?? sign),
    );

const ROMAN = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const;

/** Roman numerals have no zero, and none above 3,999. */
const roman: Draw = (value) => {
  if (value < 1 || value > 3999) return null;
  let left = value;
  let drawn = '';
  for (const [numeral, worth] of ROMAN) {
    drawn += numeral.repeat(Math.floor(left / worth));
    left %= worth;
  }
  return drawn;
};

const cycle: Draw = (value) =>
  value < 1 || value > 60 ? null : `${STEMS[(value - 1) % 10] ?? ''}${BRANCHES[(value - 1) % 12] ?? ''}`;

const lowerCase =
  (draw: Draw): Draw =>
  (value) =>
    draw(value)?.toLowerCase() ?? null;

const wide: Draw = (value) =>
  String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

const circled = orDecimal(block(0x2460, 20));

/** Word's formats (ISO/IEC 29500-1, 17.18.59, ST_NumberFormat) that Chinese documents have. */
const FORMATS: Readonly<Record<string, Draw>> = {
  none: () => '',
  decimal,
  decimalHalfWidth: decimal,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: wide,
  decimalFullWidth2: wide,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: orDecimal(block(0x2488, 20)),
  decimalEnclosedParen: orDecimal(block(0x2474, 20)),
  numberInDash: (value) => `- ${value} -`,
  chineseCounting: han,
  chineseCountingThousand: han,
  taiwaneseCounting: han,
  taiwaneseCountingThousand: han,
  japaneseCounting: han,
  koreanCounting: han,
  ideographDigital: hanDigits,
  japaneseDigitalTenThousand: hanDigits,
  taiwaneseDigital: hanDigits,
  chineseLegalSimplified: accounts('壹贰叁肆伍陆柒捌玖', '拾'),
  ideographLegalTraditional: accounts('壹貳參肆伍陸柒捌玖', '拾'),
  japaneseLegal: accounts('壱弐参四伍六七八九', '拾'),
  ideographTraditional: orDecimal(signs(STEMS)),
  ideographZodiac: orDecimal(signs(BRANCHES)),
  ideographZodiacTraditional: orDecimal(cycle),
  ideographEnclosedCircle: orDecimal(block(0x3280, 10)),
  upperLetter: letter,
  lowerLetter: lowerCase(letter),
  upperRoman: roman,
  lowerRoman: lowerCase(roman),
};

/** A number in one of Word's formats; `null` where it cannot be drawn. */
export const drawNumeral = (value: number, format: string): string | null =>
  Object.hasOwn(FORMATS, format) ? (FORMATS[format]?.(value) ?? null) : null;
