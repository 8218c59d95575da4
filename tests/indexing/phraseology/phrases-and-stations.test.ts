import { describe, expect, it } from 'vitest';
import { isSetPhrase, learnPhraseology } from '../../../src/indexing/phraseology/index.ts';
import { speechFrom } from '../../support/corpus.ts';
import { learned } from '../../support/phraseology.ts';

describe('four-character phrases', () => {
  const texts = (...paragraphs: string[][]) =>
    learned(...paragraphs).phraseology.fourCharacterPhrases.map(({ text }) => text);

  it('stand as clauses of their own, or in a list of their kind', () => {
    expect(texts(['干部有责：改进作风、提高本领，一样不落。'])).toEqual(
      expect.arrayContaining(['改进作风', '提高本领']),
    );
  });

  it('are counted over speeches', () => {
    const { phraseology } = learned(['夯实基础，再上台阶。'], ['夯实基础，大家出力。']);
    expect(phraseology.fourCharacterPhrases[0]).toMatchObject({ text: '夯实基础', speeches: 2 });
  });

  it.each([
    ['terms', '人民群众，经济建设，先进文化，都要管。'],
    ['pieces of something longer', '要保护水库、河道长年清洁。'],
    ['numbers', '三个月内，两个人来，都要办。'],
    ['sentences with pronouns', '我们来了，他说好的，大家散会。'],
  ])('are not %s', (_, line) => {
    const found = texts([line], [line]);
    for (const term of [
      '人民群众',
      '经济建设',
      '先进文化',
      '保护水库',
      '三个月内',
      '两个人来',
      '我们来了',
      '他说好的',
    ]) {
      expect(found).not.toContain(term);
    }
  });
});

describe('stations', () => {
  const SPEECH = `在春灌会议上的讲话
同志们：
今天这个会，只议春灌一件事。水来了，就看我们怎么用。下面，我讲三点意见。
一、水账要算清
账不清，水就分不匀。各站三天之内报数。
二、渠道要守住
守渠先守人。夜里的班要有人接。
同志们，水等不起人，人也等不起水。让我们一起把这一季的水送到田头！`;
  const { stations, beginnings } = learnPhraseology([speechFrom(SPEECH)]);
  const of = (kind: string) => stations.filter((item) => item.kind === kind).map(({ text }) => text);

  it('are the first sentences of a speech', () => {
    expect(of('opening')).toContain('今天这个会，只议春灌一件事。');
  });
  it('are the first sentences under top headings', () => {
    expect(of('section opening')).toEqual(['账不清，水就分不匀。']);
  });
  it('are sentences that lead over', () => {
    expect(of('transition')).toEqual(['下面，我讲三点意见。']);
  });
  it('are the last sentences, with the role of where they stand', () => {
    expect(stations.filter(({ kind }) => kind === 'closing')).toMatchObject(
      [
        { text: '同志们，水等不起人，人也等不起水。', role: 'call' },
        { text: '让我们一起把这一季的水送到田头！', role: 'call' },
      ].toSorted((a, b) => a.text.length - b.text.length),
    );
  });
  it('begin in ways that several speeches share', () => {
    expect(beginnings).toEqual([]);
    const three = learned(['刚才，大家看了渠。'], ['刚才，站长讲了账。'], ['刚才，代表提了问。']);
    expect(three.phraseology.beginnings).toMatchObject([{ text: '刚才，…', speeches: 3 }]);
  });
});

describe('set phrases', () => {
  const COMMON = '全面推进现代灌区建设';
  const lines = ['春天修渠', '夏天看水', '秋天收账', '冬天清淤', '年年植树', '月月开会', '天天巡堤'];
  const { phraseology } = learned(...lines.map((line) => [`${line}，都是为了${COMMON}。${line}要有人管。`]));

  it('are words that stand in nearly every speech, the longest alone', () => {
    expect(phraseology.setPhrases).toHaveLength(1);
    expect(phraseology.setPhrases[0]).toMatchObject({ speeches: 7 });
    expect(phraseology.setPhrases[0]?.text).toContain(COMMON);
  });
  it('mark their own pieces, and nothing short', () => {
    expect(isSetPhrase('现代灌区建设', phraseology.setPhrases)).toBe(true);
    expect(isSetPhrase('建设', phraseology.setPhrases)).toBe(false);
    expect(isSetPhrase('现代渔区建设', phraseology.setPhrases)).toBe(false);
  });
});
