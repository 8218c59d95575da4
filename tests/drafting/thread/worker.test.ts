import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type DrafterThread,
  type DraftRequest,
  drafterOver,
  openDrafter,
  openDrafterInWorker,
} from '../../../src/drafting/index.ts';
import { ZhibiError } from '../../../src/speech/index.ts';
import { indexOf } from '../../support/corpus.ts';

const PLEDGES = `在某市河湖治理工作会议上的讲话
同志们：
一、把河湖管起来
一是划清岸线。沿河各县三个月内立好界桩，不留一段空白。二是管住排口。每个排口挂牌编号，谁家排的谁家治。
二、把责任压下去
河长要走到河边看水，不能坐在屋里听汇报。
同志们，治水就是治家，水清了家才安。
`;
const REVIEW = `在某市河湖治理总结会上的讲话
同志们：
一、一年来的工作
沿河各县立好了界桩，排口全部挂牌编号。
二、存在的问题
有的河长不到河边看水，只听汇报。
`;

let folder: string;
let thread: DrafterThread;

// One worker for the file: each that ends leaves 250 MB behind.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhibi-thread-'));
  const index = await indexOf({ 'pledges.txt': PLEDGES, 'review.txt': REVIEW });
  await index.write(join(folder, 'index'));
  thread = openDrafterInWorker(join(folder, 'later'));
  await expect(thread.draft({ kind: 'source', quote: '治水' })).rejects.toMatchObject({ code: 'index-missing' });
  await index.write(join(folder, 'later'));
});
afterAll(async () => {
  await thread.close();
  await rm(folder, { recursive: true });
});

describe('a drafter in a worker', () => {
  it.each<DraftRequest>([
    { kind: 'find', query: '界桩 排口', filters: {}, limit: 3 },
    { kind: 'find', query: '航天 发射', filters: {}, limit: 3 },
    { kind: 'outline', query: '河湖治理', filters: {}, depth: 3, points: true },
    { kind: 'skeleton', sections: [] },
    { kind: 'phrase', query: '把*起来', filters: {} },
    { kind: 'phrase', query: '河湖治理', filters: {} },
    { kind: 'source', quote: '河长要走到河边看水' },
  ])('answers as one in the same thread does: $kind', async (request) => {
    const here = drafterOver(await indexOf({ 'pledges.txt': PLEDGES, 'review.txt': REVIEW }));
    expect(await thread.draft(request)).toEqual(await here(request));
  });

  it('rejects with the same code and details, and the stack of where it happened', async () => {
    const here = openDrafter(join(folder, 'index'));
    for (const request of [
      { kind: 'find', query: '的', filters: {}, limit: 1 },
      { kind: 'find', query: '水'.repeat(5000), filters: {}, limit: 1 },
      { kind: 'phrase', query: '把[起来', filters: {} },
    ] as const) {
      const expected: unknown = await here(request).catch((error: unknown) => error);
      const error: unknown = await thread.draft(request).catch((fault: unknown) => fault);
      if (!(expected instanceof ZhibiError && error instanceof ZhibiError)) throw new Error('both should have failed');
      expect([error.code, error.details]).toEqual([expected.code, expected.details]);
      expect(error.stack).toContain('answer-request.ts');
    }
  });
});

describe('the program that asks a worker', () => {
  it('runs from its sources, and loads no segmenter itself', () => {
    const script = `
      import { createRequire } from 'node:module';
      import { openDrafterInWorker } from './src/drafting/index.ts';
      const { draft, close } = openDrafterInWorker(process.argv[2]);
      const answer = await draft({ kind: 'source', quote: '治水就是治家' });
      const loaded = Object.keys(createRequire(import.meta.url).cache);
      await close();
      console.log(JSON.stringify([answer.kind, loaded.some((file) => file.includes('nodejs-jieba'))]));`;
    const args = ['--import', 'tsx', '--input-type=module', '-', join(folder, 'index')];
    expect(JSON.parse(execFileSync(process.execPath, args, { input: script }).toString())).toEqual(['sources', false]);
  });
});
