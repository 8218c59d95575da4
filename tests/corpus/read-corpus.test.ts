import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, rmSync } from 'node:fs';
import { chmod, type FileHandle, mkdir, mkdtemp, open, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Corpus, readCorpus, readSpeech } from '../../src/corpus/index.ts';
import { FORMATS } from '../../src/corpus/readers/index.ts';
import { ZhibiError } from '../../src/speech/index.ts';
import { TITLE } from './reading.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhibi-corpus-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const textOf = (words: string): string => `${TITLE}\n\n同志们：\n${words}\n`;

async function write(files: Record<string, string | Uint8Array>, into = folder): Promise<void> {
  for (const [file, content] of Object.entries(files)) {
    await mkdir(dirname(join(into, file)), { recursive: true });
    await writeFile(join(into, file), content);
  }
}

const filesOf = (corpus: Corpus): string[] => corpus.speeches.map((speech) => speech.file);
const skippedIn = (corpus: Corpus) =>
  corpus.skipped.map(({ file, error }) => ({ file, ...error.details, code: error.code }));

/** Runs as somebody whom permissions bind: root reads everything. */
async function unprivileged<T>(run: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return run();
  await chmod(folder, 0o755);
  process.seteuid?.(65_534);
  try {
    return await run();
  } finally {
    process.seteuid?.(0);
  }
}

