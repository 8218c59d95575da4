import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise, normaliseText } from '../../src/text/index.ts';

/** Simplified text as documents have it: full-width letters and digits, signs that unfold, marks that combine. */
const simplifiedText = fc
  .array(
    fc.constantFrom(
      ...['推进', '落实', '责任', '基层治理', '某市', '○', 'ＧＤＰ', 'Ｘ', 'Ab', '２０２１', '7', '年'],
      ...['，', '。', '“', '”', '（', '　', ' ', '\n', '⑴', '㎡', '…', 'e\u0301', '😀', '𠮷'],
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
  ])('brings %s to one form', (_, original, normal) => {
    expect(normaliseText(original)).toBe(normal);
  });

  it('gives the same text with and without offsets', () => {
    fc.assert(fc.property(anyText, (original) => normalise(original).text === normaliseText(original)));
  });

  it('knows for each unit of any text, and for its end, a place of the original, in order', () => {
    fc.assert(
      fc.property(anyText, (original) => {
        const { text, offsets } = normalise(original);
        expect(offsets).toHaveLength(text.length + 1);
        expect(offsets.at(-1)).toBe(original.length);
        expect([...offsets]).toEqual([...offsets].sort((a, b) => a - b));
        expect(offsets[0]).toBe(0);
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
    expect(normalise('')).toEqual({ text: '', offsets: Uint32Array.of(0) });
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
