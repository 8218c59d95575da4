import { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, it } from 'vitest';
import { type Intake, openIntake } from '../../src/intake/index.ts';

const TITLE = '在某市水利工作会议上的讲话';
const speech = (words: string): Uint8Array => Buffer.from(`${TITLE}\n同志们：\n一、把水渠修通\n${words}\n`);
const load = (bytes: Uint8Array) => async () => bytes;

const open: Intake[] = [];
const opened = (...given: Parameters<typeof openIntake>): Intake => {
  const intake = openIntake(...given);
  open.push(intake);
  return intake;
};
afterAll(() => {
  for (const intake of open) intake.close();
});

/** A thread that runs this code; with a document whose name is `good.txt` it answers. */
const running = (code: string) => () =>
  new Worker(
    `const { parentPort } = require('node:worker_threads');
    parentPort.on('message', ({ name }) => {
      if (name === 'good.txt') return parentPort.postMessage({ digest: { title: name } });
      ${code}
    });`,
    { eval: true, resourceLimits: { maxOldGenerationSizeMb: 32 } },
  );

describe('a document that is sent', { timeout: 60_000 }, () => {
  const intake = opened();

  it('is told in short', async () => {
    const digest = await intake.read('稿.txt', load(speech('把渠修通，把闸修好。X市要带头。')), 'U1');
    expect(digest).toMatchObject({
      ...{ title: TITLE, level: 'city', passageCount: 1, blanks: 1, headingCount: 1 },
      headings: [{ words: '一、把水渠修通', depth: 0 }],
      words: '把渠修通，把闸修好。X市要带头。',
    });
  });

  it('that can’t be read is refused with its code and name', async () => {
    const read = intake.read('稿.docx', load(speech('把渠修通。')), 'U1');
    await expect(read).rejects.toMatchObject({ code: 'document-damaged', details: { file: '稿.docx' } });
  });

  it('that can’t be brought is refused with the reason, and the next is read', async () => {
    const gone = intake.read('稿.txt', () => Promise.reject(new Error('gone')), 'U1');
    const next = intake.read('稿.txt', load(speech('把闸修好。')), 'U1');
    await expect(gone).rejects.toThrow('gone');
    expect(await next).toMatchObject({ words: '把闸修好。' });
  });

  it('is bound more narrowly than one in the corpus', async () => {
    const long = speech('把渠修通，把闸修好。\n'.repeat(40_000));
    const read = intake.read('稿.txt', load(long), 'U1');
    const details = { what: 'characters', limit: 300_000 };
    await expect(read).rejects.toMatchObject({ code: 'document-too-large', details });
  });

  it('comes back small, whatever is in it', async () => {
    const headings = Array.from({ length: 20_000 }, (_, i) => `${i}. 甲乙丙\n`).join('');
    const digest = await intake.read('稿.txt', load(speech(`${headings}把渠修通。`)), 'U1');
    const { words: _, ...rest } = digest;
    expect(JSON.stringify(rest).length).toBeLessThan(100_000);
  });
});

describe('a document', { timeout: 60_000 }, () => {
  it('that takes too long is given up, and the next one read', async () => {
    const intake = opened(running('for (;;);'), { seconds: 0.2, megabytes: 32 });
    const slow = intake.read('slow.txt', load(speech('')), 'U1');
    const next = intake.read('good.txt', load(speech('')), 'U1');
    const details = { file: 'slow.txt', what: 'seconds', limit: 0.2 };
    await expect(slow).rejects.toMatchObject({ code: 'file-too-costly', details });
    expect(await next).toEqual({ title: 'good.txt' });
  });

  it('that takes too much memory is given up, and the next one read', async () => {
    const code = 'const all = []; for (;;) all.push(new Array(1e4).fill(0.5));';
    const intake = opened(running(code), { seconds: 50, megabytes: 32 });
    const large = intake.read('large.txt', load(speech('')), 'U1');
    const next = intake.read('good.txt', load(speech('')), 'U1');
    const details = { file: 'large.txt', what: 'megabytes', limit: 32 };
    await expect(large).rejects.toMatchObject({ code: 'file-too-costly', details });
    expect(await next).toEqual({ title: 'good.txt' });
  });

  it('at which the thread ends is refused, and the next one read', async () => {
    const intake = opened(running('process.exit(3);'), { seconds: 50, megabytes: 32 });
    const fatal = intake.read('fatal.txt', load(speech('')), 'U1');
    const next = intake.read('good.txt', load(speech('')), 'U1');
    await expect(fatal).rejects.toMatchObject({
      code: 'file-failed',
      details: { file: 'fatal.txt', reason: 'exit 3' },
    });
    expect(await next).toEqual({ title: 'good.txt' });
  });

  it('of one person keeps none of another’s waiting', async () => {
    const intake = opened(running('for (;;);'), { seconds: 3, megabytes: 32 });
    const slow = intake.read('slow.txt', load(speech('')), 'U1').catch(() => 'given up');
    const others = await Promise.all(['U2', 'U3'].map((person) => intake.read('good.txt', load(speech('')), person)));
    expect(others).toEqual([{ title: 'good.txt' }, { title: 'good.txt' }]);
    expect(await slow).toBe('given up');
  });
});
