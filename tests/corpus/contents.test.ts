import { describe, expect, it } from 'vitest';
import { parseSpeech } from '../../src/corpus/index.ts';
import { passagesOf, treeOf } from './reading.ts';

const BODY = [
  '一、登记要快',
  '当天登记，不过夜。',
  '二、核对要细',
  '（一）自查',
  '每周一次。',
  '三、公开',
  '每月张榜。',
];
const withContents = (...contents: string[]) =>
  parseSpeech(['某站台账管理方案', '', ...contents, '', ...BODY].join('\n'), 'a.txt');

const TREE = ['h1 一、|登记要快', 'h1 二、|核对要细', '  h2 （一）|自查', 'h1 三、|公开'];

describe('a table of contents', () => {
  it.each([
    ['tabs before pages', ['目  录', '一、登记要快\t1', '二、核对要细\t2', '（一）自查\t2', '三、公开\t11']],
    ['dots before pages', ['目录', '一、登记要快……………1', '二、核对要细 ............ 2', '三、公开········11']],
    ['pages in brackets or dashes', ['目录', '一、登记要快……（1）', '二、核对要细……- 2 -', '三、公开…… 11']],
    ['pages right behind the words', ['目　录', '一、登记要快1', '二、核对要细2', '三、公开11']],
    ['no pages', ['【目录】', '一、登记要快', '二、核对要细', '三、公开']],
    ['a line that it lost the heading of', ['目录', '前言…………1', '一、登记要快…………2', '三、公开…………11']],
    ['no name', ['一、登记要快…………1', '二、核对要细…………2', '三、公开…………11']],
  ])('with %s is dropped', (_, contents) => {
    const speech = withContents(...contents);
    expect(speech.title).toBe('某站台账管理方案');
    expect(treeOf(speech)).toEqual(TREE);
    expect(passagesOf(speech)).toEqual(['当天登记，不过夜。', '每周一次。', '每月张榜。']);
    expect(speech.warnings).toEqual([]);
  });

  it('may name headings that their text follows', () => {
    const text = ['某站方案', '目录', '一、登记', '二、核对', '一、登记。当天登记。', '二、核对。每周一次。'].join(
      '\n',
    );
    expect(treeOf(parseSpeech(text, 'a.txt'))).toEqual(['h1 一、|登记', 'h1 二、|核对']);
  });

  it('ends where the text begins', () => {
    const speech = withContents('目录', '一、登记要快…1', '现将有关事项通知如下。');
    expect(passagesOf(speech)[0]).toBe('现将有关事项通知如下。');
  });

  it('is not what a speech says of figures', () => {
    const lines = ['台账登记 12', '台账核对 13', '台账公开 14'];
    expect(passagesOf(parseSpeech(['某站讲话', '同志们：', '先报三个数。', ...lines].join('\n'), 'a.txt'))).toEqual([
      '先报三个数。',
      ...lines,
    ]);
  });
});
