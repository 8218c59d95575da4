import { describe, expect, it } from 'vitest';
import { parseSpeech } from '../../src/corpus/index.ts';
import { speechOf, TITLE } from './reading.ts';

/*
 * Texts that are no one's speech: one mark, hundreds of thousands of times. Work that grows with the square of the length
 * would not end within the time a test has. Nothing here is timed.
 */

const BYTES = 300_000;
const many = (unit: string): string => unit.repeat(Math.ceil(BYTES / Buffer.byteLength(unit)));

const MARKS = [
  ...['一、', '（一）', '1.', '第一，', '首先，', '一是', '一方面', '要', '，一是', '同志们，', '回顾', '来源：'],
  ...['（', '）', '“', '”', '“。”', '——', '·', '。', '；', '：', '，', ',', '、'],
  ...[' ', '　', '\t', '甲', '2', '2024年', '\ud800', '\u0301', '\0'],
];
/** Those of them that mean something to a title, a heading or a point. */
const TELLING = ['一、', '一是', '（', '“', '——', '·', '。', '，', '：', ' ', '2024年'];
/** Marks behind which a heading may end. */
const ENDING = ['，', ',', '：', ' ', '　', '\t', '、'];

describe('one mark for 300 KB', () => {
  it.each(MARKS)('in a paragraph: %j', (mark) => {
    const text = `${TITLE}\n同志们：\n甲${many(mark)}乙。\n`;
    expect(parseSpeech(text, 'a.txt').title).toBe(TITLE);
  });

  it.each(MARKS)('in a line of its own: %j', (mark) => {
    const text = `${TITLE}\n同志们：\n把路修通。\n${many(mark)}\n把水引来。\n`;
    expect(parseSpeech(text, 'a.txt').title).toBe(TITLE);
  });

  it.each(TELLING)('in a heading: %j', (mark) => {
    const text = `${TITLE}\n同志们：\n一、甲${many(mark)}乙\n把路修通。\n`;
    expect(parseSpeech(text, 'a.txt').title).toBe(TITLE);
  });

  it.each(TELLING)('in a point: %j', (mark) => {
    const text = `${TITLE}\n同志们：\n一是甲。${many(mark)}乙。二是丙。\n`;
    expect(parseSpeech(text, 'a.txt').title).toBe(TITLE);
  });

  it.each(TELLING)('in the title: %j', (mark) => {
    const text = `${TITLE}${many(mark)}\n同志们：\n把路修通。\n`;
    expect(parseSpeech(text, 'a.txt').passages.length).toBeGreaterThan(0);
  });

  it.each(TELLING)('in front matter: %j', (mark) => {
    const text = `---\norigin: "甲${many(mark)}乙"\n---\n${TITLE}\n同志们：\n把路修通。\n`;
    expect(parseSpeech(text, 'a.txt').title).toBe(TITLE);
  });

  it.each([...MARKS, '#', '# ', '`', '~', '-', '- ', '_'])('in a paragraph of Markdown: %j', (mark) => {
    const text = `# ${TITLE}\n\n同志们：\n\n甲${many(mark)}乙。\n`;
    expect(parseSpeech(text, 'a.md').title).toBe(TITLE);
  });

  it.each(ENDING)('in a heading, where it may end: %j', (mark) => {
    expect(speechOf(`一、甲${many(mark)}乙`, '把路修通。').title).toBe(TITLE);
  });

  it('in a heading, each in a bracket', () => {
    expect(speechOf(`一、甲${many('（，）')}乙`, '把路修通。').title).toBe(TITLE);
  });

  it.each(['一、', '一是', '（一）', '结束语', '讲话', '延伸阅读', '某市人民政府', '2020年1月1日', '同志们：', '# 甲'])(
    'on lines of its own: %j',
    (line) => {
      const text = `${TITLE}\n同志们：\n把路修通。\n${many(`${line}\n`).slice(0, 100_000)}\n把水引来。\n`;
      expect(parseSpeech(text, 'a.md').title).toBe(TITLE);
    },
  );

  it.each(['*甲', '[甲](', '> 甲。\n\n', '* '])('in Markdown: %j', (mark) => {
    expect(parseSpeech(`# ${TITLE}\n\n${many(mark)}乙。\n`, 'a.md').title).toBe(TITLE);
  });
});

describe('one line for 300 KB', () => {
  it.each([
    '一、',
    '（一）建台账。登记要快。',
    '同志们：',
    '同志们，把路修通。',
    '——建台账。',
    '首先，建台账。',
    '禁止外传',
    '公众号',
    '全市市书记、全市市书记、全市市书记、全市市书记、全市市书记、全市市书记、全市市书记',
    '···',
    '甲',
    '',
  ])('%j', (line) => {
    const text = `${TITLE}\n同志们：\n把路修通。\n${many(`${line}\n`)}把水引来。\n`;
    expect(parseSpeech(text, 'a.txt').title).toBe(TITLE);
  });

  it.each(['一是建台账。', '一、建台账', '一、建台账\n三、搬窗口'])('that is numbered wrong: %j', (line) => {
    const speech = speechOf(many(`${line}\n`), '把路修通。');
    expect(speech.warnings.length).toBeGreaterThan(1000);
  });
});

describe('what is listed or nested without end exhausts no stack', () => {
  it('points that repeat their number', () => {
    expect(speechOf(`${'一是。'.repeat(3500)}把路修通。`).title).toBe(TITLE);
  });

  it.each([
    ['years in headings', `${TITLE}\n把路修通。\n${'一、2023年工作\n'.repeat(130_000)}`],
    ['notices', `---\nrights: internal\n---\n${'禁止外传\n'.repeat(130_000)}把路修通。\n`],
  ])('%s', (_, text) => {
    expect(parseSpeech(text, 'a.txt').passages).toHaveLength(1);
  });

  it('brackets in brackets', () => {
    const text = `${TITLE}\n同志们：\n甲${'（'.repeat(50_000)}乙${'）'.repeat(50_000)}。\n`;
    expect(parseSpeech(text, 'a.txt').passages).toHaveLength(1);
  });

  it('quotations in Markdown', () => {
    const text = `# ${TITLE}\n\n甲。\n\n${'> '.repeat(2000)}乙。\n`;
    expect(parseSpeech(text, 'a.md').title).toBe(TITLE);
  });
});
