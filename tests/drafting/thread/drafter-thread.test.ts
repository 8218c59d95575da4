import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import type { Answer, DraftRequest } from '../../../src/drafting/index.ts';
import { type DrafterThread, drafterThread } from '../../../src/drafting/thread/drafter-thread.ts';

const ASKED = (query: string): DraftRequest => ({ kind: 'find', query, filters: {}, limit: 1 });

/** Answers each question with its query; ends itself, by an error or without one, where the query says so. */
const PROGRAM = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', ({ id, request: { query } }) => {
    if (query === 'die') process.exit(3);
    if (query === 'throw') throw Object.assign(new RangeError('words of a document'), { code: 'ERR_TEST' });
    if (query !== 'wait') parentPort.postMessage({ id, answer: { kind: 'nothing', query } });
  });`;

const MINUTE = 60_000;
let thread: DrafterThread | undefined;
let started = 0;
let clock = 0;

function openThread(): DrafterThread {
  started = 0;
  clock = 0;
  const start = (): Worker => {
    started += 1;
    return new Worker(PROGRAM, { eval: true });
  };
  thread = drafterThread(start, () => clock);
  return thread;
}

afterEach(() => thread?.close());

const queryOf = (answer: Answer): string => (answer.kind === 'nothing' ? answer.query : answer.kind);

describe('a thread that lives', () => {
  it('starts with the first question, once', async () => {
    const { draft } = openThread();
    expect(started).toBe(0);
    await Promise.all(['a', 'b', 'c'].map((query) => draft(ASKED(query))));
    expect(started).toBe(1);
  });

  it('gives each question its own answer, in the order of asking', async () => {
    const { draft } = openThread();
    const order: string[] = [];
    const queries = Array.from({ length: 40 }, (_, i) => `q${i}`);
    await Promise.all(queries.map(async (query) => order.push(queryOf(await draft(ASKED(query))))));
    expect(order).toEqual(queries);
  });

  it('refuses what is no plain data, and goes on', async () => {
    const { draft } = openThread();
    const request = Object.assign(ASKED('a'), { notPlain: () => 1 });
    await expect(draft(request)).rejects.toThrow('could not be cloned');
    expect(queryOf(await draft(ASKED('b')))).toBe('b');
  });
});

describe('a thread that dies', () => {
  it.each([
    ['die', 'exit 3'],
    ['throw', 'ERR_TEST'],
  ])('rejects all that is pending with a code and no words: %s', async (query, reason) => {
    const { draft } = openThread();
    const outcomes = await Promise.allSettled([draft(ASKED('wait')), draft(ASKED(query)), draft(ASKED('wait'))]);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ reason: { code: 'drafter-stopped', details: { reason } } });
    }
  });

  it('is started anew by a question that comes a minute after the start', async () => {
    const { draft } = openThread();
    await expect(draft(ASKED('die'))).rejects.toThrow('drafter-stopped');
    clock += MINUTE;
    expect(queryOf(await draft(ASKED('a')))).toBe('a');
    expect(started).toBe(2);
  });

  it('is not started again and again: until then questions are rejected at once', async () => {
    const { draft } = openThread();
    await expect(draft(ASKED('die'))).rejects.toThrow('drafter-stopped');
    clock += MINUTE - 1;
    await expect(draft(ASKED('a'))).rejects.toMatchObject({ details: { reason: 'exit 3' } });
    await expect(draft(ASKED('b'))).rejects.toMatchObject({ details: { reason: 'exit 3' } });
    expect(started).toBe(1);
  });

  it('starts another at once where the last one lived long', async () => {
    const { draft } = openThread();
    await draft(ASKED('a'));
    clock += MINUTE;
    await expect(draft(ASKED('die'))).rejects.toThrow('drafter-stopped');
    expect(queryOf(await draft(ASKED('b')))).toBe('b');
  });
});

describe('a thread that is closed', () => {
  it('rejects what is pending and what is asked later, and starts nothing', async () => {
    const { draft, close } = openThread();
    const pending = expect(draft(ASKED('wait'))).rejects.toMatchObject({ details: { reason: 'closed' } });
    await close();
    await pending;
    await expect(draft(ASKED('a'))).rejects.toMatchObject({ code: 'drafter-stopped', details: { reason: 'closed' } });
    expect(started).toBe(1);
  });

  it('can be closed before it started, and twice', async () => {
    const { draft, close } = openThread();
    await close();
    await close();
    await expect(draft(ASKED('a'))).rejects.toThrow('closed');
    expect(started).toBe(0);
  });
});
