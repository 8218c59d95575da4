import { describe, expect, it } from 'vitest';
import { walkSections, wordsAt } from '../../src/speech/index.ts';
import { passagesOf, speechOf, treeOf } from './reading.ts';

describe('points', () => {
  it.each([
    ['一是建台账。登记要快。', '二是搬窗口。搬到村口。', 'p1 一是|建台账', 'p1 二是|搬窗口'],
    ['一要建台账。登记要快。', '二要搬窗口。搬到村口。', 'p1 一要|建台账', 'p1 二要|搬窗口'],
    ['第一，建台账。登记要快。', '第二，搬窗口。搬到村口。', 'p1 第一，|建台账', 'p1 第二，|搬窗口'],
    ['第一、建台账。登记要快。', '第二、搬窗口。搬到村口。', 'p1 第一、|建台账', 'p1 第二、|搬窗口'],
    ['首先，建台账。登记要快。', '其次，搬窗口。搬到村口。', 'p1 首先，|建台账', 'p1 其次，|搬窗口'],
    ['其一，建台账。登记要快。', '其二是搬窗口。搬到村口。', 'p1 其一，|建台账', 'p1 其二是|搬窗口'],
    ['一方面，建台账。登记要快。', '另一方面搬窗口。搬到村口。', 'p1 一方面，|建台账', 'p1 另一方面|搬窗口'],
    ['——建台账。登记要快。', '——搬窗口。搬到村口。', 'p1 ——|建台账', 'p1 ——|搬窗口'],
    ['-- 建台账。登记要快。', '-- 搬窗口。搬到村口。', 'p1 --|建台账', 'p1 --|搬窗口'],
    ['十一是建台账。', '十二是搬窗口。', 'p1 十一是|建台账', 'p1 十二是|搬窗口'],
  ])('at the beginning of paragraphs: %s', (one, two, ...wanted) => {
    const speech = speechOf('要做好两件事：', one, two);
    expect(treeOf(speech)).toEqual(wanted);
    expect(speech.sections.map((section) => wordsAt(speech, section))).toEqual([one, two]);
    expect(speech.sections.map((section) => section.paragraph)).toEqual([2, 3]);
  });

  it('are counted in sentences, too: 第一句话', () => {
    const speech = speechOf('第一句话，建台账要有耐心。一笔一笔记。', '第二句话，搬窗口要有公心。一步一步搬。');
    expect(treeOf(speech)).toEqual(['p1 第一句话，|建台账要有耐心', 'p1 第二句话，|搬窗口要有公心']);
  });

  it('inside a paragraph reach to the next one', () => {
    const speech = speechOf('要做好三件事。一是建台账。登记要快。二是搬窗口； 三是查隐患：从班组查起。');
    expect(treeOf(speech)).toEqual(['p1 一是|建台账', 'p1 二是|搬窗口', 'p1 三是|查隐患']);
    expect(speech.sections.map((section) => wordsAt(speech, section))).toEqual([
      '一是建台账。登记要快。',
      '二是搬窗口；',
      '三是查隐患：从班组查起。',
    ]);
    expect(speech.sections.map((section) => section.runIn)).toEqual([true, false, true]);
  });

  it('mix 一是 and 一要 in one list', () => {
    const speech = speechOf('一是建台账。', '二要搬窗口。', '三是查隐患。');
    expect(treeOf(speech)).toEqual(['p1 一是|建台账', 'p1 二要|搬窗口', 'p1 三是|查隐患']);
  });

  it('stand one level under the heading that holds them', () => {
    const speech = speechOf('一是路修通了。二是水引来了。', '（一）建台账', '一要登记。二要核对。');
    expect(treeOf(speech)).toEqual([
      'p1 一是|路修通了',
      'p1 二是|水引来了',
      'h2 （一）|建台账',
      '  p3 一要|登记',
      '  p3 二要|核对',
    ]);
  });

  it('nest where another list begins inside one of them', () => {
    const speech = speechOf('一是建台账。一要登记。二要核对。二是搬窗口：第一，选点。第二，派人。三是查隐患。');
    expect(treeOf(speech)).toEqual([
      'p1 一是|建台账',
      '  p2 一要|登记',
      '  p2 二要|核对',
      'p1 二是|搬窗口',
      '  p2 第一，|选点',
      '  p2 第二，|派人',
      'p1 三是|查隐患',
    ]);
  });

  it('behind commas are those of a list that goes on', () => {
    const speech = speechOf('难在三处，一是账不清，二是人不够，三是路不通。');
    expect(treeOf(speech)).toEqual(['p1 一是|账不清', 'p1 二是|人不够', 'p1 三是|路不通']);
  });

  it('in brackets and figures count inside a paragraph, from one on', () => {
    const speech = speechOf('要办好两件事：（1）建台账；（2）搬窗口。条例第（三）项不算。');
    expect(treeOf(speech)).toEqual(['p1 （1）|建台账', 'p1 （2）|搬窗口']);
    expect(treeOf(speechOf('要办两件事：①选点；②派人。'))).toEqual(['p1 ①|选点', 'p1 ②|派人']);
  });

  it('go on over paragraphs, with the lists that stand under them', () => {
    const speech = speechOf('第一，建台账', '一是登记。', '二是核对。', '第二，搬窗口', '一是选点。', '二是派人。');
    expect(treeOf(speech)).toEqual([
      'p1 第一，|建台账',
      '  p2 一是|登记',
      '  p2 二是|核对',
      'p1 第二，|搬窗口',
      '  p2 一是|选点',
      '  p2 二是|派人',
    ]);
    expect(speech.sections.map((section) => wordsAt(speech, section))).toEqual([
      '第一，建台账\n一是登记。\n二是核对。',
      '第二，搬窗口\n一是选点。\n二是派人。',
    ]);
  });

  it('begin anew inside one of them, and the list goes on behind', () => {
    const speech = speechOf('一是建台账。先说难处：一是人少。二是路远。', '二是搬窗口。');
    expect(treeOf(speech)).toEqual(['p1 一是|建台账', '  p2 一是|人少', '  p2 二是|路远', 'p1 二是|搬窗口']);
  });

  it('that only follow others are a list beside them', () => {
    const speech = speechOf('一是账清了。二是路通了。账还要天天记。今年抓两件：一要建台账。二要搬窗口。');
    expect(treeOf(speech)).toEqual(['p1 一是|账清了', 'p1 二是|路通了', 'p1 一要|建台账', 'p1 二要|搬窗口']);
  });

  it('are sentences with 要 under 一要', () => {
    const speech = speechOf('一要建台账。账是底子。要登记。要核对。二要搬窗口。要选点。');
    expect(treeOf(speech)).toEqual(['p1 一要|建台账', '  p2 要|登记', '  p2 要|核对', 'p1 二要|搬窗口']);
  });

  it('are numbered lines that end in semicolons', () => {
    const speech = speechOf(
      '（一）关于价格',
      '要做的是：',
      '一、建台账；',
      '二、搬窗口；',
      '三、查隐患。',
      '（二）关于工资',
    );
    expect(treeOf(speech)).toEqual([
      'h2 （一）|关于价格',
      '  p3 一、|建台账',
      '  p3 二、|搬窗口',
      '  p3 三、|查隐患',
      'h2 （二）|关于工资',
    ]);
  });

  it('of a run-in heading begin behind it', () => {
    const speech = speechOf('（一）建台账。一是登记。二是核对。');
    expect(treeOf(speech)).toEqual(['h2 （一）|建台账', '  p3 一是|登记', '  p3 二是|核对']);
  });

  it('are numbered as they are, gaps and all', () => {
    const speech = speechOf('一是建台账。二是搬窗口。四是查隐患。');
    expect(treeOf(speech)).toEqual(['p1 一是|建台账', 'p1 二是|搬窗口', 'p1 四是|查隐患']);
  });
});

