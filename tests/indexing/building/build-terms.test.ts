import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Chunk, chunksOf } from '../../../src/indexing/building/chunks.ts';
import { buildTerms } from '../../../src/indexing/building/index.ts';
import { SegmentThread } from '../../../src/indexing/building/segment-thread.ts';
import { freeze } from '../../../src/indexing/frozen/index.ts';
import type { PassageTexts } from '../../../src/indexing/passage-texts.ts';
import { TermIndex } from '../../../src/indexing/term-index.ts';

const SAID = [
  '先修水渠，再清河道。',
  '把堤坝筑牢，把台账建好！',
  '群众来评，干部来办。',
  '月月有回音，件件有着落。',
  '2035年见成效。',
];
const PASSAGES = Array.from(
  { length: 23 },
  (_, i): PassageTexts => ({
    title: `在某市第${i % 3}次水利会议上的讲话`,
    headings: i % 4 === 0 ? '' : '一、把水管好\n（一）修渠',
    text: `${SAID[i % 5]}${SAID[(i * 3) % 5]}`,
  }),
);

describe('the terms of a stream of passages', () => {
  const whole = freeze(TermIndex.ofPassages(PASSAGES).toJSON());

  it.each([
    ['in one chunk', { chunk: { passages: 100, units: 10_000 } }],
    ['in chunks, one after the other', { threads: 1, chunk: { passages: 5, units: 10_000 } }],
    ['in chunks, in threads', { threads: 2, chunk: { passages: 6, units: 10_000 } }],
  ])('are those that one MiniSearch has of all, indexed %s', async (_, options) => {
    const told: number[] = [];
    const built = await buildTerms(PASSAGES, { ...options, onPassages: (done) => told.push(done) });
    expect(built.vocabulary).toEqual(whole.vocabulary);
    expect(built.passageCount).toBe(PASSAGES.length);
    for (const [i, { averageLength, tops, ...field }] of whole.fields.entries()) {
      expect(built.fields[i]).toMatchObject(field);
      expect(built.fields[i]?.averageLength).toBeCloseTo(averageLength, 9);
      expect(built.fields[i]?.tops).toHaveLength(tops.length);
    }
    expect(told.at(-1)).toBe(PASSAGES.length);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  it('are none where there is no passage', async () => {
    const built = await buildTerms([]);
    expect([built.passageCount, built.vocabulary.length]).toEqual([0, 0]);
  });

  it('are not there where the stream breaks, which is let go', async () => {
    let isOver = false;
    async function* broken(): AsyncGenerator<PassageTexts> {
      try {
        yield* PASSAGES;
        throw new RangeError('broken');
      } finally {
        isOver = true;
      }
    }
    await expect(buildTerms(broken(), { threads: 1, chunk: { passages: 4, units: 99 } })).rejects.toThrow('broken');
    expect(isOver).toBe(true);
  });
});

describe('chunks', () => {
  const texts = fc.array(
    fc.nat(30).map((length): PassageTexts => ({ title: '', headings: '', text: '水'.repeat(length) })),
  );

  it('hold every passage once, in order, and are within their limits but for a passage beyond them', async () => {
    await fc.assert(
      fc.asyncProperty(
        texts,
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 60 }),
        async (all, passages, units) => {
          const chunks: Chunk[] = [];
          for await (const chunk of chunksOf(all, { passages, units })) chunks.push(chunk);
          expect(chunks.flatMap((chunk) => chunk.passages)).toEqual(all);
          expect(chunks.map(({ number }) => number)).toEqual([...chunks.keys()]);
          for (const { passages: own } of chunks) {
            const length = own.reduce((sum, { text }) => sum + text.length, 0);
            expect(own.length).toBeGreaterThan(0);
            expect(own.length === 1 || (own.length <= passages && length <= units)).toBe(true);
          }
        },
      ),
    );
  });
});

describe('a thread that indexes', () => {
  const threadOf = (code: string): SegmentThread => new SegmentThread(new Worker(code, { eval: true }));
  const stopped = (reason: string) => ({ code: 'indexing-stopped', details: { reason } });

  it.each([
    ['ends by itself', "require('node:worker_threads').parentPort.once('message', () => process.exit(3))", 'exit 3'],
    [
      'throws',
      "require('node:worker_threads').parentPort.once('message', () => { throw new RangeError('words') })",
      'RangeError',
    ],
  ])('and %s is an error with a code, then and later', async (_, code, reason) => {
    const thread = threadOf(code);
    await expect(thread.segment(PASSAGES, () => {})).rejects.toMatchObject(stopped(reason));
    await expect(thread.segment(PASSAGES, () => {})).rejects.toMatchObject(stopped(reason));
    await thread.close();
  });

  it('passes on why it could not index', async () => {
    const fault = { kind: 'coded', code: 'dictionary-missing', details: { file: 'dict' }, stack: undefined };
    const code = `const { parentPort } = require('node:worker_threads');
      parentPort.on('message', () => parentPort.postMessage({ fault: ${JSON.stringify(fault)} }));`;
    const thread = threadOf(code);
    await expect(thread.segment(PASSAGES, () => {})).rejects.toMatchObject({ code: 'dictionary-missing' });
    await thread.close();
  });

  it('that is closed while it works rejects', async () => {
    const thread = threadOf("require('node:worker_threads').parentPort.on('message', () => {})");
    const pending = expect(thread.segment(PASSAGES, () => {})).rejects.toMatchObject(stopped('closed'));
    await thread.close();
    await pending;
  });
});
