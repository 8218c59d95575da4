import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Label, placeLabels } from '../../bench/comparison/place-labels.ts';

const at = (y: number, x = 100): Label => ({ x, y, width: 60 });

describe('placing labels', () => {
  it('leaves labels where they want to be when nothing is in their way', () => {
    expect(placeLabels([at(20), at(80)], [])).toEqual([20, 80]);
  });

  it('keeps labels that end at one place apart and in their order', () => {
    const heights = fc.uniqueArray(fc.integer({ min: 0, max: 200 }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(heights, (wanted) => {
        const ascending = wanted.toSorted((a, b) => a - b);
        const placed = placeLabels(
          ascending.map((y) => at(y)),
          [],
        );
        for (const [i, y] of placed.slice(1).entries()) expect(y - (placed[i] ?? 0)).toBeGreaterThanOrEqual(14);
      }),
    );
  });

  it('goes out of the way of a line that runs on beside it', () => {
    const line = [
      { x: 0, y: 50 },
      { x: 300, y: 50 },
    ];
    const [y = 50] = placeLabels([at(46)], [line]);
    expect(y).toBeLessThanOrEqual(41);
    expect(y).toBeGreaterThan(30);
  });
});
