import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  Collocations,
  CollocationTable,
  learnCollocations,
  logDice,
} from '../../../src/indexing/collocations/index.ts';
import { normaliseText } from '../../../src/text/index.ts';
import { PHRASING_SPEECHES, tableOf } from '../../support/collocations.ts';
import { speechFrom, starterIndex } from '../../support/corpus.ts';

const table = tableOf(PHRASING_SPEECHES);
const objectsOf = (verb: string) => table.pairs('verb-object', 'left', verb).map(({ right }) => right);

describe('learning collocations', () => {
  it('finds the objects of a verb, over short modifiers, and objects of two words as one', () => {
    expect(objectsOf('筑牢')).toEqual(expect.arrayContaining(['底线', '安全底线', '防线', '基础']));
    expect(objectsOf('加强')).toEqual(expect.arrayContaining(['人才工作', '队伍建设', '建设']));
  });

  it('reads a verb that the dictionary takes for a noun, or does not know, by its neighbours', () => {
    expect(table.classOf('压实')).toBe('v');
    expect(table.classOf('筑牢')).toBe('v');
    expect(table.classOf('责任')).toBe('n');
  });

  it('finds an object that 把 brings before its verb', () => {
    expect(table.pair('verb-object', 'left', '落到', '责任')).toMatchObject({ count: 1, speeches: 1 });
  });

  it('counts occurrences and speeches', () => {
    expect(table.pair('modifier-head', 'left', '人才', '工作')).toMatchObject({ count: 3, speeches: 3 });
    expect(table.pair('verb-object', 'left', '压实', '责任')).toMatchObject({ count: 3, speeches: 1 });
  });

  it('takes a negated verb for another verb, and shows the negation', () => {
    const speech = speechFrom('在会议上的讲话\n同志们：\n一、要求\n下去的人不听汇报，不听汇报。');
    const learned = tableOf([speech]);
    expect(learned.pair('verb-object', 'left', '听', '汇报')).toBeUndefined();
    const pair = learned.pair('verb-object', 'left', '不听', '汇报');
    expect(pair?.count).toBe(2);
    expect(pair?.places.map(({ start, end }) => speech.text.slice(start, end))).toEqual(['不听汇报', '不听汇报']);
  });

  it('joins nothing over the edge of a clause', () => {
    expect(table.pair('verb-object', 'left', '夯实', '队伍建设')).toBeUndefined();
    expect(table.pair('verb-object', 'left', '做好', '意见')).toBeUndefined();
  });

  it('reads an object before 的 as the rest of the corpus does', () => {
    const speech = speechFrom(
      '在会议上的讲话\n同志们：\n一、要求\n要提高效益。要提高效益。要提高效益的基础在管理。要加强党的建设。要加强建设。',
    );
    const learned = tableOf([speech]);
    expect(learned.pair('verb-object', 'left', '提高', '效益')?.count).toBe(3);
    expect(learned.pair('verb-object', 'left', '提高', '基础')).toBeUndefined();
    expect(learned.pair('verb-object', 'left', '加强', '建设')?.count).toBe(2);
  });

  it('gives places that slice to text with both words', () => {
    const words = fc.constantFrom(
      '要',
      '夯实',
      '筑牢',
      '基础',
      '防線',
      '的',
      '，',
      '把',
      '責任',
      '扎实',
      '推进',
      '了',
      '⑴',
      '。',
    );
    const texts = fc.array(fc.array(words, { maxLength: 30 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(texts, (all) => {
        const speeches = all.map((own, i) =>
          speechFrom(`在会议上的讲话\n同志们：\n今天开会，${own.join('')}好。`, `${i}.txt`),
        );
        const learned = learnCollocations(speeches);
        const asked = new CollocationTable(learned);
        for (const word of learned.words) {
          const pairs = (['verb-object', 'modifier-head'] as const).flatMap((one) => asked.pairs(one, 'left', word));
          for (const { left, right, places, count } of pairs) {
            expect(places.length).toBeLessThanOrEqual(count);
            expect(places.length).toBeGreaterThan(0);
            for (const { speech, start, end } of places) {
              const shown = normaliseText(speeches[speech]?.text.slice(start, end) ?? '');
              expect(shown).toContain(left);
              expect(shown).toContain(right);
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('learns the same from the same speeches, as plain data', () => {
    const learned = learnCollocations(PHRASING_SPEECHES);
    expect(learnCollocations(PHRASING_SPEECHES)).toEqual(learned);
    expect(Collocations.parse(JSON.parse(JSON.stringify(learned)))).toEqual(learned);
  });

  it('learns nothing of nothing', () => {
    expect(learnCollocations([])).toEqual({ words: [], classes: '', verbObject: [], modifierHead: [] });
  });

  it('stays small and quick on the starter speeches', async () => {
    const { speeches } = await starterIndex();
    const learned = learnCollocations(speeches);
    const characters = speeches.reduce((sum, speech) => sum + speech.text.length, 0);
    expect(JSON.stringify(learned).length).toBeLessThan(4 * characters);
  });
});

describe('logDice', () => {
  it('is 14 for words that never stand apart, and one less for half of that', () => {
    expect(logDice(7, 7, 7)).toBe(14);
    expect(logDice(5, 10, 10)).toBe(13);
  });

  it('does not change with the size of the corpus', () => {
    expect(logDice(30, 500, 70)).toBeCloseTo(logDice(3, 50, 7), 10);
  });
});