describe('a corpus', () => {
  it('holds every speech below its folder, in the order of their paths', async () => {
    await write({
      'b.txt': textOf('乙的话。'),
      'a.md': `# ${textOf('甲的话。')}`,
      'a/c.txt': textOf('丙的话。'),
      'a/b/d.txt': textOf('丁的话。'),
      'B.txt': textOf('戊的话。'),
    });
    const corpus = await readCorpus([folder]);
    expect(filesOf(corpus)).toEqual(['B.txt', 'a.md', 'a/b/d.txt', 'a/c.txt', 'b.txt']);
    expect(corpus.skipped).toEqual([]);
  });

  it('holds the speeches of several folders, folder by folder', async () => {
    await write({ 'two/a.txt': textOf('甲的话。'), 'one/b.txt': textOf('乙的话。') });
    const corpus = await readCorpus([join(folder, 'two'), join(folder, 'one')]);
    expect(filesOf(corpus)).toEqual(['a.txt', 'b.txt']);
  });

  it('may be empty', async () => {
    expect(await readCorpus([folder])).toEqual({ speeches: [], skipped: [], files: [] });
    expect(await readCorpus([])).toEqual({ speeches: [], skipped: [], files: [] });
  });

  it('leaves out what is about it, and hidden files', async () => {
    await write({
      'README.md': '# 说明\n\n这里放讲话稿。\n',
      'nested/readme.txt': '说明。\n',
      LICENSE: 'MIT\n',
      'manifest.json': '[]\n',
      'CHANGELOG.md': '# 变更\n\n无。\n',
      '.draft.txt': textOf('草稿。'),
      'a.txt': textOf('甲的话。'),
    });
    const corpus = await readCorpus([folder]);
    expect(filesOf(corpus)).toEqual(['a.txt']);
    expect(corpus.skipped).toEqual([]);
  });

  it('leaves out hidden folders', async () => {
    await write({ '.git/config': '[core]\n', '.trash/old.txt': textOf('旧稿。'), 'a.txt': textOf('甲的话。') });
    const corpus = await readCorpus([folder]);
    expect(filesOf(corpus)).toEqual(['a.txt']);
    expect(corpus.skipped).toEqual([]);
  });

  it('holds the same text once, and says where it stood first', async () => {
    await write({ 'b.txt': textOf('甲的话。'), 'a.txt': textOf('甲的话。'), 'c/d.txt': textOf('甲的话。') });
    const corpus = await readCorpus([folder]);
    expect(filesOf(corpus)).toEqual(['a.txt']);
    expect(skippedIn(corpus)).toEqual([
      { file: 'b.txt', code: 'speech-duplicate', first: 'a.txt' },
      { file: 'c/d.txt', code: 'speech-duplicate', first: 'a.txt' },
    ]);
  });

  it('holds the same text once, though front matter or encoding differ', async () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(textOf('甲的话。'), 'utf16le')]);
    await write({
      'a.txt': textOf('甲的话。'),
      'b.txt': bytes,
      'c.md': `---\norigin: 某市\n---\n${textOf('甲的话。')}`,
    });
    const corpus = await readCorpus([folder]);
    expect(skippedIn(corpus).map(({ file, code }) => ({ file, code }))).toEqual([
      { file: 'b.txt', code: 'speech-duplicate' },
      { file: 'c.md', code: 'speech-duplicate' },
    ]);
  });

  it('holds two speeches of one title whose texts differ', async () => {
    await write({ 'a.txt': textOf('甲的话。'), 'b.txt': textOf('乙的话。') });
    const { speeches, skipped } = await readCorpus([folder]);
    expect(speeches.map((speech) => speech.title)).toEqual([TITLE, TITLE]);
    expect(new Set(speeches.map((speech) => speech.id)).size).toBe(2);
    expect(skipped).toEqual([]);
  });

  it('skips what it can’t read, each with its reason, and goes on', async () => {
    await write({
      'a-empty.txt': '',
      'b-blank.txt': ' \n　\n',
      'c-picture.txt': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0),
      'd-broken.txt': Uint8Array.of(0xd6, 0xd0, 0xff, 0xff),
      'e-page.rtf': 'x',
      'f-no-ending': textOf('甲的话。'),
      'g-title.txt': `${TITLE}\n`,
      'h-wrong.md': `---\nright: internal\n---\n${textOf('甲的话。')}`,
      'i-huge.txt': '',
      'z-good.txt': textOf('乙的话。'),
    });
    await truncate(join(folder, 'i-huge.txt'), 50 * 1024 * 1024);
    const corpus = await readCorpus([folder]);
    expect(filesOf(corpus)).toEqual(['z-good.txt']);
    expect(corpus.skipped.every(({ error }) => error instanceof ZhibiError)).toBe(true);
    expect(skippedIn(corpus)).toEqual([
      { file: 'a-empty.txt', code: 'file-empty' },
      { file: 'b-blank.txt', code: 'file-empty' },
      { file: 'c-picture.txt', code: 'file-binary' },
      { file: 'd-broken.txt', code: 'encoding-unknown' },
      { file: 'e-page.rtf', code: 'format-legacy', format: '.rtf' },
      { file: 'f-no-ending', code: 'format-unsupported', formats: FORMATS.join(' ') },
      { file: 'g-title.txt', code: 'no-text' },
      { file: 'h-wrong.md', code: 'front-matter-invalid', line: 2, reason: expect.stringMatching(/^right: /) },
      { file: 'i-huge.txt', code: 'file-too-large', megabytes: 50, limit: 20 },
    ]);
  });

  it('skips a file of another format for its format, whatever its bytes', async () => {
    await write({ 'a.xlsx': Uint8Array.of(0x50, 0x4b, 3, 4, 0x14, 0, 6, 0), 'b.mp4': '' });
    await truncate(join(folder, 'b.mp4'), 50 * 1024 * 1024);
    const corpus = await readCorpus([folder]);
    expect(corpus.skipped.map(({ error }) => error.code)).toEqual(['format-unsupported', 'format-unsupported']);
  });

  it('skips a file that vanishes while it is being read', async () => {
    await write({ 'a.txt': textOf('甲的话。'), 'b.txt': textOf('乙的话。'), 'c.txt': textOf('丙的话。') });
    // The first file is told of before the second is opened.
    const corpus = await readCorpus([folder], (done) => {
      if (done === 1) rmSync(join(folder, 'b.txt'));
    });
    expect(filesOf(corpus)).toEqual(['a.txt', 'c.txt']);
    expect(skippedIn(corpus)).toEqual([{ file: 'b.txt', code: 'file-vanished' }]);
  });

  it('skips what is no file, and never opens it', { skip: process.platform === 'win32' }, async () => {
    await write({ 'c.txt': textOf('丙的话。'), 'd.txt/e.txt': textOf('戊的话。') });
    execFileSync('mkfifo', [join(folder, 'a.txt')]);
    const server = createServer().listen(join(folder, 'b.txt'));
    await once(server, 'listening');
    const corpus = await readCorpus([folder]);
    server.close();
    expect(filesOf(corpus)).toEqual(['c.txt', 'd.txt/e.txt']);
    expect(skippedIn(corpus)).toEqual([
      { file: 'a.txt', code: 'file-special', what: 'fifo' },
      { file: 'b.txt', code: 'file-special', what: 'socket' },
    ]);
  });

  it('skips what it may not read, file or folder', { skip: process.platform === 'win32' }, async () => {
    await write({ 'a.txt': textOf('甲的话。'), 'b/b.txt': textOf('乙的话。'), 'c.txt': textOf('丙的话。') });
    await chmod(join(folder, 'a.txt'), 0);
    await chmod(join(folder, 'b'), 0);
    const corpus = await unprivileged(() => readCorpus([folder]));
    expect(filesOf(corpus)).toEqual(['c.txt']);
    expect(skippedIn(corpus)).toEqual([
      { file: 'b/', folder: join(folder, 'b'), code: 'folder-unreadable', reason: 'EACCES' },
      { file: 'a.txt', code: 'file-unreadable', reason: 'EACCES' },
    ]);
    await chmod(join(folder, 'b'), 0o700);
  });

  it('skips a file that is written to while it is being read', async () => {
    await write({ 'a.txt': textOf('甲的话。'), 'b.txt': textOf('乙的话。') });
    const handle = await open(join(folder, 'a.txt'));
    const { read } = handle;
    await handle.close();
    const growing = vi.spyOn(Object.getPrototypeOf(handle) as FileHandle, 'read');
    growing.mockImplementationOnce(function (this: FileHandle, ...given: unknown[]) {
      appendFileSync(join(folder, 'a.txt'), '又一句。');
      return read.apply(this, given as Parameters<FileHandle['read']>);
    } as FileHandle['read']);
    const corpus = await readCorpus([folder]);
    growing.mockRestore();
    expect(filesOf(corpus)).toEqual(['b.txt']);
    expect(skippedIn(corpus)).toEqual([{ file: 'a.txt', code: 'file-changing' }]);
  });

  it('holds a speech of 150,000 points', { timeout: 60_000 }, async () => {
    await write({ 'a.txt': `${TITLE}\n同志们：\n${'一是甲。二是乙。\n'.repeat(75_000)}`, 'b.txt': textOf('乙的话。') });
    const corpus = await readCorpus([folder]);
    expect(filesOf(corpus)).toEqual(['a.txt', 'b.txt']);
  });

  it('leaves out links that lead nowhere', async () => {
    await write({ 'a.txt': textOf('甲的话。') });
    await symlink(join(folder, 'nowhere.txt'), join(folder, 'b.txt'));
    expect(filesOf(await readCorpus([folder]))).toEqual(['a.txt']);
  });

  it('tells of each file, skipped or not', async () => {
    await write({ 'a.txt': textOf('甲的话。'), 'b.txt': '', 'c.txt': textOf('丙的话。') });
    const told: [number, number][] = [];
    await readCorpus([folder], (done, all) => told.push([done, all]));
    expect(told).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });

  it.each([
    ['does not exist', 'nowhere'],
    ['is a file', 'a.txt'],
  ])('whose folder %s is missing', async (_, name) => {
    await write({ 'a.txt': textOf('甲的话。') });
    const missing = join(folder, name);
    const fault = { code: 'corpus-missing', details: { folder: missing } };
    await expect(readCorpus([folder, missing])).rejects.toMatchObject(fault);
  });
});