describe('a lead', () => {
  const leadsOf = (...lines: string[]): string[] =>
    [...walkSections(speechOf(...lines).sections)].map(({ section }) => section.heading);

  it('is a first sentence that is short', () => {
    expect(leadsOf('一是建台账，登记要快，核对要细。谁用谁登记。二是搬窗口。')).toEqual([
      '建台账，登记要快，核对要细',
      '搬窗口',
    ]);
  });

  it('is the first clause of a sentence that is long', () => {
    const long = `${'让数据替群众跑路，'.repeat(4)}夜里也有人值守。`;
    expect(leadsOf(`一是建台账，${long}二是搬窗口，${long}`)).toEqual(['建台账', '搬窗口']);
  });

  it('ends before the colon of a label', () => {
    expect(leadsOf('一是建台账：谁用谁登记。二是搬窗口。')).toEqual(['建台账', '搬窗口']);
  });

  it('keeps a comma that stands in a quotation', () => {
    const long = `${'让数据替群众跑路，'.repeat(3)}夜里也有人值守。`;
    expect(leadsOf(`一是办好“急事，难事”，${long}二是搬窗口。`)).toEqual(['办好“急事，难事”', '搬窗口']);
  });

  it('does not begin with a comma', () => {
    expect(leadsOf('一是，建台账。二是，搬窗口。')).toEqual(['建台账', '搬窗口']);
  });

  it('ends before a point that begins inside it', () => {
    expect(leadsOf('一是办好“三件事”第一，登记。第二，核对。二是搬窗口。')).toEqual([
      '办好“三件事”',
      '登记',
      '核对',
      '搬窗口',
    ]);
  });

  it('does not begin with a dash', () => {
    expect(leadsOf('———建台账。', '———搬窗口。')).toEqual(['建台账', '搬窗口']);
  });
});

