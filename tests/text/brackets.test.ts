import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enclosures, outermostEnclosures } from '../../src/text/brackets.ts';

const PAIRS: Record<string, string> = {
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '《': '》',
  '〈': '〉',
  '（': '）',
  '(': ')',
  '【': '】',
  '〔': '〕',
  '[': ']',
};
const MARKS = Object.entries(PAIRS).flat();

/** Marks thrown together as they come, closed or not. */
const anyText = fc
  .array(fc.constantFrom('改', '革', '。', ...MARKS, '“', '”', '（', '）'), { maxLength: 60 })
  .map((characters) => characters.join(''));

/** Text in which every mark is closed, and how many pairs it has. */
const { wellFormed } = fc.letrec<{ wellFormed: { text: string; pairs: number } }>((tie) => ({
  wellFormed: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom({ text: '', pairs: 0 }, { text: '实干', pairs: 0 }),
    fc
      .tuple(fc.constantFrom(...Object.entries(PAIRS)), tie('wellFormed'), tie('wellFormed'))
      .map(([[open, close], inner, rest]) => ({
        text: `${open}${inner.text}${close}${rest.text}`,
        pairs: 1 + inner.pairs + rest.pairs,
      })),
  ),
}));

describe('enclosures', () => {
  it('gives an inner quotation before the one that holds it', () => {
    expect(enclosures('他说“读《手册》”')).toEqual([
      { mark: '《', open: 4, close: 7 },
      { mark: '“', open: 2, close: 8 },
    ]);
  });

  it.each([
    ['a mark that is never closed', '“实干为先'],
    ['a mark that was never opened', '实干为先”'],
    ['a closing mark before its opening one', '”实干为先“'],
    ['marks of two kinds', '“实干为先》'],
  ])('%s encloses nothing', (_, text) => {
    expect(enclosures(text)).toEqual([]);
  });

  it('a mark left open does not keep the marks around it from closing', () => {
    expect(enclosures('（先“立后破）')).toEqual([{ mark: '（', open: 0, close: 6 }]);
  });

  it('a quotation that closes once is closed once', () => {
    expect(enclosures('“甲”乙”')).toEqual([{ mark: '“', open: 0, close: 2 }]);
  });

  it('a mark under many unclosed ones is given up, so that hostile text costs no more than its length', () => {
    expect(enclosures(`“${'（'.repeat(15)}”`)).toHaveLength(1);
    expect(enclosures(`“${'（'.repeat(1000)}”`)).toEqual([]);
  });

  it('open before they close, by two marks of one kind', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { mark, open, close } of enclosures(text)) {
          expect(open).toBeLessThan(close);
          expect(text[open]).toBe(mark);
          expect(text[close]).toBe(PAIRS[mark]);
        }
      }),
    );
  });

  it('never cross, and come in the order of their closing marks', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const found = enclosures(text);
        expect(found.map(({ close }) => close)).toEqual(found.map(({ close }) => close).sort((a, b) => a - b));
        for (const outer of found) {
          for (const { open, close } of found) {
            expect(outer.open < open && open < outer.close && outer.close < close).toBe(false);
          }
        }
      }),
    );
  });

  it('finds every pair of a text whose marks are all closed', () => {
    fc.assert(fc.property(wellFormed, ({ text, pairs }) => enclosures(text).length === pairs));
  });
});

describe('outermostEnclosures', () => {
  it('lie apart, in order, and hold every other', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const outermost = outermostEnclosures(text);
        outermost.slice(1).forEach((enclosure, i) => {
          expect(enclosure.open).toBeGreaterThan(outermost[i]?.close ?? 0);
        });
        for (const { open, close } of enclosures(text)) {
          expect(outermost.filter((outer) => outer.open <= open && close <= outer.close)).toHaveLength(1);
        }
      }),
    );
  });
});
