import { describe, expect, it } from 'vitest';
import { headingMark } from '../../src/corpus/structure/heading-marks.ts';
import { walkSections } from '../../src/speech/index.ts';
import { passagesOf, placedPassagesOf, speechOf, treeOf } from './reading.ts';

describe('a heading mark', () => {
  it.each([
    ['一、建台账', 1, '一、', 1],
    ['十二、建台账', 1, '十二、', 12],
    ['一．建台账', 1, '一．', 1],
    ['三、\t建台账', 1, '三、', 3],
    ['三、　建台账', 1, '三、', 3],
    ['第一部分 建台账', -3, '第一部分', 1],
    ['【一】建台账', 1, '【一】', 1],
    ['第2篇：建台账', -3, '第2篇：', 2],
    ['（二）建台账', 2, '（二）', 2],
    ['(二)建台账', 2, '(二)', 2],
    ['（十）、建台账', 2, '（十）、', 10],
    ['㈢建台账', 2, '㈢', 3],
    ['1.建台账', 3, '1.', 1],
    ['2．建台账', 3, '2．', 2],
    ['3、建台账', 3, '3、', 3],
    ['１２．建台账', 3, '１２．', 12],
    ['4. 建台账', 3, '4.', 4],
    ['（1）建台账', 4, '（1）', 1],
    ['(12)建台账', 4, '(12)', 12],
    ['②建台账', 4, '②', 2],
    ['⑶建台账', 4, '⑶', 3],
    ['一、一年来的工作', 1, '一、', 1],
    ['一、二十年的积累', 1, '一、', 1],
    ['二、五个方面抓落实', 1, '二、', 2],
  ])('stands before %j', (line, level, marker, ordinal) => {
    const mark = headingMark(line);
    expect(mark).toMatchObject({ level, marker, ordinal });
    expect(line.slice(0, mark?.length).trimEnd()).toBe(marker);
    expect(line.slice(mark?.length)).not.toMatch(/^\s/);
  });

  it.each(['二、三年来的变化', '二、三农工作要有新起色', '三、四季有花的街道'])(
    'stands before words that begin with the next number: %j',
    (line) => {
      expect(headingMark(line)).toMatchObject({ level: 1, marker: line.slice(0, 2) });
    },
  );

  it.each([
    '一、二、三产业协调发展。',
    '一、二和三组留下。',
    '2.5个百分点来之不易。',
    '10.5万人受益。',
    '3、4月份要抓紧。',
    '2024.5.1前办结。',
    '2024年要抓紧。',
    '一是建台账。',
    '第一，建台账。',
    '第一建台账。',
    '一建台账。',
    '（某市）建台账。',
    '（2024年）建台账。',
    '建台账一、二。',
    '',
  ])('does not stand before %j', (line) => {
    expect(headingMark(line)).toBeNull();
  });

  it.each(['一、二产业融合发展。', '三、四季度要抓紧。', '一、二线城市都要跟上。'])(
    'does not stand before a row of two: %j',
    (line) => {
      expect(headingMark(line)).toBeNull();
    },
  );
});

describe('a heading', () => {
  it('on a line of its own has no text beside it', () => {
    const speech = speechOf('一、把台账建清楚', '账目张榜公开，群众看得懂。');
    expect(speech.sections).toMatchObject([{ kind: 'heading', level: 1, runIn: false, heading: '把台账建清楚' }]);
    expect(placedPassagesOf(speech)).toEqual(['把台账建清楚 > 账目张榜公开，群众看得懂。']);
  });

  it('that runs into its text ends with its sentence', () => {
    const speech = speechOf('（一）台账要清，账目要公开。群众看得懂，才信得过。');
    expect(speech.sections).toMatchObject([{ level: 2, marker: '（一）', runIn: true }]);
    expect(placedPassagesOf(speech)).toEqual(['台账要清，账目要公开 > 群众看得懂，才信得过。']);
  });

  it('that is a label ends before its colon', () => {
    const speech = speechOf('一、总体要求：把台账建清楚，把隐患查到班组。');
    expect(placedPassagesOf(speech)).toEqual(['总体要求 > 把台账建清楚，把隐患查到班组。']);
  });

  it.each([
    ['too long for one', `把台账建清楚，${'让数据替群众跑路，'.repeat(7)}夜里也有人值守。`],
    ['a long sentence before others', `把台账建清楚，${'让数据替群众跑路，'.repeat(3)}夜里也有人值守。账目张榜公开。`],
    ['a sentence that argues', '由于台账没有建清楚，隐患查不到班组。账目要张榜公开。'],
  ])('is not half a sentence, nor one that is %s', (_, words) => {
    const speech = speechOf(`（一）${words}`, `（二）${words}`);
    expect(treeOf(speech).map((line) => line.slice(0, 5))).toEqual(['p1 （一', 'p1 （二']);
    expect(passagesOf(speech)).toEqual([`（一）${words}`, `（二）${words}`]);
  });

  it('may be a longer sentence where it goes on from another heading', () => {
    const long = `把账记在明处，${'让数据替群众跑路，'.repeat(3)}夜里也有人值守`;
    const speech = speechOf('一、把台账建清楚', '账目张榜公开。', `二、${long}。窗口搬到村口。`);
    expect(treeOf(speech)).toEqual(['h1 一、|把台账建清楚', `h1 二、|${long}`]);
  });

  it('ends where white space parts it from its text', () => {
    const speech = speechOf(
      '（一）建台账　谁用谁登记，登记要快，当天事当天毕。',
      '（二）提高认识　增强责任。窗口搬到村口。',
    );
    expect(treeOf(speech)).toEqual(['h2 （一）|建台账', 'h2 （二）|提高认识　增强责任']);
  });

  it.each([
    ['a full stop', '一、把台账建清楚。'],
    ['an exclamation mark', '一、把台账建清楚！'],
    ['a colon', '一、把台账建清楚：'],
    ['blanks', '一、把台账建清楚　 '],
  ])('does not hold the mark at its end: %s', (_, line) => {
    const speech = speechOf(line, '账目张榜公开。');
    expect(treeOf(speech)).toEqual(['h1 一、|把台账建清楚']);
    expect(passagesOf(speech)).toEqual(['账目张榜公开。']);
  });

  it('is found in the original by its offsets, marker included', () => {
    const speech = speechOf('　　一、\t把台账建清楚', '（一）登记要快。谁用谁登记。', '(1)当天登记', '不过夜。');
    const found = [...walkSections(speech.sections)].map(({ section }) => ({
      section: speech.text.slice(section.start, section.end),
      words: speech.text.slice(section.headingStart, section.headingEnd),
    }));
    expect(found).toEqual([
      {
        section: '一、\t把台账建清楚\n（一）登记要快。谁用谁登记。\n(1)当天登记\n不过夜。',
        words: '把台账建清楚',
      },
      { section: '（一）登记要快。谁用谁登记。\n(1)当天登记\n不过夜。', words: '登记要快' },
      { section: '(1)当天登记\n不过夜。', words: '当天登记' },
    ]);
  });

  it.each([
    ['no words behind its mark', '一、'],
    ['nothing but marks behind its mark', '一、……'],
    ['a sentence without a comma longer than any heading', `一、${'把台账建清楚'.repeat(11)}。`],
  ])('is no heading with %s', (_, line) => {
    const speech = speechOf('账目张榜公开。', line);
    expect(speech.sections).toEqual([]);
    expect(passagesOf(speech)).toContain(line);
  });
});

