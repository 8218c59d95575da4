import { describe, expect, it } from 'vitest';
import { drafterOver } from '../../src/drafting/index.ts';
import { asSpeech, evaluate, readDocuments, readJudgedSet } from '../../src/evaluation/index.ts';
import { SpeechIndex } from '../../src/indexing/index.ts';
import { indexOf } from '../support/corpus.ts';

const DOCUMENTS = ['{"id":"d1","text":"堤坝要有人守，夜里也要守。"}', '', '{"id":"d2","text":"水渠要有人修。"}'].join(
  '\n',
);

async function collection() {
  return SpeechIndex.build(readDocuments(DOCUMENTS, 'docs').map(asSpeech));
}
const lines = (...queries: object[]): string => queries.map((query) => JSON.stringify(query)).join('\n');

describe('a plain collection', () => {
  it('is asked as it is, each document by its own id', async () => {
    const index = await collection();
    const set = lines(
      { qid: '1', q: '堤坝', rel: ['d1'] },
      { qid: '2', q: '水渠', rel: ['d2'] },
      { qid: '3', q: '火星', rel: [] },
    );
    const { evaluation, results } = await evaluate(drafterOver(index), readJudgedSet(set, 'set', index));
    expect(evaluation).toEqual({
      queries: 3,
      mrr10: 1,
      recall10: 1,
      recall100: 1,
      ndcg10: 1,
      nothingRight: 1,
      refused: 0,
    });
    expect(results.map((result) => result.ranking)).toEqual([['d1'], ['d2'], []]);
  });

  it('counts what is refused and what is answered though nothing answers', async () => {
    const index = await collection();
    const set = lines(
      { qid: '1', q: '火星', rel: ['d1'] },
      { qid: '2', q: '的', rel: ['d2'] },
      { qid: '3', q: '水渠', rel: [] },
    );
    const { evaluation } = await evaluate(drafterOver(index), readJudgedSet(set, 'set', index));
    expect(evaluation).toMatchObject({ mrr10: 0, nothingRight: 0, refused: 1 });
  });
});

describe('a judgement by file and words', () => {
  const files = { 'a.txt': '在会上的讲话\n同志们：\n堤坝要有人守。\n水渠要有人修，年年修。\n路要有人扫，年年扫。\n' };

  it('names the passage that has the words', async () => {
    const index = await indexOf(files);
    const set = lines({ qid: '1', q: '水渠', rel: [{ file: 'a.txt', words: '水渠要有人修', grade: 2 }] });
    const [query] = readJudgedSet(set, 'set', index);
    expect([...(query?.judgements ?? [])]).toEqual([[index.speeches[0]?.passages[1]?.id, 2]]);
  });

  it.each([
    ['no passage', { file: 'a.txt', words: '堤坝没人守', grade: 1 }],
    ['two passages', { file: 'a.txt', words: '要有人', grade: 1 }],
    ['no speech', { file: 'b.txt', words: '堤坝要有人守', grade: 1 }],
    ['no grade', { file: 'a.txt', words: '堤坝要有人守' }],
    ['a grade of 3', { file: 'a.txt', words: '堤坝要有人守', grade: 3 }],
  ])('that names %s makes the set invalid', async (_, relevant) => {
    const index = await indexOf(files);
    const set = lines({ qid: '1', q: '水渠', rel: [relevant] });
    expect(() => readJudgedSet(set, 'set', index)).toThrowError(expect.objectContaining({ code: 'set-invalid' }));
  });

  it('in a line that is no JSON is refused with its number', async () => {
    const index = await indexOf(files);
    expect(() => readJudgedSet('{"qid":"1","q":"水","rel":[]}\n{', 'set', index)).toThrowError(
      expect.objectContaining({ details: expect.objectContaining({ line: 2 }) }),
    );
  });
});
