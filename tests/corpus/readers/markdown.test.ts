import { describe, expect, it } from 'vitest';
import { parseSpeech } from '../../../src/corpus/index.ts';
import { type Speech, walkSections, wordsAt } from '../../../src/speech/index.ts';
import { placedPassagesOf, TITLE, treeOf, wordsOf } from '../reading.ts';

const markdown = (...lines: string[]): Speech => parseSpeech(`${lines.join('\n')}\n`, 'speech.md');

const SPEECH = [
  `# ${TITLE}`,
  '',
  '同志们：',
  '',
  '今天讲两件事，都不难。',
  '',
  '## 一、建台账',
  '',
  '### （一）登记',
  '',
  '谁用谁登记。',
  '',
  '## 二、搬窗口',
  '',
  '搬到村口。',
];

describe('Markdown', () => {
  it('takes the marks of a quotation for no words', () => {
    const speech = markdown(`# ${TITLE}`, '', '> 2022年5月6日', '', '同志们：', '', '> > 把台账建清楚。');
    expect(speech).toMatchObject({ title: TITLE, date: '2022-05-06' });
    expect(placedPassagesOf(speech)).toEqual(['把台账建清楚。']);
  });

  it('gives title, headings and paragraphs without its marks', () => {
    const speech = markdown(...SPEECH);
    expect(speech.title).toBe(TITLE);
    expect(wordsOf(speech, speech.titleSpans)).toEqual([TITLE]);
    expect(treeOf(speech)).toEqual(['h1 一、|建台账', '  h2 （一）|登记', 'h1 二、|搬窗口']);
    expect(placedPassagesOf(speech)).toEqual([
      '今天讲两件事，都不难。',
      '建台账 > 登记 > 谁用谁登记。',
      '搬窗口 > 搬到村口。',
    ]);
    const words = [...walkSections(speech.sections)].map(({ section }) =>
      wordsAt(speech, { start: section.start, end: section.headingEnd }),
    );
    expect(words).toEqual(['一、建台账', '（一）登记', '二、搬窗口']);
  });

  it('is the same with CRLF line ends', () => {
    const speech = parseSpeech(SPEECH.join('\r\n'), 'speech.md');
    expect(treeOf(speech)).toEqual(treeOf(markdown(...SPEECH)));
    expect(placedPassagesOf(speech)).toEqual(placedPassagesOf(markdown(...SPEECH)));
  });

  it('counts offsets from the beginning of the file, front matter included', () => {
    const speech = markdown('---', 'origin: 某市', '---', ...SPEECH);
    expect(wordsOf(speech, speech.titleSpans)).toEqual([TITLE]);
    expect(placedPassagesOf(speech)).toEqual(placedPassagesOf(markdown(...SPEECH)));
  });

  it('makes headings of lines that carry no number', () => {
    const speech = markdown(
      `# ${TITLE}`,
      '开场的话。',
      '## 建台账',
      '登记要快。',
      '### 核对',
      '一笔不漏。',
      '#### 抽查',
      '按月抽。',
    );
    expect(treeOf(speech)).toEqual(['h1 |建台账', '  h2 |核对', '    h3 |抽查']);
    expect(placedPassagesOf(speech).at(-1)).toBe('建台账 > 核对 > 抽查 > 按月抽。');
  });

  it('goes by the number where a heading carries one', () => {
    const speech = markdown(`# ${TITLE}`, '开场的话。', '## 一、建台账', '## （一）登记', '登记要快。');
    expect(treeOf(speech)).toEqual(['h1 一、|建台账', '  h2 （一）|登记']);
  });

  it('takes a heading whole, whatever marks stand in it', () => {
    const speech = markdown(`# ${TITLE}`, '开场的话。', '## 一、总体要求：建台账。登记要快', '登记要快。');
    expect(treeOf(speech)).toEqual(['h1 一、|总体要求：建台账。登记要快']);
  });

  it.each([
    ['marks behind it', '## 一、建台账 ##'],
    ['marks set in', '  ## 一、建台账'],
    ['a tab behind the marks', '##\t一、建台账'],
  ])('reads a heading with %s', (_, line) => {
    const speech = markdown(`# ${TITLE}`, '', '开场的话。', '', line, '', '登记要快。');
    expect(treeOf(speech)).toEqual(['h1 一、|建台账']);
  });

  it.each([
    ['in a fence', ['```', '# 建台账', '```']],
    ['without a blank behind it', ['#建台账']],
    ['in the middle of a line', ['登记要快 # 建台账']],
  ])('leaves a mark alone that is %s', (_, lines) => {
    const speech = markdown(`# ${TITLE}`, '', '开场的话。', '', ...lines, '', '登记要快。');
    expect(speech.sections).toEqual([]);
  });

  it('is plain text where a file is called .txt', () => {
    const speech = parseSpeech(`${TITLE}\n开场的话。\n## 建台账\n登记要快。\n`, 'speech.txt');
    expect(speech.sections).toEqual([]);
    expect(placedPassagesOf(speech)).toContain('## 建台账');
  });

  it('is known by its ending in any case', () => {
    expect(parseSpeech(SPEECH.join('\n'), 'SPEECH.MD').title).toBe(TITLE);
  });

  it('reads a paragraph above a rule as a paragraph', () => {
    const speech = markdown(`# ${TITLE}`, '', '登记要快。', '核对要细。', '---', '', '后面的话。');
    expect(speech.sections).toEqual([]);
    expect(placedPassagesOf(speech)).toEqual(['登记要快。', '核对要细。', '后面的话。']);
  });

  it('with one mark before each heading has one title', () => {
    const speech = markdown(`# ${TITLE}`, '', '# 一、建台账', '', '登记要快。', '', '# 二、搬窗口', '', '搬到村口。');
    expect(speech.title).toBe(TITLE);
    expect(treeOf(speech)).toEqual(['h1 一、|建台账', 'h1 二、|搬窗口']);
  });

  it('with a heading in bold gives the heading without its stars', () => {
    const speech = markdown(`# ${TITLE}`, '', '开场的话。', '', '## **一、建台账**', '', '登记要快。');
    expect(treeOf(speech)).toEqual(['h1 一、|建台账']);
  });

  it('with a long numbered heading gives a heading', () => {
    const words = '把台账建清楚'.repeat(11);
    const speech = markdown(`# ${TITLE}`, '', '开场的话。', '', `## 一、${words}`, '', '登记要快。');
    expect(treeOf(speech)).toEqual([`h1 一、|${words}`]);
  });

  it('with a heading in bold behind its number gives both halves of the stars, or neither', () => {
    const speech = markdown(`# ${TITLE}`, '', '开场的话。', '', '## 一、**建台账**', '', '登记要快。');
    expect([['h1 一、|**建台账**'], ['h1 一、|建台账']]).toContainEqual(treeOf(speech));
  });
});
