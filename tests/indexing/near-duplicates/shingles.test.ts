import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areAlike, asSet, shinglesOf } from '../../../src/indexing/near-duplicates/index.ts';

const numbers = fc.array(fc.nat(12), { maxLength: 20 }).map((all) => Uint32Array.from(all));

describe('sets of shingles', () => {
  it('hold each once', () => {
    fc.assert(
      fc.property(numbers, (all) => {
        expect(asSet(all)).toEqual(Uint32Array.from([...new Set(all)].sort((a, b) => a - b)));
      }),
    );
  });

  it('are alike from four fifths of what they have together', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const [left, right] = [new Set(a), new Set(b)];
        const shared = [...left].filter((one) => right.has(one)).length;
        const all = new Set([...a, ...b]).size;
        fc.pre(all > 0);
        expect(areAlike(asSet(a), asSet(b))).toBe(shared >= 0.8 * all);
      }),
    );
  });

  it('are of letters and digits alone, in one form', () => {
    expect(shinglesOf('修好 Ａ 渠，引来水。')).toEqual(shinglesOf('修好a渠引来水'));
    expect(shinglesOf('修好渠引来水')).toHaveLength(2);
    expect(shinglesOf('修渠')).toHaveLength(1);
    expect(shinglesOf('')).toHaveLength(1);
  });
});
