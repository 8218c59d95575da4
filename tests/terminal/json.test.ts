import { describe, expect, it } from 'vitest';
import { textsIn } from '../../src/assistant/index.ts';
import type { Answer } from '../../src/drafting/index.ts';
import { Passage, Section } from '../../src/speech/index.ts';
import { answerJson, inspectionJson } from '../../src/terminal/index.ts';
import { inspectionFrom } from '../support/corpus.ts';

const nothing = (asked: 'find' | 'outline' | 'phrase' | 'source'): Answer => ({
  kind: 'nothing',
  asked,
  query: '登月',
  lookedFor: ['登月'],
  nearest: ['登记'],
});

describe('an answer as JSON', () => {
  it.each([
    ['find', { query: '登月', hits: [], more: 0, nearest: ['登记'] }],
    ['outline', { query: '登月', nearBy: 'topic', skeletons: [], sets: [] }],
    ['phrase', { query: '登月', groups: [] }],
    ['source', { quote: '登月', matches: [] }],
  ] as const)('for %s has the same keys when nothing was found', (asked, wanted) => {
    expect(answerJson(nothing(asked))).toStrictEqual(wanted);
  });

  it.each([
    [
      { kind: 'passages', query: '修渠', corrections: [], hits: [], more: 2 },
      { query: '修渠', corrections: [], hits: [], more: 2 },
    ],
    [
      { kind: 'skeletons', query: '修渠', nearBy: 'genre', skeletons: [], sets: [] },
      { query: '修渠', nearBy: 'genre', skeletons: [], sets: [] },
    ],
    [
      { kind: 'phrasing', query: '修渠', groups: [] },
      { query: '修渠', groups: [] },
    ],
    [
      { kind: 'sources', quote: '修渠', matches: [] },
      { quote: '修渠', matches: [] },
    ],
  ] as [Answer, object][])('leaves out what kind it is, and nothing else: %j', (answer, wanted) => {
    expect(answerJson(answer)).toStrictEqual(wanted);
  });
});

describe('an inspection as JSON', () => {
  const text = ['水利工作讲话', '', '一、回看全年', '渠修通了。', '三、放眼明年', '水要引来。', '请勿外传'].join('\n');
  const inspection = inspectionFrom(text, '水利.txt');
  const json = JSON.parse(JSON.stringify(inspectionJson(textsIn('zh'), inspection)));

  it('has the keys of the contract', () => {
    expect(Object.keys(json).sort()).toEqual(
      [
        ...['title', 'occasion', 'genre', 'date', 'speaker', 'rights', 'sections', 'passages', 'warnings'],
        ...['genreEvidence', 'level', 'levelEvidence', 'stretches', 'parts'],
      ].sort(),
    );
    expect(json).toMatchObject({ title: '水利工作讲话', rights: [{ text: '请勿外传', restriction: 'internal' }] });
    for (const section of json.sections) expect(Section.parse(section)).toEqual(section);
  });

  it('gives each passage with its words, which stand where it says', () => {
    expect(json.passages.map((passage: { text: string }) => passage.text)).toEqual(['渠修通了。', '水要引来。']);
    for (const passage of json.passages) {
      const { start, end } = Passage.parse(passage);
      expect(text.slice(start, end)).toBe(passage.text);
    }
  });

  it('gives each warning with its line, in the language asked for', () => {
    const { warnings } = json;
    expect(warnings).toEqual([{ code: 'numbering-skips', line: 5, message: expect.stringContaining('跳号') }]);
    expect(inspectionJson(textsIn('en'), inspection)).toMatchObject({
      warnings: [{ code: 'numbering-skips', line: 5, message: expect.stringContaining('skips') }],
    });
  });
});
