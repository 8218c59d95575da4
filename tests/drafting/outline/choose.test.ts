import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WEIGHTS } from '../../../src/drafting/index.ts';
import type { Candidates } from '../../../src/drafting/outline/composed/candidates.ts';
import { choose } from '../../../src/drafting/outline/composed/choose.ts';
import { inOrder } from '../../../src/drafting/outline/composed/order.ts';
import { spineOf } from '../../../src/drafting/outline/composed/spine.ts';
import type { Section, Speech } from '../../../src/speech/index.ts';
import { indexOf } from '../../support/corpus.ts';

const { virtues } = WEIGHTS;
const NO_SPINE = { roles: new Set<never>(), place: () => undefined };

/** Candidates given by speech, heading and place; what stands for what, by pairs of their numbers. */
function candidates(
  rows: readonly { speech: number; heading: string; place: number; answers?: number; role?: Section['role'] }[],
  alike: readonly (readonly [number, number, number])[] = [],
): Candidates {
  const speeches = new Map(rows.map(({ speech }) => [speech, { speech: {} as Speech, fit: 1, covered: 1 }]));
  const likeness = rows.map((_, i) => Float32Array.from(rows, (__, j) => (i === j ? 1 : 0)));
  for (const [a, b, how] of alike) {
    likeness[a]?.set([how], b);
    likeness[b]?.set([how], a);
  }
  const all = rows.map(({ speech, heading, place, answers = 0, role = null }) => ({
    from: speeches.get(speech) ?? { speech: {} as Speech, fit: 1, covered: 1 },
    section: { heading, role } as Section,
    profile: new Map<string, number>(),
    place,
    answers,
    weight: 1,
  }));
  return { all, likeness };
}

describe('the choice of sections', () => {
  it('takes what several speeches have before what one has', () => {
    const given = candidates(
      [
        { speech: 0, heading: '算清旧账', place: 0.2 },
        { speech: 0, heading: '说件闲事', place: 0.8 },
        { speech: 1, heading: '盘清老账', place: 0.2 },
        { speech: 2, heading: '理清陈账', place: 0.3 },
        { speech: 2, heading: '谈点往事', place: 0.9 },
      ],
      [
        [0, 2, 1],
        [0, 3, 1],
        [2, 3, 1],
      ],
    );
    const chosen = choose(given, 2, new Set(), { ...virtues, form: 0 });
    expect(chosen.filter((c) => [0, 2, 3].includes(c))).toHaveLength(1);
  });

  it('keeps a whole set of siblings where all else is equal', () => {
    const rows = [0, 1, 2].flatMap((speech) =>
      ['看清', '压实', '守住'].map((heading, i) => ({ speech, heading: `${heading}${speech}`, place: i / 3 })),
    );
    const chosen = choose(candidates(rows), 3, new Set(), virtues);
    expect(new Set(chosen.map((c) => rows[c]?.speech)).size).toBe(1);
  });

  it('does not take two reviews of two speeches', () => {
    const rows = [
      { speech: 0, heading: '回顾一年', place: 0.1, role: 'review' as const, answers: 1 },
      { speech: 1, heading: '回看全年', place: 0.1, role: 'review' as const, answers: 1 },
      { speech: 1, heading: '干好明年', place: 0.9, role: 'tasks' as const, answers: 0.9 },
    ];
    const chosen = choose(candidates(rows), 2, new Set(), virtues);
    expect(chosen.map((c) => rows[c]?.role).sort()).toEqual(['review', 'tasks']);
  });

  it('has the size asked for, no section twice, and is the same each time', () => {
    const row = fc.record({
      speech: fc.nat({ max: 4 }),
      heading: fc.constantFrom('把账算清', '在田里下功夫', '关于水', '一二三'),
      place: fc.double({ min: 0, max: 1, noNaN: true }),
      answers: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 8 }), (rows, size) => {
        const given = candidates(rows);
        const chosen = choose(given, size, new Set(), virtues);
        expect(new Set(chosen).size).toBe(Math.min(size, rows.length));
        expect(choose(given, size, new Set(), virtues)).toEqual(chosen);
        expect(inOrder(given, chosen, NO_SPINE).toSorted()).toEqual(chosen.toSorted());
      }),
    );
  });
});

describe('the order of sections', () => {
  it('is where such sections stand, and never turns siblings around', () => {
    const given = candidates([
      { speech: 0, heading: '甲', place: 0.5 },
      { speech: 0, heading: '乙', place: 0.9 },
      { speech: 1, heading: '丙', place: 0.1 },
      { speech: 1, heading: '丁', place: 0.7 },
    ]);
    expect(inOrder(given, [1, 3, 0, 2], NO_SPINE)).toEqual([2, 0, 3, 1]);
  });

  it('puts a role where the speeches of the genre have it', async () => {
    const text = (title: string): string =>
      `---\ngenre: summary\n---\n${title}\n同志们：\n一、一年来的工作回顾\n做了许多事。\n二、存在的问题\n还有短板。\n三、明年的任务\n要抓紧。`;
    const index = await indexOf({
      'a.txt': text('甲会上的讲话'),
      'b.txt': text('乙会上的讲话'),
      'c.txt': text('丙会上的讲话'),
    });
    const spine = spineOf(index, 'summary');
    expect([...spine.roles].sort()).toEqual(['problems', 'review', 'tasks']);
    expect(spine.place('review')).toBeLessThan(spine.place('problems') ?? 0);
    expect(spine.place('call')).toBeUndefined();
  });
});
