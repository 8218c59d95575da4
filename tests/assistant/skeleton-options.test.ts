import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillIn, takeSkeletonOptions } from '../../src/assistant/index.ts';

describe('what a skeleton is to look like', () => {
  it.each([
    ['组织工作会议 部分:4', '组织工作会议', { sections: 4 }],
    ['组织工作会议 sections:4 depth:1', '组织工作会议', { sections: 4, depth: 1 }],
    ['分四个部分 组织工作会议', '组织工作会议', { sections: 4 }],
    ['组织工作会议 讲三个方面', '组织工作会议', { sections: 3 }],
    ['组织工作会议 两大板块', '组织工作会议', { sections: 2 }],
    ['组织工作会议 三级标题', '组织工作会议', { depth: 3 }],
    ['组织工作会议 只要大标题', '组织工作会议', { depth: 1 }],
    ['组织工作会议 层级：2 要点：要', '组织工作会议', { depth: 2, points: true }],
    ['组织工作会议 带要点', '组织工作会议', { points: true }],
    ['组织工作会议 不要要点', '组织工作会议', { points: false }],
    ['组织工作会议 points:no', '组织工作会议', { points: false }],
    ['组织工作会议 部分:1', '组织工作会议', { sections: 2 }],
  ])('%s is about %s, %j', (typed, query, options) => {
    expect(takeSkeletonOptions(typed)).toEqual({ query, options });
  });

  it.each(['经济部分领域', '一级响应', '三个方面军', '要点亮心灯', '部分：很多'])(
    'leaves %s alone, or keeps a topic',
    (typed) => {
      expect(takeSkeletonOptions(typed).query).not.toBe('');
    },
  );

  it('always leaves something to look for, if anything was typed, and sizes that can be had', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'部分:4三个方面 带要点级标题层水') }), (typed) => {
        const { query, options } = takeSkeletonOptions(typed);
        if (/\p{L}/u.test(typed)) expect(query.trim()).not.toBe('');
        expect(options.sections ?? 2).toBeGreaterThanOrEqual(2);
        expect(options.sections ?? 2).toBeLessThanOrEqual(8);
        expect(options.depth ?? 1).toBeGreaterThanOrEqual(1);
        expect(options.depth ?? 1).toBeLessThanOrEqual(4);
      }),
    );
  });
});

describe('a heading to be filled in', () => {
  it('has its blanks drawn, and all else as it stands', () => {
    expect(fillIn({ heading: '干好2021年的事', blanks: [{ start: 2, end: 6 }] })).toBe('干好＿＿年的事');
    expect(fillIn({ heading: '把账算清', blanks: [] })).toBe('把账算清');
  });
});
