import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  normalise,
  normaliseDocument,
  normaliseDocumentText,
  normaliseText,
  originalSpan,
  withoutLetterSpaces,
} from '../../src/text/index.ts';

/** Simplified text as documents have it: full-width letters and digits, signs that unfold, marks that combine. */
const simplifiedText = fc
  .array(
    fc.constantFrom(
      ...['推进', '落实', '责任', '基层治理', '某市', '○', 'ＧＤＰ', 'Ｘ', 'Ab', '２０２１', '7', '年'],
      ...['，', '。', '“', '”', '（', '　', ' ', '\n', '⑴', '㎡', '…', 'e\u0301', '😀', '𠮷'],
      ...['\u200b', '\u00ad', '\u0301', '\ufe0f', '⻔', '⽔', '\u00a0', '\u3164'],
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''));

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), simplifiedText);

/** Places of the normalised text at which a character of the original begins. */
const boundaries = (offsets: Uint32Array): number[] =>
  [...offsets.keys()].filter((i) => i === 0 || offsets[i] !== offsets[i - 1]);

describe('normalise', () => {
  it.each([
    ['full-width letters and digits', 'ＧＤＰ增长５％', 'gdp增长5%'],
    ['full-width punctuation that Latin letters have too', '真干，干实！', '真干,干实!'],
    ['an ideographic space', '抓　落实', '抓 落实'],
    ['traditional characters', '推進改革、壓實責任', '推进改革、压实责任'],
    ['a word that keeps its traditional form', '扭轉乾坤', '扭转乾坤'],
    ['the same character in another word', '乾淨', '干净'],
    ['the circle that stands for zero', '二○二一年', '二〇二一年'],
    ['a sign that unfolds', '１００㎡', '100m2'],
    ['a letter and its combining accent', 'Cafe\u0301', 'caf\u00e9'],
    ['a zero-width space', '水\u200b渠', '水渠'],
    ['a soft hyphen', '水\u00ad渠', '水渠'],
    ['a byte order mark in the middle', '\ufeff水\ufeff渠', '水渠'],
    ['directional controls', '\u202a水\u202c渠\u2066', '水渠'],
    ['a filler and a tag', '水\u3164渠\u{e0041}', '水渠'],
    ['a control character', '水\u0007渠\u009f', '水渠'],
    ['a variation selector', '葛\u{e0100}渠\ufe00', '葛渠'],
    ['an accent behind a zero-width joiner', 'e\u200d\u0301', '\u00e9'],
    ['a Kangxi radical', '⽔利⼯作', '水利工作'],
    ['a radical of the supplement', '⻔⻢⻓⻑', '门马长长'],
    ['a compatibility ideograph', '\uf9dc\u{2f81a}', '隆冬'],
  ])('brings %s to one form', (_, original, normal) => {
    expect(normaliseText(original)).toBe(normal);
  });

  it('gives the same text with and without offsets', () => {
    fc.assert(fc.property(anyText, (original) => normalise(original).text === normaliseText(original)));
  });

  it('knows for each unit of any text, and for its end, a place of the original, in order', () => {
    fc.assert(
      fc.property(anyText, (original) => {
        const { text, offsets, ends } = normalise(original);
        expect(offsets).toHaveLength(text.length + 1);
        expect(offsets.at(-1)).toBe(original.length);
        expect([...offsets]).toEqual([...offsets].sort((a, b) => a - b));
        expect(ends).toHaveLength(text.length);
        for (const [i, end] of ends.entries()) {
          expect(end).toBeGreaterThan(offsets[i] ?? 0);
          expect(end).toBeLessThanOrEqual(offsets.find((next) => next > (offsets[i] ?? 0)) ?? 0);
        }
      }),
    );
  });

  it('points each unit at the whole character it came from', () => {
    expect([...normalise('占地㎡大').offsets]).toEqual([0, 1, 2, 2, 3, 4]);
    expect([...normalise('e\u0301大').offsets]).toEqual([0, 2, 3]);
  });

  it('finds again, in the original, the run that any part of the result came from', () => {
    fc.assert(
      fc.property(simplifiedText, fc.nat(), fc.nat(), (original, a, b) => {
        const { text, offsets } = normalise(original);
        const places = boundaries(offsets);
        const [from = 0, to = 0] = [places[a % places.length] ?? 0, places[b % places.length] ?? 0].sort(
          (one, other) => one - other,
        );
        expect(normaliseText(original.slice(offsets[from], offsets[to]))).toBe(text.slice(from, to));
      }),
    );
  });

  it('leaves normalised text as it is', () => {
    fc.assert(
      fc.property(simplifiedText, (original) => {
        const once = normaliseText(original);
        expect(normaliseText(once)).toBe(once);
      }),
    );
  });

  it('reads empty text as empty', () => {
    expect(normalise('')).toEqual({ text: '', offsets: Uint32Array.of(0), ends: new Uint32Array(0) });
  });

  it('keeps places where one rare character grows and another shrinks', () => {
    const original = '㗲干部𡻕';
    const { text, offsets } = normalise(original);
    const at = text.indexOf('干部');
    expect(original.slice(offsets[at], offsets[at + 2])).toBe('干部');
  });

  it('reads a word alike with and without a rare character elsewhere in the text', () => {
    expect(normaliseText('扭轉乾坤，㗲')).toContain(normaliseText('扭轉乾坤'));
  });
});

