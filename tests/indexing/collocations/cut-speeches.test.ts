import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutSpeeches, cutWords } from '../../../src/indexing/collocations/cut-speeches.ts';
import { spokenSpans } from '../../../src/speech/index.ts';
import { normaliseText } from '../../../src/text/index.ts';
import { speechFrom } from '../../support/corpus.ts';

const pieces = fc.constantFrom(
  '夯实',
  '基础',
  '加强管理',
  '服務',
  '水平',
  '的',
  '，',
  '。',
  'ＡＢ',
  '⑴',
  '𠮷',
  ' ',
  '2020年',
);
const text = fc.array(pieces, { maxLength: 20 }).map((words) => words.join(''));

describe('cutting speeches', () => {
  it('reads headings and passages, each once, in order', () => {
    const speech = speechFrom('在会议上的讲话\n同志们：\n一、夯实基础\n要管好水渠。\n二、压实责任\n要有人管。');
    const spans = spokenSpans(speech);
    const texts = spans.map(({ start, end }) => speech.text.slice(start, end));
    expect(texts).toEqual(['夯实基础', '要管好水渠。', '压实责任', '要有人管。']);
  });

  it('parts what the dictionary joins from two words, and leaves idioms and names of doctrines whole', () => {
    expect(cutWords('加强管理')).toEqual(['加强', '管理']);
    expect(cutWords('服务水平')).toEqual(['服务', '水平']);
    expect(cutWords('党的建设')).toEqual(['党', '的', '建设']);
    expect(cutWords('社会主义')).toEqual(['社会主义']);
    expect(cutWords('兢兢业业')).toEqual(['兢兢业业']);
  });

  it('gives words that join to the text', () => {
    fc.assert(fc.property(text, (original) => cutWords(normaliseText(original)).join('') === normaliseText(original)));
  });

  it('leads every word back to the characters it was made of', () => {
    fc.assert(
      fc.property(text, (words) => {
        const speech = speechFrom(`在会议上的讲话\n同志们：\n一、要闻\n今天开会，${words}好。`);
        const { words: known, stretches } = cutSpeeches([speech]);
        for (const stretch of stretches) {
          let at = 0;
          for (const id of stretch.words) {
            const word = known[id] ?? '';
            const { start, end } = stretch.original(at, at + word.length);
            expect(normaliseText(speech.text.slice(start, end))).toContain(word);
            at += word.length;
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});
