import { describe, expect, it } from 'vitest';
import { speechOf } from './reading.ts';

const warningsOf = (...lines: string[]): string[] =>
  speechOf(...lines).warnings.map(
    ({ code, line, details }) => `${line} ${code} ${details['before']} ${details['marker']}`,
  );

describe('numbering', () => {
  it.each([
    ['headings', ['一、建台账', '二、搬窗口', '四、查隐患', '从班组查起。'], ['6 numbering-skips 二、 四、']],
    ['headings that repeat', ['一、建台账', '一、搬窗口', '搬到村口。'], ['5 numbering-repeats 一、 一、']],
    [
      'headings that fall back',
      ['一、建台账', '二、搬窗口', '三、查隐患', '二、报进度', '按月报。'],
      ['7 numbering-restarts 三、 二、'],
    ],
    [
      'headings of a lower level',
      ['一、建台账', '(一)登记', '(三)核对', '二、搬窗口', '搬到村口。'],
      ['6 numbering-skips (一) (三)'],
    ],
    ['figures', ['1.建台账', '３．搬窗口', '搬到村口。'], ['5 numbering-skips 1. ３．']],
    ['points in one paragraph', ['要办三件事。一是建台账。二是搬窗口。四是查隐患。'], ['4 numbering-skips 二是 四是']],
    ['points line by line', ['一是建台账。', '二要搬窗口。', '四要查隐患。'], ['6 numbering-skips 二要 四要']],
    [
      'a list that does not begin with one',
      ['九是建台账。', '十是搬窗口。', '十一是查隐患。'],
      ['4 numbering-begins  九是'],
    ],
    ['points with 第', ['第一，建台账。', '第三，搬窗口。'], ['5 numbering-skips 第一， 第三，']],
    [
      'several, by line',
      ['一是建台账。三是搬窗口。', '一、范围', '三、期限', '月底前。'],
      ['4 numbering-skips 一是 三是', '6 numbering-skips 一、 三、'],
    ],
  ])('of %s is doubted', (_, lines, wanted) => {
    expect(warningsOf(...lines)).toEqual(wanted);
  });

  it.each([
    ['counts on', ['一、建台账', '（一）登记', '（二）核对', '二、搬窗口', '（一）选点', '选在村口。']],
    [
      'goes on through the sections above',
      ['一、范围', '（一）登记', '（二）核对', '二、期限', '（三）选点', '选在村口。'],
    ],
    ['begins anew as a second list', ['一是建台账。', '二是搬窗口。', '还有两件事：', '一是查隐患。', '二是报进度。']],
    ['is of points, then of headings', ['一是建台账。', '二是搬窗口。', '一、范围', '二、期限', '月底前。']],
    ['is of words', ['首先，建台账。', '其次，搬窗口。', '最后，查隐患。']],
    ['is of two sides', ['一方面，建台账。', '另一方面，搬窗口。']],
    ['is of dashes', ['——建台账。', '——搬窗口。']],
  ])('that %s is not doubted', (_, lines) => {
    expect(warningsOf(...lines)).toEqual([]);
  });

  it('is not doubted of a list inside a list', () => {
    const lines = [
      '第一，建台账。',
      '一是登记。',
      '二是核对。',
      '第二，搬窗口。',
      '一是选点。',
      '二是派人。',
      '第三，查隐患。',
    ];
    expect(warningsOf(...lines)).toEqual([]);
  });

  it.each([
    ['repeats', '一是建台账。二是搬窗口。二是查隐患。', ['4 numbering-repeats 二是 二是']],
    ['falls back', '一是建台账。二是搬窗口。三是查隐患。二是报进度。', ['4 numbering-restarts 三是 二是']],
  ])('that %s inside a paragraph is doubted', (_, line, wanted) => {
    expect(warningsOf(line)).toEqual(wanted);
  });
});
