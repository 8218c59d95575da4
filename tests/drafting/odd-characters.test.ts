import { describe, expect, it } from 'vitest';
import { type Answer, type DraftRequest, drafterOver } from '../../src/drafting/index.ts';
import type { Citation } from '../../src/speech/index.ts';
import { indexOf } from '../support/corpus.ts';

const OTHER = '在全市教育工作会议上的讲话\n\n同志们：\n\n一、把学校办好\n\n今年要修缮校舍二十间，添置桌椅。\n';

const speechOf = (sentence: string): string =>
  `在全市水利工作会议上的讲话\n\n（2021年3月5日）\n\n同志们：\n\n一、把水利抓实\n\n${sentence}\n`;

const ask = async (sentence: string, request: DraftRequest): Promise<Answer> =>
  drafterOver(await indexOf({ 'water.txt': speechOf(sentence), 'school.txt': OTHER }))(request);

/** Asks a corpus of two speeches, and gives the words that the citations of the answer stand for. */
async function cited(sentence: string, kind: 'find' | 'phrase' | 'source', query: string): Promise<string[]> {
  const answer = await ask(sentence, requestOf(kind, query));
  return citationsIn(answer).map(({ start, end }) => speechOf(sentence).slice(start, end));
}

function requestOf(kind: 'find' | 'phrase' | 'source', query: string): DraftRequest {
  if (kind === 'source') return { kind, quote: query };
  return kind === 'find' ? { kind, query, filters: {}, limit: 10 } : { kind, query, filters: {} };
}

function citationsIn(answer: Answer): Citation[] {
  if (answer.kind === 'passages') return answer.hits.map(({ citation }) => citation);
  if (answer.kind === 'sources') return answer.matches.map(({ citation }) => citation);
  if (answer.kind === 'phrasing') return answer.groups.flatMap(({ items }) => items.flatMap((item) => item.citations));
  return [];
}

describe.each([
  ['a zero-width space', '水\u200b渠要修到地\u200b头，年年清淤。'],
  ['a soft hyphen', '水\u00ad渠要修\u00ad到地头，年年清淤。'],
  ['a word joiner and a byte order mark', '水\u2060渠要\ufeff修到地头，年年清淤。'],
  ['letter-spacing', '水 渠 要 修 到 地 头，年 年 清 淤。'],
  ['wide spaces', '水　渠要\u00a0修到\u2009地头，年年清淤。'],
  ['radicals', '⽔渠要修到地头，年年清淤。'],
])('a text with %s', (_, sentence) => {
  const said = sentence.slice(0, sentence.indexOf('，'));

  it('is found by its words', async () => {
    expect(await cited(sentence, 'find', '水渠')).toEqual([sentence]);
  });

  it('is found by quoted words', async () => {
    expect(await cited(sentence, 'find', '“水渠要修到地头”')).toEqual([sentence]);
  });

  it('is matched by a pattern', async () => {
    expect(await cited(sentence, 'phrase', '水渠*')).toContain(said);
  });

  it('is the source of its words, cited as it writes them', async () => {
    expect(await cited(sentence, 'source', '水渠要修到地头')).toEqual([said]);
  });
});

describe.each(['水\u200b渠\u00ad清淤', '⽔渠清淤', '水 渠 清 淤', '水　渠　清　淤'])(
  'a question typed as %j',
  (query) => {
    const sentence = '水渠清淤要年年做，不误农时。';

    it('finds what it means', async () => {
      expect(await cited(sentence, 'find', query)).toEqual([sentence]);
      expect(await cited(sentence, 'find', `“${query}”`)).toEqual([sentence]);
      expect(await cited(sentence, 'phrase', `${query}*`)).toContain('水渠清淤要年年做');
      expect(await cited(sentence, 'source', query)).toEqual(['水渠清淤']);
    });
  },
);

describe('a rare character', () => {
  const sentence = '\u{20bb7}家河的堤要加高一尺，汛前完工。';

  it('is in the words that are cited', async () => {
    expect(await cited(sentence, 'source', '\u{20bb7}家河的堤要加高一尺')).toEqual(['\u{20bb7}家河的堤要加高一尺']);
    expect(await cited(sentence, 'find', '“\u{20bb7}家河”')).toEqual([sentence]);
    expect(await cited(sentence, 'phrase', '?家河的堤*')).toContain('\u{20bb7}家河的堤要加高一尺');
  });

  it.each([
    ['another rare character', '\u{2123d}'],
    ['one that shares its first half', '\u{20bb8}'],
    ['a common character', '吉'],
  ])('is not %s', async (_, other) => {
    const answer = await ask(sentence, { kind: 'source', quote: `${other}家河的堤要加高一尺` });
    expect(answer).toMatchObject({ kind: 'sources', matches: [{ kind: 'near' }] });
    expect(JSON.stringify(answer)).not.toMatch(/\\ud[89a-f]/i);
  });

  it('may be a pictograph between letters, which is no letter', async () => {
    expect(await cited('堤要😀加高一尺，汛前完工。', 'source', '堤要加高一尺')).toEqual(['堤要😀加高一尺']);
  });
});
