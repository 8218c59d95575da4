import { describe, expect, it } from 'vitest';
import { parseSpeech } from '../../src/corpus/index.ts';
import { cite, Speech } from '../../src/speech/index.ts';
import { readSoundly } from './invariants.ts';
import { faultOf, placedPassagesOf, speechOf, TITLE, treeOf } from './reading.ts';

const LINES = [
  '仅供内部学习，请勿外传。',
  '',
  '守堤坝、保粮仓、护家园',
  '为全市平安度汛提供坚强保障',
  '——在某市防汛动员会上的讲话',
  '（2024年5月6日）',
  '某市市长　某某某',
  '',
  '各位领导，同志们：',
  '　　汛期到了。今天讲两件事。',
  '　　一、去年干了什么',
  '　　一是修了堤。修了X公里。二是清了渠。三是备了料，够用X天。',
  '　　··········',
  '　　二、今年要干什么',
  '　　（一）人要到位。堤上日夜有人，两小时一趟。',
  '　　（二）料要到位',
  '　　首先，沙袋要够。按去年的两倍备。',
  '　　其次，船要能开。',
  '　　同志们，水来了，人要在。',
  '　　谢谢大家！',
  '',
  '公众号：某某文行',
];

describe('a speech', () => {
  const speech = readSoundly(LINES.join('\r\n'), 'folder/fangxun.txt');

  it('has its title block read', () => {
    expect(speech).toMatchObject({
      title: '守堤坝、保粮仓、护家园为全市平安度汛提供坚强保障',
      occasion: '某市防汛动员会',
      genre: 'mobilisation',
      date: '2024-05-06',
      speaker: '某市市长 某某某',
      origin: null,
      file: 'folder/fangxun.txt',
      warnings: [],
    });
  });

  it('has its tree', () => {
    expect(treeOf(speech)).toEqual([
      'h1 一、|去年干了什么',
      '  p2 一是|修了堤',
      '  p2 二是|清了渠',
      '  p2 三是|备了料，够用X天',
      'h1 二、|今年要干什么',
      '  h2 （一）|人要到位',
      '  h2 （二）|料要到位',
      '    p3 首先，|沙袋要够',
      '    p3 其次，|船要能开',
    ]);
  });

  it('has its passages, each in its place', () => {
    expect(placedPassagesOf(speech)).toEqual([
      '汛期到了。今天讲两件事。',
      '去年干了什么 > 一是修了堤。修了X公里。二是清了渠。三是备了料，够用X天。',
      '今年要干什么 > 人要到位 > 堤上日夜有人，两小时一趟。',
      '今年要干什么 > 料要到位 > 首先，沙袋要够。按去年的两倍备。',
      '今年要干什么 > 料要到位 > 其次，船要能开。',
      '同志们，水来了，人要在。',
      '谢谢大家！',
    ]);
    expect(speech.passages.map((passage) => passage.paragraph)).toEqual([1, 3, 5, 7, 8, 9, 10]);
  });

  it('has its rights, and its citations the ones that restrict', () => {
    const notice = { text: '仅供内部学习，请勿外传。', restriction: 'internal' };
    expect(speech.rights).toEqual([notice, { text: '公众号：某某文行', restriction: 'none' }]);
    const citations = speech.passages.map((passage) => cite(speech, passage));
    expect(citations.every(({ rights }) => rights.length === 1 && rights[0]?.text === notice.text)).toBe(true);
  });

  it('is what its schema says, and outlives JSON', () => {
    expect(Speech.parse(JSON.parse(JSON.stringify(speech)))).toEqual(speech);
  });

  it('is the same under another name, but for the name', () => {
    const renamed = parseSpeech(LINES.join('\r\n'), 'b.md');
    expect({ ...renamed, file: speech.file }).toEqual(speech);
  });

  it('is another once its text changes', () => {
    expect(parseSpeech(`${LINES.join('\r\n')}！`, 'b.md').id).not.toBe(speech.id);
    expect(parseSpeech(LINES.join('\n'), 'b.md').id).not.toBe(speech.id);
  });

  it('is the same with other front matter', () => {
    const stated = parseSpeech(`---\norigin: 某市\n---\n${LINES.join('\r\n')}`, 'b.md');
    expect(stated.id).toBe(speech.id);
    expect(stated.passages.map((passage) => passage.id)).toEqual(speech.passages.map((passage) => passage.id));
  });
});

describe('warnings', () => {
  it('give the line of the file, front matter included', () => {
    const text = `---\r\norigin: 某市\r\n---\r\n${TITLE}\r\n\r\n一是建台账。\r\n三是搬窗口。\r\n`;
    expect(parseSpeech(text, 'a.txt').warnings).toEqual([
      { code: 'numbering-skips', line: 7, details: { before: '一是', marker: '三是' } },
    ]);
  });

  it('come in the order of their lines', () => {
    const speech = speechOf('一、建台账', '（一）登记', '（三）核对', '三、搬窗口', '1.选点', '3.派人', '人要在。');
    expect(speech.warnings.map(({ line }) => line)).toEqual([6, 7, 9]);
  });
});

describe('a text that is no speech', () => {
  it.each([
    ['nothing', ''],
    ['blank lines', ' \n　\n'],
    ['notices', '禁止外传\n仅供参考\n'],
    ['a title and a salutation', `${TITLE}\n同志们：\n`],
    ['ornaments', '······\n※※※\n'],
    ['headings', `${TITLE}\n一、建台账\n二、搬窗口\n`],
    ['front matter', '---\ntitle: 某市讲话\n---\n'],
  ])('is refused where it holds but %s', (_, text) => {
    expect(faultOf(() => parseSpeech(text, 'a.txt'))).toMatchObject({ code: 'no-text', details: { file: 'a.txt' } });
  });

  it('is not one whose lines end as they did on old machines', () => {
    const speech = parseSpeech([TITLE, '同志们：', '一、建台账', '登记要快。'].join('\r'), 'a.txt');
    expect(speech.title).toBe(TITLE);
    expect(placedPassagesOf(speech)).toEqual(['建台账 > 登记要快。']);
  });
});
