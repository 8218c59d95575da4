import { describe, expect, it } from 'vitest';
import { readDocumentAsSpeech } from '../../src/corpus/index.ts';
import { parseSpeech } from '../../src/corpus/parse-speech.ts';

const LINES = ['在全市水利工作会议上的讲话', '（2021年3月5日）', '同志们：', '一、把水利抓实', '水渠要修到地头。'];

const ENDS: [string, string][] = [
  ['line feed', '\n'],
  ['carriage return and line feed', '\r\n'],
  ['carriage return alone', '\r'],
  ['line separator', '\u2028'],
  ['paragraph separator', '\u2029'],
  ['next line', '\u0085'],
  ['vertical tab', '\v'],
  ['form feed', '\f'],
];

describe.each(ENDS)('a text whose lines end in a %s', (_, end) => {
  it('is read line by line', () => {
    const speech = parseSpeech(LINES.join(end), 'speech.txt');
    expect(speech).toMatchObject({ title: LINES[0], date: '2021-03-05', sections: [{ heading: '把水利抓实' }] });
    expect(speech.passages.map(({ start, end: to }) => speech.text.slice(start, to))).toEqual([LINES[4]]);
  });

  it('has front matter, whose rights hold', () => {
    const speech = parseSpeech(['---', 'rights: internal', '---', ...LINES].join(end), 'speech.md');
    expect(speech.rights).toEqual([{ text: 'internal', restriction: 'internal' }]);
    expect(speech.title).toBe(LINES[0]);
  });

  it('is traced sentence by sentence in a web page, too', async () => {
    const page = `<html><body><pre>${LINES.join(end)}</pre></body></html>`;
    const { speech } = await readDocumentAsSpeech('page.html', Buffer.from(page));
    expect(speech.sections).toMatchObject([{ heading: '把水利抓实' }]);
  });
});
