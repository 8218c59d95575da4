import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { readCorpus, readDocumentAsSpeech } from '../../src/corpus/index.ts';
import { TITLE } from './reading.ts';

vi.mock('../../src/corpus/parse-speech.ts', async (original) => {
  const real = await original<typeof import('../../src/corpus/parse-speech.ts')>();
  const parseDocument: typeof real.parseDocument = (document, file) => {
    if (file.endsWith('b.txt')) throw new RangeError('一句不该进日志的话');
    return real.parseDocument(document, file);
  };
  return { ...real, parseDocument };
});

it('what should not happen while a file is read is that file’s fault, and the rest is read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'zhibi-faults-'));
  for (const name of ['a', 'b', 'c']) {
    await writeFile(join(folder, `${name}.txt`), `${TITLE}\n同志们：\n${name}的话要说完。\n`);
  }
  const { files, skipped, speeches } = await readCorpus([folder]);
  expect(speeches.map(({ file }) => file)).toEqual(['a.txt', 'c.txt']);
  expect(skipped.map(({ file, error: { code, details } }) => ({ file, code, details }))).toEqual([
    { file: 'b.txt', code: 'file-failed', details: { file: 'b.txt', reason: 'RangeError' } },
  ]);
  expect(files.map(({ fault }) => fault)).toEqual([null, 'file-failed', null]);
  await rm(folder, { recursive: true });
});

it('the same of a document in memory', async () => {
  const read = readDocumentAsSpeech('b.txt', Buffer.from(`${TITLE}\n同志们：\n话要说完。\n`));
  await expect(read).rejects.toMatchObject({ code: 'file-failed', details: { file: 'b.txt', reason: 'RangeError' } });
});
