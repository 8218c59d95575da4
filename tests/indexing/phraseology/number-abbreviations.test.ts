import { describe, expect, it } from 'vitest';
import { isAbbreviation, numberOf } from '../../../src/indexing/phraseology/numbers/shape.ts';
import { learned } from '../../support/phraseology.ts';

describe('number abbreviations', () => {
  it.each(['四个意识', '三会一课', '一岗双责', '两学一做', '三农', '双随机、一公开', '五项机制'])('are %s', (words) => {
    expect(isAbbreviation(words)).toBe(true);
  });

  it.each(['三个月', '两个人', '三个村', '十四五', '一把手', '三年', '二月提纲', '好日子', '三x一y'])(
    'are not %s',
    (words) => {
      expect(isAbbreviation(words)).toBe(false);
    },
  );

  it('count what they stand for by their one numeral', () => {
    expect(['四个意识', '双减', '三会一课'].map(numberOf)).toEqual([4, 2, null]);
  });

  const found = (...paragraphs: string[][]) => {
    const { phraseology, wordsOf, speeches } = learned(...paragraphs);
    return phraseology.numberAbbreviations.map((item) => ({
      ...item,
      words: wordsOf(item),
      members: item.members.map(({ speech, start, end }) => speeches[speech]?.text.slice(start, end)),
    }));
  };

  it('are found without quotation marks where some speech quotes them', () => {
    expect(found(['渠长要落实“三查一报”。'], ['各乡的三查一报不能停。'])).toMatchObject([
      { text: '三查一报', speeches: 2, words: ['三查一报', '三查一报'] },
    ]);
  });

  it.each([
    ['behind a colon', '关键是“三个到位”：人员到位，物资到位，责任到位。', ['人员到位', '物资到位', '责任到位']],
    ['in brackets', '守好“三口”（水口、闸口、路口），一处也不能漏。', ['水口', '闸口', '路口']],
    ['before it', '人人要有水情意识、雨情意识、工情意识“三个意识”。', ['人人要有水情意识', '雨情意识', '工情意识']],
    ['behind dashes', '办事有三道关——受理、核查、回访。', ['受理', '核查', '回访']],
  ])('tell their members where the text does: %s', (_, line, members) => {
    expect(found([line])[0]?.members).toEqual(members);
  });

  it('have no members where the list has another number of them', () => {
    expect(found(['关键是“三个到位”：人员到位，物资到位。'])[0]?.members).toEqual([]);
  });

  it('are no announcements of what comes next', () => {
    expect(found(['我讲三件事：修渠，清淤，收费。', '还有两个问题：谁来修，谁出钱。'])).toEqual([]);
  });

  it('are counted things that many speeches have with one number, not those that stand with any', () => {
    const lines = [
      '守住两条底线思维，管好三个企业。',
      '记住两条底线思维，走访五个企业。',
      '讲过两条底线思维，看了四个企业。',
    ];
    const texts = found(lines, lines, lines, lines).map(({ text }) => text);
    expect(texts.some((text) => text.endsWith('企业'))).toBe(false);
    expect(texts.some((text) => text.startsWith('两条底线'))).toBe(true);
  });
});
