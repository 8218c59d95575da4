import { beforeAll, describe, expect, it } from 'vitest';
import { readDocumentAsSpeech } from '../../../src/corpus/index.ts';
import { centred, pdfOf } from '../../support/pdf.ts';
import { wordDocument } from '../../support/word.ts';

const TITLE = '在某市水利工作会议上的讲话';
const WORDS = '把渠修通，把闸修好，把水引到地头。'.repeat(20);
const ENOUGH = { characters: 10_000, pages: 10, megabytes: 1 };

let files: Record<string, Uint8Array>;
beforeAll(async () => {
  files = {
    'a.txt': Buffer.from(`${TITLE}\n同志们：\n${WORDS}\n`),
    'a.md': Buffer.from(`# ${TITLE}\n\n同志们：\n\n${WORDS}\n`),
    'a.html': Buffer.from(`<html><body><h1>${TITLE}</h1><p>同志们：</p><p>${WORDS}</p></body></html>`),
    'a.docx': Uint8Array.from(await wordDocument([TITLE, '同志们：', WORDS])),
    'a.pdf': pdfOf(...Array.from({ length: 3 }, (_, i) => [centred(700, `${TITLE}${'之一'.repeat(i)}`, 16)])),
  };
});
const read = (file: string, bounds: Partial<typeof ENOUGH> = {}) =>
  readDocumentAsSpeech(file, files[file] ?? new Uint8Array(), { ...ENOUGH, ...bounds });
const beyond = (what: string, limit: number) => ({ code: 'document-too-large', details: { what, limit } });

describe('a document in memory', () => {
  it.each(['a.txt', 'a.md', 'a.html', 'a.docx', 'a.pdf'])('%s is refused beyond so many characters', async (file) => {
    await expect(read(file, { characters: 20 })).rejects.toMatchObject(beyond('characters', 20));
  });

  it.each(['a.html', 'a.docx'])('%s is refused beyond what it may unpack to', async (file) => {
    await expect(read(file, { megabytes: 0 })).rejects.toMatchObject(beyond('megabytes', 0));
  });

  it('a PDF is refused beyond so many pages', async () => {
    await expect(read('a.pdf', { pages: 2 })).rejects.toMatchObject(beyond('pages', 2));
  });

  it.each(['a.txt', 'a.md', 'a.html', 'a.docx'])('%s is read within its bounds', async (file) => {
    expect((await read(file)).speech.title).toBe(TITLE);
  });
});
