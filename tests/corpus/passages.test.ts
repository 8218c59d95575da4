import { describe, expect, it } from 'vitest';
import { walkSections, wordsAt } from '../../src/speech/index.ts';
import { passagesOf, placedPassagesOf, speechOf } from './reading.ts';

/** Sentences of 20 characters, each its own. */
const sentence = (n: number): string => `第${String(n).padStart(3, '0')}户的账目当天登记完毕，一笔不漏。`;
const prose = (count: number, from = 0): string => Array.from({ length: count }, (_, i) => sentence(from + i)).join('');

describe('a passage', () => {
  it('is a paragraph, points and all, while that is short', () => {
    const line = '要办三件事。一是建台账。二是搬窗口。三是查隐患。';
    expect(passagesOf(speechOf(line))).toEqual([line]);
  });

  it('is a paragraph without points up to 500 characters', () => {
    const line = prose(25);
    expect(line).toHaveLength(500);
    expect(passagesOf(speechOf(line))).toEqual([line]);
  });

  it('is one point of a paragraph that is long', () => {
    const parts = ['要办三件事。', `一是建台账。${prose(6)}`, `二是搬窗口。${prose(6, 6)}`, '三是查隐患。'];
    expect(passagesOf(speechOf(parts.join('')))).toEqual(parts);
  });

  it('does not hold the blanks between points', () => {
    const parts = [`一是建台账。${prose(6)}`, `二是搬窗口。${prose(6, 6)}`];
    expect(passagesOf(speechOf(parts.join(' 　')))).toEqual(parts);
  });

  it('is one point of a point that is long', () => {
    const parts = ['一是建台账。', `第一，登记。${prose(7)}`, `第二，核对。${prose(7, 7)}`, '二是搬窗口。'];
    expect(passagesOf(speechOf(parts.join('')))).toEqual(parts);
  });

  it('is what follows a run-in heading, under its number', () => {
    const speech = speechOf('开场的话。', '（一）建台账。谁用谁登记。');
    expect(placedPassagesOf(speech)).toEqual(['开场的话。', '建台账 > 谁用谁登记。']);
    expect(speech.passages[1]?.paragraph).toBe(speech.sections[0]?.paragraph);
  });

  it('shares paragraph number and path with the others of its paragraph', () => {
    const speech = speechOf('一、建台账', `一是登记。${prose(8)}二是核对。${prose(8, 8)}`);
    expect(speech.passages.map(({ paragraph, path }) => ({ paragraph, path }))).toEqual([
      { paragraph: 2, path: ['建台账'] },
      { paragraph: 2, path: ['建台账'] },
    ]);
  });
});

describe('a long paragraph that no point divides', () => {
  it.each([26, 40, 60, 100, 400])('of %i sentences is divided between them into pieces of 200 to 500', (count) => {
    const pieces = passagesOf(speechOf(prose(count)));
    expect(pieces.join('')).toBe(prose(count));
    for (const piece of pieces) {
      expect(piece).toMatch(/^第.*。$/);
      expect(piece.length).toBeGreaterThanOrEqual(200);
      expect(piece.length).toBeLessThanOrEqual(500);
    }
  });

  it.each([
    ['quotation', '“', '”'],
    ['bracket', '（', '）'],
    ['book title', '《', '》'],
  ])('is never divided inside a %s', (_, open, close) => {
    const enclosed = `${open}${prose(30, 20)}${close}`;
    const pieces = passagesOf(speechOf(`${prose(20)}老支书说得好${enclosed}。${prose(20, 50)}`));
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.filter((piece) => piece.includes(enclosed))).toHaveLength(1);
  });

  it('is one passage where it is one sentence', () => {
    const line = `${'让数据替群众跑路，'.repeat(100)}夜里也有人值守。`;
    expect(passagesOf(speechOf(line))).toEqual([line]);
  });
});

describe('a paragraph that is divided at points', () => {
  it('keeps each point whole, its words where the point stands', () => {
    const speech = speechOf(`一是建台账。${prose(8)}二是搬窗口。${prose(8, 8)}`);
    const points = [...walkSections(speech.sections)].map(({ section }) => wordsAt(speech, section));
    expect(passagesOf(speech)).toEqual(points);
  });

  it.each([
    ['quotation', '“', '”'],
    ['bracket', '（', '）'],
  ])('is not divided inside a %s', (_, open, close) => {
    const enclosed = `${open}一是要快；二是要准；三是要稳。${close}`;
    const pieces = passagesOf(speechOf(`老支书说得好${enclosed}大家要记住。${prose(15)}`));
    expect(pieces.filter((piece) => piece.includes(enclosed))).toHaveLength(1);
  });
});

describe('the id of a passage', () => {
  const idsOf = (...lines: string[]): string[] => speechOf(...lines).passages.map((passage) => passage.id);

  it('stays while the speech stays', () => {
    expect(idsOf('开场的话。', '后面的话。')).toEqual(idsOf('开场的话。', '后面的话。'));
  });

  it('is gone from every passage once the speech’s text changes', () => {
    const before = idsOf('开场的话。', '后面的话。');
    const after = idsOf('开场的话。', '后面的话！');
    expect(before.filter((id) => after.includes(id))).toEqual([]);
  });

  it('is its own, though paragraphs repeat', () => {
    expect(new Set(idsOf('登记要快。', '核对要细。', '登记要快。')).size).toBe(3);
  });

  it.each([
    ['points', `第一，建台账。一要快。二要稳。${prose(12)}第二，搬窗口。一要快。二要稳。${prose(12, 12)}`],
    ['pieces', '让数据替群众跑路，夜里也有人值守。'.repeat(100)],
  ])('is its own, though %s of one paragraph repeat', (_, line) => {
    const ids = idsOf(line);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
