import { describe, expect, it } from 'vitest';
import { parseSpeech } from '../../../src/corpus/index.ts';
import { mendLineBreaks } from '../../../src/corpus/readers/line-breaks.ts';
import { placedPassagesOf, treeOf } from '../reading.ts';

describe('a text whose line breaks were lost', () => {
  it('is parted at the words to the audience and at numbers that follow one another', () => {
    const text =
      '在全乡茶园管护会上的讲话同志们：今天的会开在茶园里，为的是让大家闻一闻今年的新叶，看一看谁家的园子草最少。一、把草除净。草长得比茶快，一个星期不锄就看不见垄，锄草的工钱由村里先垫，秋后从茶款里扣。二、把路修平。（一）先修机耕道。拖拉机进得来，肥才上得去。（二）再修采茶道。采茶的多是老人，脚下要稳。三、把价守住。谁压价谁出局。';
    const speech = parseSpeech(text, 'speech.txt');
    expect(speech.title).toBe('在全乡茶园管护会上的讲话');
    expect(treeOf(speech)).toEqual([
      'h1 一、|把草除净',
      'h1 二、|把路修平',
      '  h2 （一）|先修机耕道',
      '  h2 （二）|再修采茶道',
      'h1 三、|把价守住',
    ]);
    expect(speech.warnings).toEqual([]);
  });

  it('is doubted where nothing says how', () => {
    const text = '茶园里的草长得比茶快，一个星期不锄就看不见垄。'.repeat(12);
    expect(mendLineBreaks(text)).toEqual({ text, doubt: 'breaks-lost' });
    expect(parseSpeech(text, 'speech.txt').warnings.map(({ code }) => code)).toContain('breaks-lost');
  });
});

describe('a text that is broken at a fixed width', () => {
  const WRAPPED = [
    '在全乡茶园管护会上的讲话',
    '',
    '同志们：',
    '',
    '    今天的会开在茶园里，为的是让大家闻一闻今年的新',
    '叶，看一看谁家的园子草最少，谁家的茶树长得最精神，',
    '也听一听采茶的人怎么说。',
    '    一、把草除净',
    '    草长得比茶快，一个星期不锄就看不见垄，锄草的工',
    '钱由村里先垫，秋后从茶款里扣，账目贴在茶厂的门口，',
    '谁都可以来看。',
    '    二、把路修平',
    '    拖拉机进得来，肥才上得去，采茶的多是老人，脚下',
    '要稳，路要修得平平展展。',
  ];

  it('has its paragraphs joined, and its headings as they stand', () => {
    const speech = parseSpeech(WRAPPED.join('\n'), 'speech.txt');
    expect(treeOf(speech)).toEqual(['h1 一、|把草除净', 'h1 二、|把路修平']);
    expect(placedPassagesOf(speech)[0]).toBe(
      '今天的会开在茶园里，为的是让大家闻一闻今年的新叶，看一看谁家的园子草最少，谁家的茶树长得最精神，也听一听采茶的人怎么说。',
    );
  });

  it('keeps the numbers of later lines', () => {
    const lines = mendLineBreaks(WRAPPED.join('\n')).text.split('\n');
    expect(lines).toHaveLength(WRAPPED.length);
    expect(lines[7]?.trim()).toBe('一、把草除净');
  });

  it('is told from short lines that are whole', () => {
    const text = ['草要除净。', '路要修平。', '价要守住。', '人要站稳。', '茶要采好。', '账要算清。'].join('\n');
    expect(mendLineBreaks(text)).toEqual({ text, doubt: null });
  });
});
