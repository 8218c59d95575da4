import { describe, expect, it } from 'vitest';
import { passagesOf, placedPassagesOf, speechOf, treeOf } from './reading.ts';

const CLOSING = '同志们，账清了，路就通了。';

describe('an outline', () => {
  it('nests headings by their level', () => {
    const speech = speechOf(
      '一、建台账',
      '（一）登记',
      '1.当天登记',
      '（1）不过夜',
      '（2）不漏项',
      '2.当面登记',
      '（二）核对',
      '二、搬窗口',
      '搬到村口。',
    );
    expect(treeOf(speech)).toEqual([
      'h1 一、|建台账',
      '  h2 （一）|登记',
      '    h3 1.|当天登记',
      '      h4 （1）|不过夜',
      '      h4 （2）|不漏项',
      '    h3 2.|当面登记',
      '  h2 （二）|核对',
      'h1 二、|搬窗口',
    ]);
    expect(placedPassagesOf(speech)).toEqual(['搬窗口 > 搬到村口。']);
  });

  it('puts the parts of a speech above its sections', () => {
    const speech = speechOf(
      '第一部分 去年工作',
      '一、建台账',
      '（一）登记',
      '当天登记。',
      '第二部分 今年任务',
      '一、搬窗口',
    );
    expect(treeOf(speech)).toEqual([
      'h1 第一部分|去年工作',
      '  h2 一、|建台账',
      '    h3 （一）|登记',
      'h1 第二部分|今年任务',
      '  h2 一、|搬窗口',
    ]);
  });

  it('ends a run-in heading at a full stop from a Latin keyboard', () => {
    expect(treeOf(speechOf('一.建台账', '(一)领导带头登记.每周一天.', '(二)干部下沉核对.天天都在.'))).toEqual([
      'h1 一.|建台账',
      '  h2 (一)|领导带头登记',
      '  h2 (二)|干部下沉核对',
    ]);
  });

  it('knows 第一个问题 on a line of its own as a heading', () => {
    const speech = speechOf('第一个问题：怎么看成绩', '成绩是垒起来的。', '第二个问题：怎么看差距', '差距摆在那里。');
    expect(treeOf(speech)).toEqual(['h1 第一个问题：|怎么看成绩', 'h1 第二个问题：|怎么看差距']);
    expect(speech.warnings).toEqual([]);
  });

  it('takes （1）…（2）… within a paragraph for its points', () => {
    const speech = speechOf('一、抓落实', '（1）抓具体。（2）抓反复。（3）抓到底。');
    expect(treeOf(speech)).toEqual(['h1 一、|抓落实', '  p2 （1）|抓具体', '  p2 （2）|抓反复', '  p2 （3）|抓到底']);
    expect(speech.warnings).toEqual([]);
  });

  it.each([
    ['1、', '2、'],
    ['1.', '2.'],
    ['１．', '２．'],
    ['①', '②'],
  ])('takes %s…%s… within a paragraph for its points', (first, second) => {
    const speech = speechOf('一、抓落实', `${first}领导带头。${second}统筹安排。`);
    expect(treeOf(speech)).toEqual(['h1 一、|抓落实', `  p2 ${first}|领导带头`, `  p2 ${second}|统筹安排`]);
  });

  it('nests headings that leave a level out', () => {
    const speech = speechOf('一、建台账', '1.登记', '谁用谁登记。', '二、搬窗口', '(1)选点', '选在村口。');
    expect(treeOf(speech)).toEqual(['h1 一、|建台账', '  h3 1.|登记', 'h1 二、|搬窗口', '  h4 (1)|选点']);
    expect(placedPassagesOf(speech)).toEqual(['建台账 > 登记 > 谁用谁登记。', '搬窗口 > 选点 > 选在村口。']);
  });

  it('begins at whatever level the speech begins', () => {
    const speech = speechOf('（一）登记', '谁用谁登记。', '一、搬窗口', '搬到村口。');
    expect(treeOf(speech)).toEqual(['h2 （一）|登记', 'h1 一、|搬窗口']);
  });

  it('reads run-in headings as headings', () => {
    const speech = speechOf(
      '一、建台账',
      '（一）登记要快。谁用谁登记。',
      '1.当天登记。不过夜。',
      '（二）核对要细。一笔不漏。',
    );
    expect(treeOf(speech)).toEqual([
      'h1 一、|建台账',
      '  h2 （一）|登记要快',
      '    h3 1.|当天登记',
      '  h2 （二）|核对要细',
    ]);
    expect(placedPassagesOf(speech)).toEqual([
      '建台账 > 登记要快 > 谁用谁登记。',
      '建台账 > 登记要快 > 当天登记 > 不过夜。',
      '建台账 > 核对要细 > 一笔不漏。',
    ]);
  });

  it('puts points before the headings that stand beside them', () => {
    const speech = speechOf('一、建台账', '一是登记。', '二是核对。', '（一）范围', '村里的账都算。');
    expect(treeOf(speech)).toEqual(['h1 一、|建台账', '  p2 一是|登记', '  p2 二是|核对', '  h2 （一）|范围']);
  });

  it('leaves points out of the path', () => {
    const speech = speechOf('一、建台账', '一是登记。', '二是核对。');
    expect(placedPassagesOf(speech)).toEqual(['建台账 > 一是登记。', '建台账 > 二是核对。']);
  });

  it('numbers paragraphs as a reader counts them, headings included, salutations and ornaments not', () => {
    const speech = speechOf('开场的话。', '※※※', '一、建台账', '各位代表：', '登记要快。', '（一）核对。一笔不漏。');
    expect(speech.passages.map((passage) => passage.paragraph)).toEqual([1, 3, 4]);
    expect(speech.sections[0]).toMatchObject({ paragraph: 2, sections: [{ paragraph: 4 }] });
  });

  it('drops lines without letters or figures', () => {
    const speech = speechOf('开场的话。', '··········', '———————', '* * *', '后面的话。');
    expect(passagesOf(speech)).toEqual(['开场的话。', '后面的话。']);
    expect(speech.rights).toEqual([]);
  });
});