describe('normaliseDocument', () => {
  it.each([
    ['letter-spaced words', '水 渠 要 修', '水渠要修'],
    ['ideographic spaces', '讲　　话', '讲话'],
    ['spaces around figures and Latin words', '2020 年 GDP 增长 5 %', '2020年gdp增长5 %'],
    ['spaces around punctuation', '修渠 ，筑堤 。', '修渠,筑堤。'],
    ['no-break, thin and zero-width spaces together', '水\u00a0\u2009\u200b渠', '水渠'],
    ['spaces between Latin words', 'open data', 'open data'],
    ['tabs between cells', '水渠\t堤坝', '水渠\t堤坝'],
    ['spaces at the edges', ' 水渠 ', ' 水渠 '],
  ])('reads %s', (_, original, normal) => {
    expect(normaliseDocumentText(original)).toBe(normal);
  });

  it('points at the words of the original, without what is left out at their edges', () => {
    const original = '修\u200b 水 渠 \u200b要';
    const normalised = normaliseDocument(original);
    const at = normalised.text.indexOf('水渠');
    const { start, end } = originalSpan(normalised, at, at + 2);
    expect(original.slice(start, end)).toBe('水 渠');
  });

  it('keeps a variation selector with its character', () => {
    const original = '葛\u{e0100} 渠';
    const { start, end } = originalSpan(normaliseDocument(original), 0, 1);
    expect(original.slice(start, end)).toBe('葛\u{e0100}');
  });

  it('reads any text alike with and without invisible characters and layout', () => {
    const insertions = fc.array(fc.constantFrom('', '', ' ', '　', '\u200b', '\u00ad', '\u2060 ', '\ufeff'), {
      maxLength: 40,
    });
    const words = fc.array(fc.constantFrom(...'水渠要修到地头，2020年（一）𠮷'), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(words, insertions, (letters, spaces) => {
        const isFigure = (letter: string | undefined): boolean => /\d/.test(letter ?? '');
        const between = (i: number): string =>
          isFigure(letters[i]) && isFigure(letters[i + 1]) ? '' : (spaces[i] ?? '');
        const spaced = letters.map((letter, i) => letter + (i + 1 < letters.length ? between(i) : '')).join('');
        expect(normaliseDocumentText(spaced)).toBe(normaliseDocumentText(letters.join('')));
      }),
    );
  });
});

describe('withoutLetterSpaces', () => {
  it.each([
    ['水 渠 要 修', '水渠要修'],
    ['闸门 水 渠 要 修 堤坝', '闸门 水渠要修 堤坝'],
    ['水利 闸门', '水利 闸门'],
    ['水 渠', '水 渠'],
    ['{水 渠 堤}', '{水 渠 堤}'],
    ['水　渠　要*', '水渠要*'],
    ['𠮷 家 河', '𠮷家河'],
  ])('reads %s as %s', (typed, meant) => {
    expect(withoutLetterSpaces(typed)).toBe(meant);
  });
});
