import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureSkeleton } from '../../src/evaluation/index.ts';
import { kendallTau } from '../../src/evaluation/skeleton-measures.ts';
import type { SectionProfile } from '../../src/indexing/index.ts';

const about = (term: string): SectionProfile => new Map([[term, 1]]);
const speech = ['水', '田', '路'].map(about);

describe('the measures of a skeleton', () => {
  it('are full for the speech itself, and empty for one on other things', () => {
    expect(measureSkeleton(speech, speech, 0.5)).toEqual({ coverage: 1, order: 1, redundancy: 0 });
    expect(measureSkeleton(speech, ['书', '灯'].map(about), 0.5)).toEqual({ coverage: 0, order: null, redundancy: 0 });
  });

  it('count a section of the skeleton once, however many it would cover', () => {
    const twice = [about('水'), about('水'), about('路')];
    expect(measureSkeleton(twice, [about('水')], 0.5).coverage).toBeCloseTo(1 / 3);
    expect(measureSkeleton(speech, twice, 0.5)).toEqual({ coverage: 2 / 3, order: 1, redundancy: 1 / 3 });
  });

  it('tell an order turned around', () => {
    expect(measureSkeleton(speech, speech.toReversed(), 0.5).order).toBe(-1);
  });
});

describe("Kendall's tau", () => {
  it('is 1 of a sorted list, -1 of its reverse, and changes its sign when the list is turned', () => {
    const places = fc.uniqueArray(fc.nat(), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(places, (list) => {
        const sorted = list.toSorted((a, b) => a - b);
        expect(kendallTau(sorted)).toBe(1);
        expect(kendallTau(list)).toBeCloseTo(-(kendallTau(list.toReversed()) ?? 0), 12);
      }),
    );
    expect(kendallTau([4])).toBeNull();
  });
});
