import { describe, expect, it } from 'vitest';
import { drafterOver, type TraceAnswer, type TraceRequest } from '../../src/drafting/index.ts';
import { indexOf } from '../support/corpus.ts';

const FILES = {
  'a.txt': `在信访会议上的讲话
同志们：
一、把门打开
群众来访，先请坐、再倒水、后说事，三句话不离“我来办”。要统一思想认识，把积案清零。
二、把账记清
一件事一个台账，办到哪一步，写到哪一步，群众随时能查。`,
  'b.txt': `在窗口会议上的讲话
同志们：
要统一思想认识，窗口不关门。一件事一个台账，办到哪一步，写到哪一步，群众随时能查。`,
  ...Object.fromEntries(
    Array.from({ length: 4 }, (_, i) => [
      `${i}.txt`,
      `在第${i + 1}次例会上的讲话\n同志们：\n要统一思想认识，第${i + 1}件事今天定下来。`,
    ]),
  ),
};

async function trace(text: string): Promise<TraceAnswer> {
  const request: TraceRequest = { kind: 'trace', text };
  const answer = await drafterOver(await indexOf(FILES))(request);
  if (answer.kind !== 'trace') throw new Error('no trace');
  return answer;
}

describe('a text that is traced', () => {
  it('is looked up sentence by sentence, lines without a mark included', async () => {
    const { sentences, left } = await trace(
      '把门打开\n群众来访，先请坐、再倒水、后说事，三句话不离“我来办”。今天天气很好，公园里有人划船听戏。\n',
    );
    expect(sentences.map(({ quote, match }) => [quote, match?.kind ?? null])).toEqual([
      ['把门打开', 'exact'],
      ['群众来访，先请坐、再倒水、后说事，三句话不离“我来办”。', 'exact'],
      ['今天天气很好，公园里有人划船听戏。', null],
    ]);
    expect(left).toBe(0);
  });

  it('tells what a sentence has otherwise than its source', async () => {
    const { sentences } = await trace('群众来访，先请坐、再倒茶、后说事，三句话不离“我来办”。');
    expect(sentences[0]?.match).toMatchObject({ kind: 'near', differences: [{ quote: '茶', source: '水' }] });
  });

  it('tells in how many further places a sentence stands', async () => {
    const { sentences } = await trace('一件事一个台账，办到哪一步，写到哪一步，群众随时能查。把账记清。');
    expect(sentences.map(({ more }) => more)).toEqual([1, 0]);
  });

  it('gives no source to a set phrase, and says how many have it', async () => {
    const { sentences } = await trace('要统一思想认识。');
    expect(sentences).toEqual([{ quote: '要统一思想认识。', match: null, everywhere: 6, more: 0 }]);
  });

  it('passes over what is too short to prove anything', async () => {
    expect((await trace('好。对的！\n把门打开')).sentences.map(({ quote }) => quote)).toEqual(['把门打开']);
    expect((await trace('好。对的！')).sentences).toEqual([]);
  });

  it('looks the first forty sentences up, and says how many are left', async () => {
    const { sentences, left } = await trace('这句话别处没有。'.repeat(43));
    expect(sentences).toHaveLength(40);
    expect(left).toBe(3);
  });

  it('refuses punctuation alone, and a book', async () => {
    await expect(trace('。。。')).rejects.toMatchObject({ code: 'query-empty' });
    await expect(trace('办'.repeat(20_001))).rejects.toMatchObject({
      code: 'query-too-long',
      details: { limit: 20_000 },
    });
  });

  it('lets others have their turn between two sentences', async () => {
    const drafter = drafterOver(await indexOf(FILES));
    await drafter({ kind: 'trace', text: '把门打开' });
    let turns = 0;
    const tracing = drafter({ kind: 'trace', text: '把门打开。\n'.repeat(10) });
    const count = (): void => {
      turns++;
      waiting = setImmediate(count);
    };
    let waiting = setImmediate(count);
    await tracing;
    clearImmediate(waiting);
    expect(turns).toBeGreaterThanOrEqual(9);
  });
});
