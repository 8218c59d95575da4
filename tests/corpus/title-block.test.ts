import { describe, expect, it } from 'vitest';
import { parseSpeech } from '../../src/corpus/index.ts';
import { faultOf, passagesOf, speechTitled, TITLE, wordsOf } from './reading.ts';

const BODY = '把台账建得清楚，把隐患查到班组。';

describe('a title', () => {
  it('is the line above the salutation', () => {
    const speech = speechTitled(TITLE);
    expect(speech.title).toBe(TITLE);
    expect(wordsOf(speech, speech.titleSpans)).toEqual([TITLE]);
    expect(passagesOf(speech)).toEqual([BODY]);
  });

  it('runs over several lines, each with its span', () => {
    const lines = ['守堤坝、保粮仓、护家园', '为全市平安度汛', '提供坚强保障'];
    const speech = speechTitled(...lines);
    expect(speech.title).toBe(lines.join(''));
    expect(wordsOf(speech, speech.titleSpans)).toEqual(lines);
  });

  it('has a subtitle that is no part of it but stands with it', () => {
    const speech = speechTitled('把堤坝守到天亮', '——在某市防汛动员会上的讲话');
    expect(speech.title).toBe('把堤坝守到天亮');
    expect(wordsOf(speech, speech.titleSpans)).toEqual(['把堤坝守到天亮', '——在某市防汛动员会上的讲话']);
    expect(speech).toMatchObject({ occasion: '某市防汛动员会', genre: 'mobilisation' });
  });

  it('has its date behind it in brackets', () => {
    const speech = speechTitled(`${TITLE}（2024年5月6日）`);
    expect(speech).toMatchObject({ title: TITLE, date: '2024-05-06' });
    expect(wordsOf(speech, speech.titleSpans)).toEqual([TITLE]);
  });

  it.each([
    ['XX市税务局党委书记、局长　张××', 'XX市税务局党委书记、局长 张××'],
    ['董事长　　某某某', '董事长 某某某'],
  ])('has %s below it, who is the speaker', (line, speaker) => {
    const speech = speechTitled('把使命落在岗位上', '——在某市专题党课上的讲稿', line);
    expect(speech).toMatchObject({ title: '把使命落在岗位上', speaker, occasion: '某市专题党课' });
  });

  it('may have a collection’s tag before it', () => {
    const speech = speechTitled(`【领导讲话】${TITLE}`);
    expect(speech.title).toBe(TITLE);
    expect(wordsOf(speech, speech.titleSpans)).toEqual([TITLE]);
  });

  it('stands below the organ that issued it and its number', () => {
    const speech = speechTitled('某县委办公室', '某办发〔2024〕3号', '', TITLE);
    expect(speech.title).toBe(TITLE);
    expect(wordsOf(speech, speech.titleSpans)).toEqual([TITLE]);
  });

  it('that is printed twice is one title', () => {
    const speech = speechTitled(TITLE, '', TITLE);
    expect(speech.title).toBe(TITLE);
    expect(passagesOf(speech)).toEqual([BODY]);
  });

  it('that is missing is warned of, and the file’s name stands for it', () => {
    const speech = parseSpeech(`同志们：\n${BODY}\n`, 'nested/某市讲话.txt');
    expect(speech).toMatchObject({ title: '某市讲话', titleSpans: [] });
    expect(speech.warnings).toEqual([{ code: 'title-missing', line: 1, details: {} }]);
  });

  it('that front matter gives is not missing', () => {
    const speech = parseSpeech(`---\ntitle: 某市讲话\n---\n同志们：\n${BODY}\n`, 'a.txt');
    expect(speech).toMatchObject({ title: '某市讲话', titleSpans: [], warnings: [] });
  });

  it.each([
    ['ends at a paragraph', [TITLE, BODY]],
    ['ends at a numbered heading', [TITLE, '一、把堤坝守好', BODY]],
    ['ends at a salutation', [TITLE, '各位代表：', BODY]],
    ['ends at a long line', [TITLE, `${'把台账建得清楚、'.repeat(8)}把隐患查到班组`, BODY]],
  ])('%s', (_, lines) => {
    expect(parseSpeech(lines.join('\n'), 'a.txt').title).toBe(TITLE);
  });

  it('above nothing that is said makes no speech', () => {
    const fault = faultOf(() => parseSpeech(`${TITLE}\n（2024年5月6日）\n同志们：\n`, 'a.txt'));
    expect(fault).toMatchObject({ code: 'no-text', details: { file: 'a.txt' } });
  });

  it.each(['讲话', '讲  话', '工作报告'])('may end in a line of its own: %s', (last) => {
    const speech = speechTitled('在某市工作会议上的', last);
    expect(speech.speaker).toBeNull();
    expect(wordsOf(speech, speech.titleSpans)).toEqual(['在某市工作会议上的', last]);
  });

  it('may have a comma at the end of a line', () => {
    const speech = speechTitled('守堤坝、保粮仓，', '护住全市人民的家园', '——在某市防汛动员会上的讲话');
    expect(speech.title).toBe('守堤坝、保粮仓，护住全市人民的家园');
  });

  it.each(['★★★', '---', '——————'])('does not take in an ornament: %s', (ornament) => {
    const speech = speechTitled(ornament, TITLE);
    expect(speech.title).toBe(TITLE);
    expect(wordsOf(speech, speech.titleSpans)).toEqual([TITLE]);
  });

  it('may end in the name of an office', () => {
    const speech = speechTitled('扎根基层', '争做群众信得过的村支部书记', '——在某市村干部培训班上的讲话');
    expect(speech).toMatchObject({ title: '扎根基层争做群众信得过的村支部书记', speaker: null });
  });
});

