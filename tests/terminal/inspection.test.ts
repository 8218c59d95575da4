import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { textsIn } from '../../src/assistant/index.ts';
import { makePage, renderInspection } from '../../src/terminal/index.ts';
import { inspectionFrom } from '../support/corpus.ts';

const zh = textsIn('zh');
const page = makePage(zh, 80, false);

const TEXT = [
  '在某市水利工作总结会上的讲话',
  '（2021年12月3日）',
  '同志们：',
  '今年的水利工作，难处多，办法也多。',
  '一、回看全年，成绩来之不易',
  '（一）渠道修通了。全市清淤X公里。一是进度快，赶在雪前完工；二是质量好，一处没有返修。',
  '三、放眼明年，任务摆在面前',
  '明年要先修水库，再修泵站。',
  '内部资料，请勿外传',
].join('\n');
const inspection = inspectionFrom(TEXT, '水利.txt');
const { speech } = inspection;

/** What stands under a heading of the inspection, up to the next blank line. */
function under(heading: string, shown: string): string[] {
  const lines = shown.split('\n');
  const from = lines.indexOf(heading) + 1;
  const to = lines.indexOf('', from);
  return from === 0 ? [] : lines.slice(from, to === -1 ? undefined : to);
}

describe('an inspected speech', () => {
  const shown = renderInspection(page, inspection);

  it('begins with its title and what is known of it', () => {
    expect(shown.split('\n').slice(0, 7)).toEqual([
      '《在某市水利工作总结会上的讲话》',
      `  场合  ${speech.occasion}`,
      '  体裁  总结（据标题“总结”）',
      '  层级  市级（据标题“某市”）',
      '  日期  2021-12-03',
      '  讲话人  不详',
      '  使用限制  内部，不得外传：内部资料，请勿外传',
    ]);
  });

  it('shows headings with their markers, what stands under them further in', () => {
    expect(under('结构', shown)).toEqual([
      '  开头：第 1 段',
      '  一、回看全年，成绩来之不易　〔回顾〕',
      '    （一）渠道修通了',
      '      一是进度快，赶在雪前完工',
      '      二是质量好，一处没有返修',
      '  三、放眼明年，任务摆在面前　〔任务〕',
    ]);
  });

  it('says how many passages there are', () => {
    expect(shown).toContain(`段落 ${speech.passages.length} 个`);
  });

  it('says what is not its text, and how many blanks it has', () => {
    const shownWithBlanks = renderInspection(page, { ...inspection, blanks: 3 });
    expect(shownWithBlanks).toContain(`段落 ${speech.passages.length} 个　留白 3 处`);
    expect(shown).toContain('未作正文：称呼 1 行');
    expect(shown).not.toContain('留白');
  });

  it('says what was doubted, and in which line', () => {
    expect(under('存疑', shown)).toEqual(['  第 7 行：序号跳号：一、 之后是 三、。']);
  });

  it('says the same in English, and leaves the document’s words as they are', () => {
    const english = renderInspection(makePage(textsIn('en'), 80, false), inspection);
    expect(english).toContain('genre  summary（from “总结” in the title）');
    expect(english).toContain('rights  internal, not to be passed on：内部资料，请勿外传');
    const words = (lines: string[]): string[] => lines.slice(1).map((line) => line.replace(/　〔.*/, ''));
    expect(words(under('Structure', english))).toEqual(words(under('结构', shown)));
  });

  it('has no colours where none are wanted, and the same words where they are', () => {
    const coloured = renderInspection(makePage(zh, 80, true), inspection);
    expect(stripVTControlCharacters(shown)).toBe(shown);
    expect(coloured).not.toBe(shown);
    expect(stripVTControlCharacters(coloured)).toBe(shown);
  });
});

describe('a speech that says little of itself', () => {
  const shown = renderInspection(page, inspectionFrom('水要引来，渠要修通。\n田要浇透。', '无题.txt'));

  it('is unknown where it is, and restricted by nothing', () => {
    expect(shown.match(/不详/g)?.length).toBeGreaterThanOrEqual(3);
    expect(shown).toContain('使用限制  未见使用限制');
  });

  it('says what stands in for its title', () => {
    expect(under('存疑', shown)).toEqual(['  第 1 行：没有找到标题，暂用文件名。']);
    expect(shown).toContain('《无题》');
  });

  it('has no list of doubts where nothing is doubted', () => {
    const sure = inspectionFrom('在某市水利会上的讲话\n\n渠要修通，水要引来。', '水利.txt');
    expect(sure.speech.warnings).toEqual([]);
    expect(renderInspection(page, sure)).not.toContain('存疑');
  });
});

describe('long notices', () => {
  const rights = [{ text: '内部学习渠道管理'.repeat(10), restriction: 'internal' as const }];
  const lines = renderInspection(makePage(zh, 60, false), { ...inspection, speech: { ...speech, rights } }).split('\n');

  it('are shown whole', () => {
    const shown = lines.map((line) => line.trim()).join('');
    expect(shown).toContain(rights[0]?.text);
  });

  it('fit the screen', () => {
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(60);
  });
});
