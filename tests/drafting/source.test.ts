import { describe, expect, it } from 'vitest';
import { drafterOver } from '../../src/drafting/index.ts';
import { bigramsOf, similarity } from '../../src/drafting/similarity.ts';
import { indexOf } from '../support/corpus.ts';

const SPEECHES = {
  'a.txt': `在信访会议上的讲话
同志们：
一、把门打开
群众来访，先请坐、再倒水、后说事，三句话不离“我来办”。
二、把账记清
一件事一个台账，办到哪一步，写到哪一步，群众随时能查。`,
  'b.txt': `在窗口会议上的讲话
同志们：
一件事一个台账，办到哪一步，写到哪一步。`,
};

async function source(quote: string) {
  return drafterOver(await indexOf(SPEECHES))({ kind: 'source', quote });
}
async function matches(quote: string) {
  const answer = await source(quote);
  if (answer.kind !== 'sources') throw new Error('no source');
  return answer.matches;
}

describe('source', () => {
  it.each([
    ['as it stands', '先请坐、再倒水、后说事'],
    ['without its punctuation', '先请坐再倒水后说事'],
    ['in traditional characters', '羣衆來訪，先請坐'],
    ['with line breaks and spaces', '先请坐、\n  再倒水'],
  ])('finds a sentence %s', async (_, quote) => {
    const [match] = await matches(quote);
    expect(match).toMatchObject({ kind: 'exact', similarity: 1 });
    expect(match?.citation).toMatchObject({ file: 'a.txt', path: ['把门打开'], paragraph: 2 });
  });

  it('names every speech that has it', async () => {
    const files = (await matches('办到哪一步，写到哪一步')).map((match) => match.citation.file);
    expect(files).toEqual(['a.txt', 'b.txt']);
  });

  it('finds headings and titles too, and says where they are', async () => {
    expect((await matches('把账记清'))[0]?.citation).toMatchObject({ path: [], paragraph: 3 });
    expect((await matches('在窗口会议上的讲话'))[0]?.citation).toMatchObject({ file: 'b.txt', paragraph: 0 });
  });

  it('finds the nearest sentence to an altered one, and how near it is', async () => {
    const [match] = await matches('群众来访，要先请坐、再倒茶、后说事情');
    expect(match).toMatchObject({ kind: 'near', text: '群众来访，先请坐、再倒水、后说事' });
    expect(match?.similarity).toBeGreaterThan(0.5);
    expect(match?.similarity).toBeLessThan(1);
  });

  it.each(['今天天气很好，我们去公园划船', '群众随时随地都可以到公园散步看花听戏'])(
    'gives no source for %s',
    async (quote) => {
      expect((await source(quote)).kind).toBe('nothing');
    },
  );

  it('refuses punctuation alone and a text of many pages', async () => {
    await expect(source('。。。')).rejects.toMatchObject({ code: 'query-empty' });
    await expect(source('办'.repeat(10_000))).rejects.toMatchObject({ code: 'query-too-long' });
  });
});

describe('similarity', () => {
  it('is twice the shared pairs of characters over all pairs', () => {
    // 先请坐 has 先请 请坐; 请坐下 has 请坐 坐下: one of two and two is shared.
    expect(similarity(bigramsOf('先请坐'), bigramsOf('请坐下'))).toBe(0.5);
    expect(similarity(bigramsOf(''), bigramsOf(''))).toBe(0);
    expect(similarity(bigramsOf('办实事'), bigramsOf('办实事'))).toBe(1);
  });
});