describe('a date line', () => {
  it.each([
    ['（2024年5月6日）', '2024-05-06'],
    ['2024年5月', '2024-05'],
    ['(2024 年 5 月 6 日)', '2024-05-06'],
    ['二〇二四年五月六日', '2024-05-06'],
    ['二○二四年十二月三十一日', '2024-12-31'],
    ['（2024年）', '2024'],
  ])('%s dates the speech', (line, date) => {
    const speech = speechTitled(TITLE, line);
    expect(speech).toMatchObject({ title: TITLE, date });
    expect(passagesOf(speech)).toEqual([BODY]);
  });

  it('with blanks for its figures is no title and no date', () => {
    expect(speechTitled(TITLE, '（20XX年X月X日）', '（XXXX年X月）')).toMatchObject({ date: null });
    expect(speechTitled(TITLE, '（XXXX年X月X日）').title).toBe(TITLE);
  });

  it('in full-width digits dates the speech', () => {
    expect(speechTitled(TITLE, '（２０２４年５月６日）').date).toBe('2024-05-06');
  });

  it.each(['2024-05-06', '2024.5.6', '（2024/5/6）'])('in figures alone dates the speech: %s', (line) => {
    expect(speechTitled(TITLE, line)).toMatchObject({ title: TITLE, date: '2024-05-06' });
  });
});

describe('a speaker line', () => {
  it.each([
    ['某某某', '某某某'],
    ['×××', '×××'],
    ['某市市长 某某某', '某市市长 某某某'],
    ['某市市长　　某某某', '某市市长 某某某'],
    ['（某市市委书记 某某某）', '某市市委书记 某某某'],
  ])('%s names the speaker', (line, speaker) => {
    const speech = speechTitled(TITLE, line);
    expect(speech).toMatchObject({ title: TITLE, speaker });
    expect(passagesOf(speech)).toEqual([BODY]);
  });

  it.each([
    ['two offices', ['某局党组书记、局长 某某某'], '某局党组书记、局长 某某某'],
    ['an office on a line of its own', ['某市人民政府市长', '某某某'], '某市人民政府市长 某某某'],
    ['a name in brackets', ['（某某某）'], '某某某'],
    ['a name set wide', ['某 某 某'], '某某某'],
  ])('may hold %s', (_, lines, speaker) => {
    expect(speechTitled(TITLE, ...lines)).toMatchObject({ title: TITLE, speaker });
  });
});

