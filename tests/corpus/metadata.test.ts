import { describe, expect, it } from 'vitest';
import { parseSpeech } from '../../src/corpus/index.ts';
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

describe('what was decided tells on what', () => {
  it.each([
    ['在某市防汛动员会上的讲话', '渠要修通。', { genre: 'mobilisation', from: 'title', words: '动员' }],
    [
      '把堤坝守到天亮',
      '今天我们召开全市防汛工作会议，把任务定下来。',
      { genre: 'deployment', from: 'text', words: '召开全市防汛工作会议' },
    ],
    [
      '把堤坝守到天亮',
      '现将一年来的履职情况报告如下，请批评。',
      { genre: 'duty-report', from: 'text', words: '履职情况报告如下' },
    ],
    [
      '把堤坝守到天亮',
      '今天给大家讲一堂党课。',
      { genre: 'party-lecture', from: 'text', words: '今天给大家讲一堂党课' },
    ],
    [
      '把堤坝守到天亮',
      '现在，我宣布某市水利技能大赛开幕！',
      { genre: 'opening-closing', from: 'text', words: '我宣布某市水利技能大赛开幕' },
    ],
  ])('of the genre: %s / %s', (title, said, { genre, from, words }) => {
    const speech = parseSpeech(`${title}\n同志们：\n${said}\n`, 'speech.txt');
    expect(speech).toMatchObject({ genre, genreEvidence: { from, words } });
  });

  it.each([
    ['在全县防汛工作会议上的讲话', '渠要修通。', { level: 'county', from: 'title' }],
    ['在医院行风建设会上的讲话', '渠要修通。', { level: 'hospital', from: 'title' }],
    ['在某镇人居环境动员会上的讲话', '我们镇的渠要修通，全镇都要动手。', { level: 'township', from: 'title' }],
    ['守住村口的水', '我们镇的渠要修通，全镇都要动手。', { level: 'township', from: 'text' }],
    ['把堤坝守到天亮', '全市的渠要修通，全市的田要浇透。', { level: 'city', from: 'text' }],
    ['在集团公司安全生产会上的讲话', '渠要修通。', { level: 'enterprise', from: 'title' }],
    ['在学校开学典礼上的讲话', '渠要修通。', { level: 'school', from: 'title' }],
  ])('of the level: %s / %s', (title, said, { level, from }) => {
    const speech = parseSpeech(`${title}\n同志们：\n${said}\n`, 'speech.txt');
    expect(speech).toMatchObject({ level, levelEvidence: { from } });
  });

  it('of what the front matter states', () => {
    const speech = parseSpeech('---\ngenre: forum\nlevel: village\n---\n在全市总结会上的讲话\n\n渠要修通。\n', 'a.md');
    expect(speech).toMatchObject({
      genre: 'forum',
      genreEvidence: { from: 'front-matter' },
      level: 'village',
      levelEvidence: { from: 'front-matter' },
    });
  });

  it('is nothing where nothing is decided', () => {
    const speech = parseSpeech('把堤坝守到天亮\n\n渠要修通，田要浇透。\n', 'a.txt');
    expect(speech).toMatchObject({ genre: null, genreEvidence: null, level: null, levelEvidence: null });
  });
});

describe('a note behind the text', () => {
  it('says when and where', () => {
    const speech = parseSpeech(
      '把渠修通\n\n渠在门前，水在山上。\n\n（这是某某同志2021年4月28日在全市水利工作会议上讲话的一部分。）\n',
      'a.txt',
    );
    expect(speech).toMatchObject({ date: '2021-04-28', occasion: '全市水利工作会议', genre: 'deployment' });
    expect(speech.passages).toHaveLength(1);
  });
});
