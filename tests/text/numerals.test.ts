import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arabicNumeralsIn,
  normalise,
  originalSpan,
  parseNumeral,
  placesOf,
  withArabicNumerals,
} from '../../src/text/index.ts';

const DIGITS = [...'零一二三四五六七八九'];

/** A number below 1,000 as official texts write it: 十二, 一百零三, 一百一十. */
function spell(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const gap = hundreds > 0 && tens === 0 && ones > 0 ? '零' : '';
  const ten = tens === 0 ? '' : `${tens === 1 && hundreds === 0 ? '' : DIGITS[tens]}十`;
  return `${hundreds === 0 ? '' : `${DIGITS[hundreds]}百`}${gap}${ten}${ones === 0 ? '' : DIGITS[ones]}`;
}

const fullWidth = (digits: string): string =>
  digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

describe('parseNumeral', () => {
  it.each([
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['一百零三', 103],
    ['一百一十', 110],
    ['两百', 200],
    ['二〇二一', 2021],
    ['二○二一', 2021],
    ['零', 0],
    ['７', 7],
  ])('reads %s', (numeral, value) => {
    expect(parseNumeral(numeral)).toBe(value);
  });

  it.each(['一百〇三', '一百○三'])('reads %s, whichever sign stands for zero', (numeral) => {
    expect(parseNumeral(numeral)).toBe(103);
  });

  it('reads what a number is spelt as, in characters and in digits of either width', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 199 }), (value) => {
        expect(parseNumeral(spell(value))).toBe(value);
        expect(parseNumeral(String(value))).toBe(value);
        expect(parseNumeral(fullWidth(String(value)))).toBe(value);
      }),
      { numRuns: 400 },
    );
  });

  it('tells all numbers below a thousand apart', () => {
    const values = Array.from({ length: 999 }, (_, i) => i + 1);
    expect(values.map((value) => parseNumeral(spell(value)))).toEqual(values);
  });

  it.each([
    ['nothing', ''],
    ['a word', '改革'],
    ['a numeral with a word', '十二条'],
    ['a sign', '-3'],
    ['a fraction', '1.5'],
    ['white space', ' 3'],
    ['more digits than a year has', '20211'],
    ['more characters than a numeral has', '一二三四五六七八'],
  ])('reads no number in %s', (_, words) => {
    expect(parseNumeral(words)).toBeNull();
  });

  it('reads no number where a character that is no numeral stands among numerals', () => {
    const numerals = fc.integer({ min: 1, max: 99 }).map(spell);
    fc.assert(
      fc.property(numerals, fc.constantFrom(...'的、。a-是要'), numerals, (before, other, after) => {
        expect(parseNumeral(before + other + after)).toBeNull();
      }),
    );
  });

  it.each(['十十', '百百', '一二十', '十百'])('reads no number in %s, which is no numeral', (characters) => {
    expect(parseNumeral(characters)).toBeNull();
  });
});

describe('years and percentages', () => {
  it.each([
    ['二〇二〇年的工作', '2020年的工作'],
    ['二零二三年度', '2023年度'],
    ['增长百分之五', '增长5%'],
    ['增长百分之十二点五以上', '增长12.5%以上'],
    ['完成百分之一百零三', '完成103%'],
  ])('%s is %s', (han, arabic) => {
    expect(withArabicNumerals(han)).toBe(arabic);
  });

  it('lead back to the whole numeral', () => {
    const read = arabicNumeralsIn(normalise('到二〇二〇年，水费留百分之十二点五，修渠。'));
    expect(read.text).toBe('到2020年,水费留12.5%,修渠。');
    const at = read.text.indexOf('12.5%');
    expect(originalSpan(read, at, at + 5)).toEqual({ start: 10, end: 17 });
    expect(originalSpan(read, at + 1, at + 2)).toEqual({ start: 10, end: 17 });
    expect(read.offsets).toHaveLength(read.text.length + 1);
  });

  it('read text as the one without offsets does', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'二〇一九年百分之点五十水'), { maxLength: 30 }), (characters) => {
        const text = characters.join('');
        expect(arabicNumeralsIn(normalise(text)).text).toBe(withArabicNumerals(text));
      }),
    );
  });

  it.each([
    ['水费6%,6月,16%,6.5%', '6%', [2]],
    ['水费6%,6月,16%,6.5%', '6', [5]],
    ['2015年至2015年', '2015', [0, 6]],
    ['渠渠渠', '渠渠', [0]],
    ['渠', '', []],
  ])('in %s %s stands by itself at %j', (text, words, places) => {
    expect([...placesOf(text, words)]).toEqual(places);
  });

  it.each(['百分之十十', '百分之几', '二十年', '一心一意'])('%s stays as it is', (text) => {
    expect(withArabicNumerals(text)).toBe(text);
  });
});
