import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mean, ndcg, recall, reciprocalRank } from '../../src/evaluation/metrics.ts';

const judged = (grades: Record<string, number>) => new Map(Object.entries(grades));

describe('the reciprocal rank', () => {
  it('is one over the place of the first relevant document', () => {
    expect(reciprocalRank(['x', 'a', 'b'], judged({ a: 1, b: 2 }), 10)).toBe(1 / 2);
  });

  it('is 0 where none is among the first k', () => {
    expect(reciprocalRank(['x', 'y', 'a'], judged({ a: 1 }), 2)).toBe(0);
    expect(reciprocalRank([], judged({ a: 1 }), 10)).toBe(0);
  });
});

describe('recall', () => {
  it('is the share of the relevant documents among the first k', () => {
    expect(recall(['a', 'x', 'b'], judged({ a: 1, b: 1, c: 2, d: 1 }), 2)).toBe(1 / 4);
    expect(recall(['a', 'x', 'b'], judged({ a: 1, b: 1, c: 2, d: 1 }), 3)).toBe(2 / 4);
  });
});

describe('nDCG', () => {
  it('is the discounted gain over that of the best order', () => {
    // Ranked 0, 2, 1; best 2, 1. (2/log2 3 + 1/log2 4) / (2/log2 2 + 1/log2 3)
    const expected = (2 / Math.log2(3) + 1 / 2) / (2 + 1 / Math.log2(3));
    expect(ndcg(['x', 'a', 'b'], judged({ a: 2, b: 1 }), 10)).toBeCloseTo(expected, 12);
  });

  const grades = fc.dictionary(fc.constantFrom(...'abcdefgh'), fc.constantFrom(1, 2), { minKeys: 1 });

  it('is 1 for the best order, and never more', () => {
    fc.assert(
      fc.property(
        grades,
        fc.shuffledSubarray([...'abcdefghxyz']),
        fc.integer({ min: 1, max: 12 }),
        (given, ranking, k) => {
          const judgements = judged(given);
          const best = [...judgements].sort((a, b) => b[1] - a[1]).map(([id]) => id);
          expect(ndcg(best, judgements, k)).toBeCloseTo(1, 12);
          expect(ndcg(ranking, judgements, k)).toBeLessThanOrEqual(1 + 1e-12);
        },
      ),
    );
  });
});

describe('a mean', () => {
  it('of nothing is no number, so that an empty set never looks good', () => {
    expect(mean([])).toBeNaN();
    expect(mean([0, 1, 1])).toBeCloseTo(2 / 3, 12);
  });
});
