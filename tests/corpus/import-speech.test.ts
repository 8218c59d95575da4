import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importSpeech, type Reading, readCorpus, readSpeech, type Statement } from '../../src/corpus/index.ts';
import { parseDocument } from '../../src/corpus/parse-speech.ts';
import { documentOf, type ExtractedLine } from '../../src/corpus/readers/document.ts';
import { treeOf } from './reading.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhibi-import-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const LINES: ExtractedLine[] = [
  { text: '在全市水利工作会议上的讲话', depth: 1 },
  { text: '同志们：' },
  { text: '一、把渠修通', depth: 2 },
  { text: '修渠先清淤。一是划段。二是定人。' },
  { text: '把水引来', depth: 2 },
  { text: '水在山上，渠在门前。' },
];

/** What a reader of some other format made of these lines. */
const readingOf = (lines: readonly ExtractedLine[], file = '水利讲话.docx'): Reading =>
  parseDocument(documentOf(lines, file), file);

const take = async (lines: readonly ExtractedLine[], statement: Statement = {}): Promise<string> =>
  importSpeech(readingOf(lines), statement, folder, (await readCorpus([folder])).speeches);

describe('a speech that is imported', () => {
  it('stands in the corpus as Markdown, with what is known of it', async () => {
    const path = await take(LINES);
    expect(path).toBe(join(folder, '水利讲话.md'));
    expect(await readFile(path, 'utf8')).toBe(
      [
        '---',
        'title: 在全市水利工作会议上的讲话',
        'occasion: 全市水利工作会议',
        'genre: deployment',
        'level: city',
        '---',
        '',
        '# 在全市水利工作会议上的讲话\n\n同志们：\n\n## 一、把渠修通\n\n修渠先清淤。一是划段。二是定人。\n\n## 把水引来\n\n水在山上，渠在门前。\n',
      ].join('\n'),
    );
  });

  it('is read back as it was', async () => {
    const { speech } = readingOf(LINES);
    const back = await readSpeech(await take(LINES), folder);
    expect(treeOf(back)).toEqual(treeOf(speech));
    const { title, genre, level, occasion, rights } = speech;
    expect(back).toMatchObject({ title, genre, level, occasion, rights });
    expect(back.passages).toHaveLength(speech.passages.length);
  });

  it('says what the person states, over what was read', async () => {
    const statement = { title: '把渠修通：讲话', date: '2024-03', genre: 'forum', rights: 'internal' } as const;
    expect(await readSpeech(await take(LINES, statement), folder)).toMatchObject({
      ...statement,
      rights: [{ text: 'internal', restriction: 'internal' }],
    });
  });

  it.each([
    ['at the head of a page', [{ text: '内部资料 禁止外传', furniture: 'page-header' as const }, ...LINES]],
    ['at its foot', [...LINES, { text: '内部资料 禁止外传', furniture: 'page-footer' as const }]],
    ['above the title', [{ text: '内部资料 禁止外传' }, ...LINES]],
  ])('keeps a notice that stood %s', async (_, lines) => {
    const back = await readSpeech(await take(lines), folder);
    expect(back.rights).toMatchObject([{ text: '内部资料 禁止外传', restriction: 'internal' }]);
  });

  it('leaves out what stood beside the text', async () => {
    const path = await take([...LINES, { text: '— 3 —', furniture: 'page-footer' }]);
    expect(await readFile(path, 'utf8')).not.toContain('— 3 —');
  });

  it('is refused when the corpus says the same already, in whatever format', async () => {
    await take(LINES);
    const plain = LINES.map(({ text }, i) => ({ text: ` ${text} `, depth: i === 4 ? 2 : 0 }));
    await expect(take(plain)).rejects.toMatchObject({
      code: 'speech-duplicate',
      details: { file: '水利讲话.docx', first: '水利讲话.md' },
    });
    expect(await readdir(folder)).toEqual(['水利讲话.md']);
  });

  it('is another speech when it says another thing, or may be used otherwise', async () => {
    await take(LINES);
    await take([...LINES, { text: '再加一条。' }]);
    await take([{ text: '内部资料 禁止外传' }, ...LINES]);
    expect((await readdir(folder)).sort()).toEqual(['水利讲话-2.md', '水利讲话-3.md', '水利讲话.md']);
    expect((await readCorpus([folder])).skipped).toEqual([]);
  });

  it('fails with a coded error where nothing can be written', async () => {
    const path = await take(LINES);
    await expect(importSpeech(readingOf(LINES), {}, join(path, 'inside'), [])).rejects.toMatchObject({
      code: 'corpus-unwritable',
    });
  });
});