describe('one speech', () => {
  it('remembers its path below the corpus folder', async () => {
    await write({ 'a/b.txt': textOf('甲的话。') });
    expect(await readSpeech(join(folder, 'a/b.txt'), folder)).toMatchObject({ file: 'a/b.txt', title: TITLE });
  });

  it('goes by its name where it is itself what was asked for', async () => {
    await write({ 'a.txt': textOf('甲的话。') });
    const file = join(folder, 'a.txt');
    expect((await readSpeech(file, file)).file).toBe('a.txt');
  });

  it('stays the same speech under another name', async () => {
    await write({ 'a.txt': textOf('甲的话。'), 'b.md': textOf('甲的话。') });
    const [one, two] = [
      await readSpeech(join(folder, 'a.txt'), folder),
      await readSpeech(join(folder, 'b.md'), folder),
    ];
    expect(two.id).toBe(one.id);
    expect(two.passages).toEqual(one.passages);
  });

  it('keeps its original text, without the byte order mark', async () => {
    await write({ 'a.txt': Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(textOf('甲的话。'))]) });
    expect((await readSpeech(join(folder, 'a.txt'), folder)).text).toBe(textOf('甲的话。'));
  });

  it.each([
    ['is gone', 'b.txt', { code: 'file-vanished', details: { file: 'b.txt' } }],
    ['is a folder', 'nested.txt', { code: 'file-unreadable', details: { file: 'nested.txt', reason: 'EISDIR' } }],
  ])('that %s is refused', async (_, name, fault) => {
    await mkdir(join(folder, 'nested.txt'));
    await expect(readSpeech(join(folder, name), folder)).rejects.toMatchObject(fault);
  });
});
