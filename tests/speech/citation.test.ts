import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Citation, cite, citeSpan, contains, type Span, walkSections, wordsAt } from '../../src/speech/index.ts';
import { speechFrom } from '../support/corpus.ts';

const TEXT = [
  '在某市粮食工作会议上的讲话',
  '（2022年8月）',
  '同志们：',
  '粮食的事，说到底是吃饭的事。',
  '一、把田种好',
  '（一）地要养。养地先养土，养土先改水。',
  '（二）种要良。一是选种，要看三年；二是育种，要舍得等。',
  '二、把粮管好',
  '仓里有粮，心里不慌。',
  '仅供学习参考，请勿照搬照抄',
  '欢迎加入QQ群下载更多文稿',
].join('\n');

const speech = speechFrom(TEXT, '粮食.txt');

const spanOf = (words: string): Span => {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
};

describe('cite', () => {
  const [passage] = speech.passages;
  if (passage === undefined) throw new Error('the fixture has no passage');

  it('says where the words stand, and nothing of the passage beyond that', () => {
    expect(cite(speech, passage)).toEqual({
      speech: speech.id,
      title: '在某市粮食工作会议上的讲话',
      date: '2022-08',
      path: [],
      paragraph: 1,
      ...spanOf('粮食的事，说到底是吃饭的事。'),
      file: '粮食.txt',
      rights: [{ text: '仅供学习参考，请勿照搬照抄', restriction: 'reference-only' }],
    });
  });

  it('carries the notices that restrict, and leaves a banner to the document', () => {
    expect(speech.rights.map(({ restriction }) => restriction)).toEqual(['reference-only', 'none']);
    expect(cite(speech, passage).rights).toEqual([speech.rights[0]]);
  });

  it('slices the original to each passage', () => {
    for (const each of speech.passages) {
      const { start, end } = cite(speech, each);
      expect(TEXT.slice(start, end)).toBe(wordsAt(speech, each));
    }
  });
});

describe('citeSpan', () => {
  it.each([
    ['in a passage', '养土先改水', ['把田种好', '地要养'], 3],
    ['in a point of a passage', '要舍得等', ['把田种好', '种要良'], 4],
    ['in a heading, under the headings around it', '地要养', ['把田种好'], 3],
    ['in a heading of the first level', '把粮管好', [], 5],
    ['in a heading, its marker included', '二、把粮管好', [], 5],
    ['in the title', '粮食工作会议', [], 0],
  ])('cites words %s', (_, words, path, paragraph) => {
    const citation = citeSpan(speech, spanOf(words));
    expect(citation).toMatchObject({ path, paragraph });
    expect(TEXT.slice(citation.start, citation.end)).toBe(words);
  });

  it('cites words that run over several paragraphs where they begin', () => {
    const span = { start: spanOf('心里不慌').start - 5, end: TEXT.length };
    expect(citeSpan(speech, span)).toMatchObject({ paragraph: 6, path: ['把粮管好'], ...span });
    const fromHeading = { start: spanOf('把粮管好').start, end: spanOf('心里不慌').end };
    expect(citeSpan(speech, fromHeading)).toMatchObject({ paragraph: 5, path: [], ...fromHeading });
  });

  it('cites any words of a speech by their own place, under headings of that speech', () => {
    const headings = [...walkSections(speech.sections)].map(({ section }) => section.heading);
    fc.assert(
      fc.property(fc.nat(TEXT.length - 1), fc.nat(40), (start, length) => {
        const span = { start, end: Math.min(TEXT.length, start + length) };
        const citation = Citation.parse(citeSpan(speech, span));
        expect(citation).toMatchObject({ speech: speech.id, file: speech.file, ...span });
        expect(headings).toEqual(expect.arrayContaining(citation.path));
        const first = { start, end: start + 1 };
        const passage = speech.passages.find((candidate) => contains(candidate, first));
        if (passage !== undefined) expect(citation).toMatchObject({ paragraph: passage.paragraph, path: passage.path });
      }),
    );
  });
});
