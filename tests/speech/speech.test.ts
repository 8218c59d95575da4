import { describe, expect, it } from 'vitest';
import { GENRES, Genre, Speech, SpeechDate, wordsAt, yearOf } from '../../src/speech/index.ts';
import { speechFrom } from '../support/corpus.ts';

const TEXT = [
  '在某市水利工作总结会上的讲话',
  '（2021年12月3日）',
  '同志们：',
  '今年的水利工作，难处多，办法也多。',
  '一、回看全年，成绩来之不易',
  '（一）渠道修通了。全市清淤X公里，一是进度快，二是质量好。',
  '三、放眼明年，任务摆在面前',
  '明年要先修水库，再修泵站。',
  '内部资料，请勿外传',
].join('\n');

const speech = speechFrom(TEXT, '2021/水利.txt');

describe('Speech', () => {
  it('accepts what the parser makes', () => {
    expect(speech.sections).not.toEqual([]);
    expect(speech.warnings).not.toEqual([]);
    expect(Speech.parse(speech)).toEqual(speech);
  });

  it('comes back the same from JSON', () => {
    expect(Speech.parse(JSON.parse(JSON.stringify(speech)))).toEqual(speech);
  });

  it.each(Object.keys(Speech.shape))('refuses a speech without %s', (key) => {
    expect(Speech.safeParse({ ...speech, [key]: undefined }).success).toBe(false);
  });

  it.each([
    ['a genre that is none', { genre: '部署' }],
    ['a date that is none', { date: '2021年' }],
    ['a passage before the first paragraph', { passages: [{ ...speech.passages[0], paragraph: 0 }] }],
    ['a notice without words', { rights: [{ text: '', restriction: 'internal' }] }],
    ['a warning of no kind', { warnings: [{ code: 'odd', line: 1, details: {} }] }],
    ['a title that stands before the text', { titleSpans: [{ start: -1, end: 3 }] }],
  ])('refuses %s', (_, wrong) => {
    expect(Speech.safeParse({ ...speech, ...wrong }).success).toBe(false);
  });
});

describe('SpeechDate', () => {
  it.each(['2021', '2021-12', '2021-12-03'])('accepts %s', (date) => {
    expect(SpeechDate.safeParse(date).success).toBe(true);
  });

  it.each(['', '21', '2021-13', '2021-00', '2021-12-32', '2021-1-3', '2021/12', '2021-12-03T00:00', '2021-'])(
    'refuses %j',
    (date) => {
      expect(SpeechDate.safeParse(date).success).toBe(false);
    },
  );
});

describe('Genre', () => {
  it('accepts each known genre once and no other', () => {
    expect(new Set(GENRES).size).toBe(GENRES.length);
    for (const genre of GENRES) expect(Genre.parse(genre)).toBe(genre);
    expect(Genre.safeParse('总结').success).toBe(false);
  });
});

describe('wordsAt', () => {
  it('gives the words of a passage as they stand in the text', () => {
    const words = speech.passages.map((passage) => wordsAt(speech, passage));
    expect(words[0]).toBe('今年的水利工作，难处多，办法也多。');
    for (const passage of words) expect(TEXT).toContain(passage);
  });
});

describe('yearOf', () => {
  it.each([
    ['2021-12-03', 2021],
    ['2021', 2021],
    [null, null],
  ])('of %s is %s', (date, year) => {
    expect(yearOf({ date })).toBe(year);
  });
});
