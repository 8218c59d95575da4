import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drafterOver, type SourceRequest } from '../../src/drafting/index.ts';
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
  const request: SourceRequest = { kind: 'source', quote };
  return drafterOver(await indexOf(SPEECHES))(request);
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

  it('tells which characters differ', async () => {
    const [match] = await matches('群众来访，先请坐、再倒茶、后说事，三句话不离“我来办”');
    expect(match?.differences).toEqual([{ quote: '茶', source: '水' }]);
  });

  it.each([
    ['at its end', '一件事一个台账，办到哪一步，写到哪一本', '本', '步'],
    ['at its beginning', '每件事一个台账，办到哪一步，写到哪一步', '每', '一'],
    ['before it', '明春起群众来访，先请坐、再倒水、后说事', '明春起', ''],
    ['behind it', '群众来访，先请坐、再倒水、后说事都行', '都行', ''],
  ])('tells what the quote has otherwise %s', async (_, quote, otherwise, original) => {
    const [match] = await matches(quote);
    expect(match?.kind).toBe('near');
    expect(match?.differences).toEqual([{ quote: otherwise, source: original }]);
    expect(match?.part).toBeUndefined();
  });

  it('tells every word that is put before or behind a sentence, or in place of its first or last', async () => {
    const sentence = '群众来访，先请坐、再倒水、后说事，三句话不离“我来办”';
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('渔鼓', '瓷窑边', '驼铃叮当'),
        fc.constantFrom(
          (words: string) => words + sentence,
          (words: string) => sentence + words,
          (words: string) => words + sentence.slice(2),
          (words: string) => sentence.replace('我来办', words),
        ),
        async (words, alter) => {
          const [match] = await matches(alter(words));
          expect(match?.differences.map(({ quote }) => quote).join()).toContain(words);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('does not call a shorter quote different', async () => {
    expect((await matches('先请坐、再倒水'))[0]).toMatchObject({ kind: 'exact', differences: [] });
  });

  it('finds clauses of one paragraph whose middle was left out, word for word', async () => {
    const index = await indexOf({
      'a.txt':
        '在支部书记会上的讲话\n同志们：\n每个支部一年领办一道难题，年初公开亮题，年中晒进度，群众评判打分，领了三年解不开的，换人来领。',
    });
    const answer = await drafterOver(index)({
      kind: 'source',
      quote: '每个支部一年领办一道难题，领了三年解不开的，换人来领。',
    });
    expect(answer).toMatchObject({
      matches: [
        { kind: 'exact', text: '每个支部一年领办一道难题', part: '每个支部一年领办一道难题，' },
        { kind: 'exact', text: '领了三年解不开的，换人来领', part: '领了三年解不开的，换人来领。' },
      ],
    });
  });

  it('calls stitched clauses that stand word for word verbatim, and says what stands nowhere', async () => {
    const answer = await source('群众来访，先请坐、再倒水，办到哪一步，写到哪一步，大雁南飞人字排开');
    expect(answer.kind === 'sources' && answer.matches.map(({ kind, part }) => [kind, part])).toEqual([
      ['exact', '群众来访，先请坐、再倒水，'],
      ['exact', '办到哪一步，写到哪一步，'],
    ]);
    expect(answer).toMatchObject({ unmatched: ['大雁南飞人字排开'] });
  });

  it.each(['1. ', '（2）', '3、', '• ', '🙏 '])('takes no account of %j before a quote', async (mark) => {
    expect((await matches(`${mark}一件事一个台账，办到哪一步，写到哪一步`))[0]?.kind).toBe('exact');
  });

  it('gives a quote that was stitched together both its sources', async () => {
    const found = await matches('群众来访先请坐再倒水后说事，办到哪一步就写到哪一步，群众随时能来查');
    expect(
      found
        .slice(0, 2)
        .map(({ citation }) => citation.path)
        .sort(),
    ).toEqual([['把账记清'], ['把门打开']]);
  });

  it('looks a long quote up sentence by sentence', async () => {
    const others = '修渠要赶在上冻之前，材料备齐了再开工，开工了就不许停，停一天就误一季庄稼，误一季就是一年。'.repeat(
      4,
    );
    const found = await matches(`${others}群众来访，先请坐、再倒水、后说事。${others}`);
    expect(found[0]).toMatchObject({ kind: 'exact', citation: { path: ['把门打开'] } });
  });

  it('takes no account of the blanks that authors leave', async () => {
    const index = await indexOf({ 'a.txt': '在某会上的讲话\n同志们：\n全市建成XX个驿站，累计服务X万人次。' });
    const answer = await drafterOver(index)({ kind: 'source', quote: '全市建成×个驿站，累计服务XXX万人次' });
    expect(answer).toMatchObject({ kind: 'sources', matches: [{ kind: 'exact' }] });
  });

  it('says that a set phrase is nobody’s', async () => {
    const speech = (i: number): string => `在第${i}次会上的讲话\n同志们：\n要统一思想认识，把第${i}件事办好。`;
    const index = await indexOf(Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`${i}.txt`, speech(i + 1)])));
    const answer = await drafterOver(index)({ kind: 'source', quote: '统一思想认识' });
    expect(answer).toMatchObject({ kind: 'nothing', everywhere: 6 });
  });

  it('knows a set phrase with 的 for 地, and a long one', async () => {
    const phrase = '深入扎实地推进各项重点工作任务落到实处见到实效让群众看得见';
    const speech = (i: number): string => `在第${i}次会上的讲话\n同志们：\n要${phrase}，把第${i}件事办好。`;
    const index = await indexOf(Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`${i}.txt`, speech(i + 1)])));
    for (const quote of [phrase, phrase.replace('地', '的')]) {
      expect(await drafterOver(index)({ kind: 'source', quote })).toMatchObject({ kind: 'nothing', everywhere: 6 });
    }
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