describe('an occasion line', () => {
  const LINE = '（2024年1月10日在某市人民代表大会上）';

  it('is no title, and dates the speech', () => {
    const speech = speechTitled('政府工作报告', LINE, '某市市长 某某某');
    expect(speech).toMatchObject({ title: '政府工作报告', date: '2024-01-10', speaker: '某市市长 某某某' });
    expect(speech.occasion).toContain('某市人民代表大会');
  });

  it('names the meeting as a title would', () => {
    expect(speechTitled('政府工作报告', LINE).occasion).toBe('某市人民代表大会');
  });

  it('may be the subtitle', () => {
    const speech = speechTitled('政府工作报告', '——2024年1月10日在某市人民代表大会上');
    expect(speech).toMatchObject({ date: '2024-01-10', occasion: '某市人民代表大会' });
  });
});

describe('a salutation', () => {
  it.each([
    '同志们：',
    '同志们!',
    '各位代表：',
    '各位领导，同志们：',
    '尊敬的各位领导、各位来宾，女士们、先生们：',
    '老师们、同学们：',
    '同志们，大家上午好！',
    '全体同志：',
    '某书记，各位委员：',
  ])('is neither title nor text: %s', (line) => {
    const speech = parseSpeech(`${TITLE}\n${line}\n${BODY}\n`, 'a.txt');
    expect(speech.title).toBe(TITLE);
    expect(passagesOf(speech)).toEqual([BODY]);
  });

  it.each(['主任、各位副主任、秘书长、各位委员：', '亲爱的老师们、同学们：', '青年朋友们：', '大家好！'])(
    'is neither title nor text, whoever is addressed: %s',
    (line) => {
      expect(passagesOf(parseSpeech(`${TITLE}\n${line}\n${BODY}\n`, 'a.txt'))).toEqual([BODY]);
    },
  );

  it('is no paragraph: the text behind it is the first', () => {
    expect(speechTitled(TITLE).passages.map((passage) => passage.paragraph)).toEqual([1]);
  });

  it('with words behind it is text', () => {
    const line = '同志们，把台账建得清楚，把隐患查到班组。';
    expect(passagesOf(parseSpeech(`${TITLE}\n${line}\n`, 'a.txt'))).toEqual([line]);
  });
});

describe('the signature of a letter', () => {
  const LETTER = ['致全市企业的一封信', '', '各位企业家朋友：', '', '渠修通了，水引来了。'];
  const read = (...lines: string[]) => parseSpeech([...LETTER, ...lines].join('\n'), 'speech.txt');

  it('is not what it says, and dates it', () => {
    const speech = read('', '中共某市委员会', '某市人民政府', '2025年5月20日');
    expect(passagesOf(speech)).toEqual(['渠修通了，水引来了。']);
    expect(speech.date).toBe('2025-05-20');
  });

  it('is none without a date', () => {
    expect(passagesOf(read('', '某市人民政府'))).toContain('某市人民政府');
  });

  it('is none in the middle', () => {
    expect(passagesOf(read('2025年5月20日', '水到田头。'))).toEqual([
      '渠修通了，水引来了。',
      '2025年5月20日',
      '水到田头。',
    ]);
  });
});

describe('a salutation that names many', () => {
  it.each(['抗洪一线的干部群众，消防救援人员，志愿者朋友们：', '全市各民营企业、个体工商户，各位企业家朋友：'])(
    'addresses them: %s',
    (line) => {
      const speech = parseSpeech(`一封信\n\n${line}\n\n渠修通了。\n`, 'speech.txt');
      expect(passagesOf(speech)).toEqual(['渠修通了。']);
    },
  );

  it.each(['今年要办好三件事，请同志们：', '水要引来，对同志们：'])('is not a sentence: %s', (line) => {
    expect(passagesOf(parseSpeech(`一封信\n\n${line}\n\n渠修通了。\n`, 'speech.txt'))).toContain(line);
  });
});