describe('a closing', () => {
  it('that addresses the audience again leaves the last section', () => {
    const speech = speechOf('一、建台账', '登记要快。', '二、搬窗口', '搬到村口。', CLOSING, '谢谢大家！');
    expect(placedPassagesOf(speech).slice(2)).toEqual([CLOSING, '谢谢大家！']);
    expect(speech.text.slice(speech.sections[1]?.start, speech.sections[1]?.end)).toBe('二、搬窗口\n搬到村口。');
  });

  it('leaves every level at once', () => {
    const speech = speechOf('一、建台账', '（一）登记', '1.当天登记', '不过夜。', CLOSING);
    expect(speech.passages.at(-1)?.path).toEqual([]);
  });

  it('has points of its own', () => {
    const speech = speechOf('一、建台账', '登记要快。', CLOSING, '一要快。', '二要准。');
    expect(treeOf(speech)).toEqual(['h1 一、|建台账', 'p1 一要|快', 'p1 二要|准']);
  });

  it.each(['同志们！账清了，路就通了。', '各位代表，账清了，路就通了。', '各位领导、同志们，账清了，路就通了。'])(
    'may begin with %s',
    (closing) => {
      const speech = speechOf('一、建台账', '登记要快。', closing);
      expect(placedPassagesOf(speech).at(-1)).toBe(closing);
    },
  );

  it('may begin with a salutation on its own line, which is no text', () => {
    const speech = speechOf('一、建台账', '登记要快。', '同志们！', '账清了，路就通了。');
    expect(placedPassagesOf(speech)).toEqual(['建台账 > 登记要快。', '账清了，路就通了。']);
  });

  it('is none before the last heading', () => {
    const speech = speechOf('一、建台账', CLOSING, '二、搬窗口', '搬到村口。');
    expect(placedPassagesOf(speech)).toEqual([`建台账 > ${CLOSING}`, '搬窗口 > 搬到村口。']);
  });

  it('is none where the audience is only spoken of', () => {
    const speech = speechOf('一、建台账', '登记要快。', '同志们都在登记。', '各位代表提的意见都在册。');
    expect(speech.passages.every((passage) => passage.path.length === 1)).toBe(true);
  });

  it('may address office-holders', () => {
    const closing = '主任、各位副主任、秘书长、各位委员，账清了，路就通了。';
    expect(placedPassagesOf(speechOf('一、建台账', '登记要快。', closing)).at(-1)).toBe(closing);
  });
});