describe('a heading without a number', () => {
  const PARAGRAPH = '把台账建清楚，把隐患查到班组，把窗口搬到村口，让群众少跑一趟路，让数据多跑一里网。';

  it('stands on a line of its own between paragraphs', () => {
    const speech = speechOf('先说两句。', '把账记在明处', PARAGRAPH, '把门开在村口', PARAGRAPH);
    expect(treeOf(speech)).toEqual(['h1 |把账记在明处', 'h1 |把门开在村口']);
    expect(placedPassagesOf(speech)).toEqual([
      '先说两句。',
      `把账记在明处 > ${PARAGRAPH}`,
      `把门开在村口 > ${PARAGRAPH}`,
    ]);
  });

  it('is one level below the number it stands under', () => {
    const speech = speechOf('一、把事办好', '把账记在明处', PARAGRAPH, '二、把路修通', PARAGRAPH);
    expect(treeOf(speech)).toEqual(['h1 一、|把事办好', '  h2 |把账记在明处', 'h1 二、|把路修通']);
  });

  it('is at the top when it is called by what it is', () => {
    const speech = speechOf('（一）把事办好', PARAGRAPH, '结束语', '各位代表！', PARAGRAPH);
    expect(treeOf(speech)).toEqual(['h2 （一）|把事办好', 'h2 |结束语']);
  });

  it.each([
    [
      'a line that a sentence was broken into',
      ['要把', '基层公共服务', '，办到群众家门口，一件一件办实办好办到底，不留尾巴不打折扣。'],
    ],
    ['a line before a short one', ['先说两句。', '把账记在明处', '账要清。']],
    ['a line behind one that has not ended', ['先说两句', '把账记在明处', PARAGRAPH]],
    ['a stage direction', ['先说两句。', '下面请某某同志发言', PARAGRAPH]],
    ['a remark in brackets', ['先说两句。', '（全场起立鼓掌）', PARAGRAPH]],
    ['a caption', ['先说两句。', '图为某市修渠工地', PARAGRAPH]],
    ['a figure that a formula left', ['先说两句。', '2.5', PARAGRAPH]],
    ['a point', ['先说两句。', '第一，把账记在明处', PARAGRAPH]],
    ['the last line', [PARAGRAPH, '某市人民政府办公室']],
  ])('is not %s', (_, lines) => {
    const headings = speechOf(...lines).sections.filter((section) => section.kind === 'heading');
    expect(headings).toEqual([]);
  });
});

describe('a heading that lost the end of its line', () => {
  it.each([
    [
      '一、去年工作回顾2019年，渠修通了，水引来了，田也浇透了，群众说好，干部心里也踏实，事情一件件做成。',
      '去年工作回顾',
    ],
    [
      '一、2019年工作回顾一年来，渠修通了，水引来了，田也浇透了，群众说好，干部心里也踏实，事情一件件做成。',
      '2019年工作回顾',
    ],
    [
      '二、今年主要任务今年，渠要修通，水要引来，田要浇透，让群众说好，让干部心里也踏实，事情要一件件做成。',
      '今年主要任务',
    ],
  ])('ends where its words do: %s', (line, words) => {
    const speech = speechOf(line);
    expect(speech.sections.map((section) => section.heading)).toEqual([words]);
    expect(passagesOf(speech)).toEqual([line.slice(2 + words.length)]);
  });

  it.each(['一、2020年重点任务', '一、认真总结过去五年', '一、回顾去年的工作'])('is whole as it is: %s', (line) => {
    expect(speechOf(line, '渠修通了。').sections[0]?.heading).toBe(line.slice(2));
  });
});
