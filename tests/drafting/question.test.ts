import { beforeAll, describe, expect, it } from 'vitest';
import { type Question, readQuestion } from '../../src/drafting/question/index.ts';
import { readMarks } from '../../src/drafting/question/marks.ts';
import { readWishes } from '../../src/drafting/question/wishes.ts';
import type { SpeechIndex } from '../../src/indexing/index.ts';
import { indexOf } from '../support/corpus.ts';

let index: SpeechIndex;
beforeAll(async () => {
  index = await indexOf({
    'party.txt': `---
genre: duty-report
date: 2023
---
在党建工作会上的述职
同志们：
一、抓党建
支部把党建抓在日常，隐患排查不留死角，医生下村坐诊。
二、建公寓
人才公寓租金减半。`,
  });
});
const read = (query: string): Question => readQuestion(query, index);
const corrected = (query: string): string[] => read(query).corrections.map(({ typed, read: as }) => `${typed} ${as}`);

describe('marks in a question', () => {
  it.each([
    ['“租金减半” 公寓', ['租金减半'], [], '公寓'],
    ['公寓 -租金 -党建', [], ['租金', '党建'], '公寓'],
    ['"抓在日常"', ['抓在日常'], [], ''],
    ['水渠 -闸门。', [], ['闸门'], '水渠'],
    ['水渠 -“闸 门”，', [], ['闸 门'], '水渠'],
    ['“水渠”，闸门', [], [], '“水渠”，闸门'],
    ['“水渠”。', ['水渠'], [], ''],
    ['“水渠” -“闸门” 放水', ['水渠'], ['闸门'], '放水'],
  ])('%s', (query, quoted, without, rest) => {
    expect(readMarks(query)).toEqual({ quoted, without, rest });
  });

  it.each([
    '为什么说“租金减半”是好事', // the sentence's own quotation marks
    '5-10 月',
    '长-短',
    '- 公寓',
    '“”',
  ])('none are in %s', (query) => {
    expect(readMarks(query)).toEqual({ quoted: [], without: [], rest: query });
  });
});

describe('wishes in plain words', () => {
  const years = new Set([2020, 2023]);
  it.each([
    ['2020年的总结讲话里怎么说人才', { year: 2020, genre: 'summary' }, '怎么说人才'],
    ['二〇二〇年动员会上怎么讲隐患', { year: 2020, genre: 'mobilisation' }, '怎么讲隐患'],
    ['述职的时候怎么说成绩', { genre: 'duty-report' }, '怎么说成绩'],
    ['座谈会开场白怎么写', { genre: 'forum', part: 'opening' }, '怎么写'],
    ['动员会结尾怎么号召', { genre: 'mobilisation', part: 'closing' }, '怎么号召'],
    ['2023年慰问信里的补种', { year: 2023, genre: 'letter' }, '补种'],
  ])('%s', (query, wishes, rest) => {
    const found = readWishes(query, years);
    expect(found.wishes).toEqual(wishes);
    expect(found.rest.replace(/\s/g, '')).toBe(rest);
  });

  it.each([
    '2019年的水灾', // no speech is of that year: it is the matter
    '总结经验 推进改革',
    '放开头发',
    '表彰先进的办法',
    '座谈 纪念',
  ])('none are in %s', (query) => {
    expect(readWishes(query, years)).toEqual({ wishes: {}, rest: query });
  });
});

describe('spelling', () => {
  it.each([
    ['党健', '党健 党建'],
    ['隐换排查', '隐换 隐患'],
    ['人才公遇', '公遇 公寓'],
  ])('%s is read as a word of the same sound', (query, correction) => {
    expect(corrected(query)).toEqual([correction]);
  });

  it.each([
    ['a word of the dictionary that the corpus has not', '保护 健在'],
    ['what the corpus says, however it is cut', '抓在'],
    ['function words', '在哪 是谁 多长'],
    ['words that differ in more than one character', '尹焕'],
  ])('leaves alone %s', (_, query) => {
    expect(corrected(query)).toEqual([]);
  });

  it('looks for the word that it read, not for the one that was typed', () => {
    expect([...read('党健').terms.keys()]).toContain('党建');
  });
});

describe('a question', () => {
  it('holds synonyms that the corpus says, for less than what was typed', () => {
    const { terms } = read('大夫');
    expect(terms.get('医生')).toBeGreaterThan(0);
    expect(terms.get('医生')).toBeLessThan(1);
    expect(terms.has('医师')).toBe(false); // it stands nowhere
  });

  it('is more wrapped the more of it are function words', () => {
    expect(read('党建 隐患').wrapping).toBe(0);
    expect(read('要怎么样才能把党建给抓起来呢').wrapping).toBeGreaterThan(0.4);
  });

  it('may be nothing but a wish', () => {
    expect(read('述职的时候怎么开头').wishes).toEqual({ genre: 'duty-report', part: 'opening' });
  });

  it.each(['', '的', '！？', '怎么'])('is refused when it holds nothing to look for: %s', (query) => {
    expect(() => read(query)).toThrow('query-empty');
  });
});
