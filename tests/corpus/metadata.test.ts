import { describe, expect, it } from 'vitest';
import { dateIn } from '../../src/corpus/metadata/date.ts';
import { genreNamedIn } from '../../src/corpus/metadata/genre.ts';
import { occasionIn } from '../../src/corpus/metadata/occasion.ts';
import { GENRES, SpeechDate } from '../../src/speech/index.ts';
import { speechOf } from './reading.ts';

describe('the date in a text', () => {
  it.each([
    ['2024年5月6日', '2024-05-06'],
    ['（2024年5月）', '2024-05'],
    ['在2024年某市工作会议上的讲话', '2024'],
    ['2024 年 5 月 6 日', '2024-05-06'],
    ['二〇二四年五月六日', '2024-05-06'],
    ['二○二四年十月', '2024-10'],
    ['二零二四年十二月三十一日', '2024-12-31'],
    ['2023年12月31日和2024年1月1日', '2023-12-31'],
    ['2024年13月', '2024'],
    ['2024年5月32日', '2024-05'],
    ['2024年1-3月', '2024'],
  ])('%s is %s', (text, date) => {
    expect(dateIn(text)).toBe(date);
    expect(SpeechDate.safeParse(date).success).toBe(true);
  });

  it.each(['', '今年5月6日', '3000年', '1024年', '20XX年X月X日', '年5月6日', '2024'])('is none in %j', (text) => {
    expect(dateIn(text)).toBeNull();
  });

  it('may be in full-width digits', () => {
    expect(dateIn('２０２４年５月６日')).toBe('2024-05-06');
  });
});

describe('the year of a speech without a date', () => {
  it('is the latest that its top headings name', () => {
    const speech = speechOf('一、2023年工作回顾', '干了。', '二、2024年重点任务', '要干。');
    expect(speech.date).toBe('2024');
  });

  it.each([
    ['headings that name a year in passing', ['一、2024年的那场雨', '雨很大。']],
    ['headings below the top', ['一、工作回顾', '（一）2024年工作', '干了。']],
    ['points', ['一是2024年工作抓得紧。', '二是2024年任务完成得好。']],
    ['text', ['2024年工作抓得紧。']],
  ])('is none in %s', (_, lines) => {
    expect(speechOf(...lines).date).toBeNull();
  });
});

describe('the occasion that a title names', () => {
  it.each([
    ['在某市工作会议上的讲话', '某市工作会议'],
    ['在全市线上办事推进会上的讲话', '全市线上办事推进会'],
    ['在某县调研时的讲话', '某县调研'],
    ['把堤守好 ——在某市防汛动员会上的主旨发言', '某市防汛动员会'],
    ['2024年某市防汛工作会议讲话稿', '2024年某市防汛工作会议'],
    ['某市企业家座谈会发言', '某市企业家座谈会'],
  ])('%s', (title, occasion) => {
    expect(occasionIn(title)).toBe(occasion);
  });

  it.each(['把堤坝守到天亮', '某市政府工作报告', '在路上'])('is none in %s', (title) => {
    expect(occasionIn(title)).toBeNull();
  });
});

describe('the genre that a title names', () => {
  const TITLES: readonly [string, (typeof GENRES)[number]][] = [
    ['某局局长述职报告', 'duty-report'],
    ['某市年轻干部专题党课', 'party-lecture'],
    ['致全市教师的慰问信', 'letter'],
    ['某市政府工作报告', 'work-report'],
    ['在某市劳动模范表彰大会上的讲话', 'commemoration'],
    ['在某医院干部大会上的任职讲话', 'taking-office'],
    ['在某校开学典礼上的讲话', 'opening-closing'],
    ['在某市防汛动员会上的讲话', 'mobilisation'],
    ['在某市人才工作总结会上的讲话', 'summary'],
    ['在某市企业家座谈会上的讲话', 'forum'],
    ['在某市治理现场推进会上的讲话', 'deployment'],
  ];

  it.each(TITLES)('%s: %s', (title, genre) => {
    expect(genreNamedIn(title)?.genre ?? null).toBe(genre);
  });

  it('can be any of them', () => {
    expect(new Set(TITLES.map(([, genre]) => genre))).toEqual(new Set(GENRES));
  });

  it('goes by the more telling word', () => {
    expect(genreNamedIn('在某市防汛动员部署工作会议上的讲话')?.genre ?? null).toBe('mobilisation');
    expect(genreNamedIn('某局领导班子述职工作会议报告')?.genre ?? null).toBe('duty-report');
  });

  it('is none where the title names none', () => {
    expect(genreNamedIn('把堤坝守到天亮')?.genre ?? null).toBeNull();
  });
});
