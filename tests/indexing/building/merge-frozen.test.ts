import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeFrozen } from '../../../src/indexing/building/index.ts';
import type { FrozenTerms } from '../../../src/indexing/frozen/index.ts';
import { frozenOf, type Terms } from '../../support/term-searchers.ts';

const word = fc.oneof(
  fc.constantFrom('堤', '水', '水库', 'GDP', '2035', '𠮷'),
  fc.string({ minLength: 1, maxLength: 2, unit: fc.constantFrom('a', '的', '\ud83d', '\uffff') }),
);
const line = (maxLength: number) => fc.array(word, { maxLength }).map((words) => words.join(' '));
const segment = fc.array(fc.record({ whole: line(20), headings: line(4), title: line(3) }), { maxLength: 8 });

/** All but the average, which MiniSearch has rounded on its way, and what is counted from it. */
const counted = ({ fields, ...terms }: FrozenTerms) => ({
  ...terms,
  fields: fields.map(({ averageLength: _, tops: __, ...field }) => field),
});

describe('segments merged', () => {
  it('are what all their passages are, frozen together', () => {
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 6 }), (segments) => {
        const merged = mergeFrozen(segments.map(frozenOf));
        const whole = frozenOf(segments.flat());
        expect(counted(merged)).toEqual(counted(whole));
        for (const [i, { averageLength, tops }] of whole.fields.entries()) {
          expect(merged.fields[i]?.averageLength).toBeCloseTo(averageLength, 9);
          for (const [term, top] of tops.entries()) expect(merged.fields[i]?.tops[term]).toBeCloseTo(top, 5);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are none where there are none', () => {
    expect(mergeFrozen([])).toMatchObject({ passageCount: 0, fields: [] });
    expect(mergeFrozen([]).vocabulary.length).toBe(0);
  });

  it('hold frequencies in two bytes where one of them needs to', () => {
    const passage = (whole: string): Terms => ({ whole, headings: '', title: '' });
    const often = frozenOf([passage('水 '.repeat(300))]);
    const seldom = frozenOf([passage('水 水')]);
    const [field] = mergeFrozen([seldom, often]).fields;
    expect(field?.frequencies).toEqual(Uint16Array.of(2, 300));
  });
});
