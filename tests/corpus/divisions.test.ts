import { describe, expect, it } from 'vitest';
import { passagesOf, speechOf, treeOf } from './reading.ts';

describe('articles', () => {
  const REGULATION = [
    ...['第一章　总则', '第一条　为了管好台账，制定本办法。', '第二条　本办法适用于全站职工。'],
    ...['第二章　登记', '第一节　当天登记', '第三条　登记要写清下列事项：', '（一）谁用；', '（二）何时还。'],
    ...['第四条　隔夜不登记的，写明缘由。', '1．停电；', '2．出诊。', '第二节　补登', '第五条　补登由站长签字。'],
  ];

  it('are points of their chapters and sections, and hold the items below them', () => {
    expect(treeOf(speechOf(...REGULATION))).toEqual([
      'h1 第一章|总则',
      '  p2 第一条|为了管好台账，制定本办法',
      '  p2 第二条|本办法适用于全站职工',
      'h1 第二章|登记',
      '  h2 第一节|当天登记',
      '    p3 第三条|登记要写清下列事项',
      '      p4 （一）|谁用',
      '      p4 （二）|何时还',
      '    p3 第四条|隔夜不登记的，写明缘由',
      '      p4 1．|停电',
      '      p4 2．|出诊',
      '  h2 第二节|补登',
      '    p3 第五条|补登由站长签字',
    ]);
  });

  it('count through chapters and sections without a doubt', () => {
    expect(speechOf(...REGULATION).warnings).toEqual([]);
  });

  it('without chapters, and without a gap behind the number, are points, too', () => {
    const speech = speechOf('第一条台账当天登记。', '第二条窗口不关门，有事随时来。');
    expect(treeOf(speech)).toEqual(['p1 第一条|台账当天登记', 'p1 第二条|窗口不关门，有事随时来']);
  });

  it('are headings where each has a title on its line', () => {
    const speech = speechOf(
      '第一条 标的',
      '窗口设在村口。',
      '第二条 期限',
      '一年为期。',
      '（一）到期可以续。',
      '（二）不续的交回钥匙。',
    );
    expect(treeOf(speech)).toEqual([
      'h1 第一条|标的',
      'h1 第二条|期限',
      '  p2 （一）|到期可以续',
      '  p2 （二）|不续的交回钥匙',
    ]);
  });
});

describe('figures such as 1.1', () => {
  it('number headings one level below the figures before them', () => {
    const lines = [
      '1 总则',
      '1.1 目的',
      '台账要清。',
      '2 登记',
      '2.1 登记什么',
      '2.1.1 用途',
      '写清谁用。',
      '2.2 何时登记',
      '当天。',
    ];
    expect(treeOf(speechOf(...lines))).toEqual([
      'h3 1|总则',
      '  h4 1.1|目的',
      'h3 2|登记',
      '  h4 2.1|登记什么',
      '    h5 2.1.1|用途',
      '  h4 2.2|何时登记',
    ]);
  });

  it('number points where the lines are paragraphs', () => {
    const long = '台账要当天登记，谁用谁写，写清用途和归还的时间，站长每周核对一次，核对有误的当场改正并签字。';
    const speech = speechOf('1. 登记', `1.1 ${long}`, `1.2 ${long}`, '2. 核对', '每周一次。');
    expect(treeOf(speech)).toMatchObject(
      ['h3 1.|登记', /^ {2}p4 1\.1\|台账/, /^ {2}p4 1\.2\|台账/, 'h3 2.|核对'].map((words) =>
        words instanceof RegExp ? expect.stringMatching(words) : words,
      ),
    );
    expect(passagesOf(speech)).toContain(`1.1 ${long}`);
  });

  it('hold what （1） numbers', () => {
    const speech = speechOf('1.1登记', '当天登记。', '1.2核对', '（1）自查', '每周一次。', '（2）互查', '每月一次。');
    expect(treeOf(speech)).toEqual(['h4 1.1|登记', 'h4 1.2|核对', '  h5 （1）|自查', '  h5 （2）|互查']);
  });

  it.each([
    ['measure', ['1.1万亩稻田收割完毕。', '1.2万亩麦田播种完毕。', '全部归仓。']],
    ['count nothing on', ['2.5 这个数要记住。', '3.8 这个数也要记住。', '都是硬指标。']],
  ])('that %s number nothing', (_, lines) => {
    expect(treeOf(speechOf(...lines))).toEqual([]);
  });
});

describe('numbered lines that stand together', () => {
  it('are points where they are sentences and nothing stands below them', () => {
    const speech = speechOf('（一）不准当天不登记。', '（二）不准替人签字。', '（三）不准把钥匙带回家。');
    expect(treeOf(speech)).toEqual([
      'p1 （一）|不准当天不登记',
      'p1 （二）|不准替人签字',
      'p1 （三）|不准把钥匙带回家',
    ]);
    expect(passagesOf(speech)).toHaveLength(3);
  });
});

describe('壹、', () => {
  it('numbers headings as 一、 does', () => {
    expect(treeOf(speechOf('壹、建台账', '当天登记。', '贰、搬窗口', '搬到村口。'))).toEqual([
      'h1 壹、|建台账',
      'h1 贰、|搬窗口',
    ]);
  });
});
