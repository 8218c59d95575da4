import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '../../src/drafting/source/alignment.ts';

const han = fc.string({ unit: fc.constantFrom(...'建台账摸底数修水渠查隐患'), minLength: 1, maxLength: 40 });

describe('an alignment', () => {
  it('of a text with itself is the whole of it', () => {
    fc.assert(
      fc.property(han, (text) => {
        const whole = { quoteStart: 0, quoteEnd: text.length, sourceStart: 0, sourceEnd: text.length };
        expect(align(text, text)).toEqual({ ...whole, same: text.length, differences: [] });
      }),
    );
  });

  it('counts what is the same and shows what is not, so that either text can be made of the other', () => {
    fc.assert(
      fc.property(han, han, (quote, source) => {
        const found = align(quote, source);
        if (found === null) return;
        const { quoteStart, quoteEnd, sourceStart, sourceEnd, same, differences } = found;
        const lengthOf = (side: 'quote' | 'source'): number =>
          differences.reduce((sum, difference) => sum + difference[side].length, same);
        expect(lengthOf('quote')).toBe(quoteEnd - quoteStart);
        expect(lengthOf('source')).toBe(sourceEnd - sourceStart);
      }),
    );
  });

  it.each([
    ['changed', '先请坐再倒茶后说事', '先请坐再倒水后说事', [{ quote: '茶', source: '水' }]],
    ['added', '先请坐再慢慢倒水后说事', '先请坐再倒水后说事', [{ quote: '慢慢', source: '' }]],
    ['left out', '先请坐后说事一件一件办', '先请坐再倒水后说事一件一件办', [{ quote: '', source: '再倒水' }]],
  ])('tells what was %s', (_, quote, source, differences) => {
    expect(align(quote, `同志们${source}今后也要这样`)).toMatchObject({ sourceStart: 3, differences });
  });

  it('is none where no character is common', () => {
    expect(align('甲乙', '丙丁')).toBeNull();
    expect(align('', '丙丁')).toBeNull();
  });
});