describe('no point', () => {
  it.each([
    ['a lone 首先', ['首先，把台账建清楚。', '再把窗口搬到村口。']],
    ['a lone 一是', ['难在两处，一是账不清。一是账不清，就查不动。']],
    ['a lone dash', ['——某市某年某月的账本上这样写着。', '账要算清。']],
    ['一是一，二是二', ['账目公开。一是一，二是二，清清楚楚。一是一，二是二，不打折扣。']],
    ['a mark behind a comma that goes on from none', ['难处不少，二是人不够，三要再说。']],
    ['sentences that begin with 要', ['要派人。要搬窗口。要建台账。']],
    ['a mark in the middle of a clause', ['排在第一，第二的是他们。排在第一，第三的是我们。']],
    ['one list each under two headings', ['一、建台账', '首先，登记。', '二、搬窗口', '首先，选点。']],
  ])('is %s', (_, lines) => {
    const points = [...walkSections(speechOf(...lines).sections)].filter(({ section }) => section.kind === 'point');
    expect(points).toEqual([]);
  });

  it('is a 首先 in the opening with a 最后 in the closing', () => {
    const speech = speechOf('首先，向大家问好。', '把台账建清楚。', '把窗口搬到村口。', '最后，祝大家顺利。');
    expect(treeOf(speech)).toEqual([]);
  });

  it('is a mark with nothing behind it', () => {
    expect(treeOf(speechOf('首先，　其次，登记要快。最后，核对要细。'))).toEqual([
      'p1 其次，|登记要快',
      'p1 最后，|核对要细',
    ]);
  });

  it.each([
    ['a quotation', '老支书说得好：“一是要快；二是要准；三是要稳。”大家要记住。'],
    ['a bracket', '办事要讲分寸（一是要快；二是要准；三是要稳），大家要记住。'],
  ])('is one of a list in %s', (_, line) => {
    expect(treeOf(speechOf(line))).toEqual([]);
  });
});

describe('points of a list that is numbered badly', () => {
  it.each([
    ['repeats', '一是建台账。二是搬窗口。二是查隐患。三是报进度。', ['一是', '二是', '二是', '三是']],
    ['falls back', '一是建台账。三是搬窗口。二是查隐患。', ['一是', '三是', '二是']],
    ['says 一是 twice for two halves', '难在两处：一是人手不够；一是经费不够。', ['一是', '一是']],
  ])('stand side by side where it %s', (_, line, markers) => {
    expect(speechOf(line).sections.map((section) => section.marker)).toEqual(markers);
  });

  it('are found though their leads begin with a numeral', () => {
    const speech = speechOf('一是三个窗口没有搬。', '二是一体推进不够。', '三是一些账目不清。');
    expect(treeOf(speech)).toEqual(['p1 一是|三个窗口没有搬', 'p1 二是|一体推进不够', 'p1 三是|一些账目不清']);
    expect(passagesOf(speech)).toHaveLength(3);
  });
});
