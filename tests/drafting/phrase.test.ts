import { describe, expect, it } from 'vitest';
import { drafterOver, type PhraseKind } from '../../src/drafting/index.ts';
import { indexOf } from '../support/corpus.ts';

const SPEECHES = {
  'a.txt': `在水利会议上的讲话
同志们：
一、夯实管护基础
一是夯实堤防基础。汛前把堤走一遍。二是管好“最后一公里”渠系。渠到田头，水到田头。
老话讲“渠不修，水不流”，基础不牢，样样落空。`,
  'b.txt': `在农田会议上的讲话
同志们：
一、夯实管护基础
农田要有人管，渠不修，水不流。`,
};

async function phrase(query: string) {
  const answer = await drafterOver(await indexOf(SPEECHES))({ kind: 'phrase', query, filters: {} });
  if (answer.kind !== 'phrasing') return answer.kind;
  const items = (kind: PhraseKind) => answer.groups.find((group) => group.kind === kind)?.items ?? [];
  return { items, texts: (kind: PhraseKind) => items(kind).map((item) => item.text) };
}
async function found(query: string) {
  const answer = await phrase(query);
  if (typeof answer === 'string') throw new Error(answer);
  return answer;
}

describe('phrase', () => {
  it('groups by where the words stand: heading, lead, quotation, clause', async () => {
    const { texts } = await found('基础');
    expect(texts('headings')).toEqual(['夯实管护基础']);
    expect(texts('leads')).toEqual(['夯实堤防基础']);
    expect(texts('clauses')).toEqual(['基础不牢']);
    expect((await found('渠')).texts('sayings')).toEqual(['渠不修，水不流']);
  });

  it('counts the same words in several speeches as one item, and cites each', async () => {
    const { items } = await found('夯实 管护');
    expect(items('headings')).toEqual([expect.objectContaining({ text: '夯实管护基础', count: 2, speeches: 2 })]);
    expect(items('headings')[0]?.citations.map((citation) => citation.file)).toEqual(['a.txt', 'b.txt']);
  });

  it('puts what several speeches say before what one says', async () => {
    const { items } = await found('水');
    const counts = items('clauses').map((item) => item.speeches);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(items('clauses')[0]).toMatchObject({ text: '水不流', speeches: 2 });
  });

  it.each(['夯实*基础', '夯实…基础', '夯实＊基础', '夯实......基础'])(
    'takes %s as words in this order with anything between',
    async (query) => {
      expect((await found(query)).texts('leads')).toEqual(['夯实堤防基础']);
      expect(
        await phrase(
          query
            .split(/[^\p{L}]+/u)
            .reverse()
            .join('*'),
        ),
      ).toBe('nothing');
    },
  );

  it('takes words between spaces in any order', async () => {
    expect((await found('基础 堤防')).texts('leads')).toEqual(['夯实堤防基础']);
  });

  it('says when nothing is phrased so', async () => {
    expect(await phrase('火星')).toBe('nothing');
  });

  it.each(['***', '，。', '…', ''])('refuses a pattern without words: %j', async (query) => {
    await expect(phrase(query)).rejects.toMatchObject({ code: 'query-empty' });
  });

  it('answers a pattern of a thousand stars', async () => {
    expect(await phrase(`${'夯*'.repeat(400)}实`)).toBe('nothing');
  });
});
