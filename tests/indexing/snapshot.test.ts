import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fingerprintAt, SpeechIndex } from '../../src/indexing/index.ts';
import { indexOf } from '../support/corpus.ts';

let index: SpeechIndex;
let folder: string;
let file: string;

beforeAll(async () => {
  index = await indexOf({
    'a.txt': '在防汛会议上的讲话\n同志们：\n一、把堤看住\n巡堤查险不留空档，夜里两小时一趟。\n',
    'b.txt': '在供水会议上的讲话\n同志们：\n一、把水管好\n水厂每天公布水质，居民随时可看。\n',
  });
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhibi-index-'));
  file = join(folder, 'zhibi.index');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const search = (asked: SpeechIndex, term: string) =>
  asked.search({ terms: new Map([[term, 1]]), boosts: { whole: 1, headings: 1, title: 1 } });

/** Changes the header line as a program of another version would have written it. */
async function rewriteHeader(change: (header: { fingerprint: Record<string, unknown> }) => void): Promise<void> {
  const bytes = await readFile(file);
  const end = bytes.indexOf(0x0a);
  const header = JSON.parse(bytes.subarray(0, end).toString());
  change(header);
  await writeFile(file, Buffer.concat([Buffer.from(JSON.stringify(header)), bytes.subarray(end)]));
}

describe('an index that was written', () => {
  it('reads back as the same speeches with the same answers', async () => {
    await index.write(folder);
    const read = await SpeechIndex.read(folder);
    expect(read.speeches).toEqual(index.speeches);
    expect(read.fingerprint).toEqual(index.fingerprint);
    expect(search(read, '堤')).toEqual(search(index, '堤'));
    expect(search(read, '水质')).toHaveLength(1);
    expect(read.documentFrequency('水质')).toBe(1);
    expect(read.characters).toEqual(index.characters);
    expect(read.characters.occurrences('巡堤')).toHaveLength(1);
  });

  it('leaves no temporary file behind, and replaces the one before', async () => {
    await index.write(folder);
    await index.write(folder);
    expect(await readdir(folder)).toEqual(['zhibi.index']);
  });

  it('keeps texts beside the inverted index, not inside it', async () => {
    await index.write(folder);
    const bytes = await readFile(file);
    const headerEnd = bytes.indexOf('\n');
    const { parts } = JSON.parse(bytes.toString('utf8', 0, headerEnd)) as { parts: { name: string; bytes: number }[] };
    const at = parts.findIndex(({ name }) => name === 'terms');
    const start = parts.slice(0, at).reduce((sum, part) => sum + part.bytes, headerEnd + 1);
    const terms = bytes.subarray(start, start + (parts[at]?.bytes ?? 0));
    expect(parts.map((part) => part.name)).toContain('speeches');
    expect(terms.length).toBeGreaterThan(0);
    expect(terms.toString('utf16le')).not.toContain('巡堤查险不留空档');
    expect(terms).not.toContain('巡堤查险不留空档');
  });
});

describe('an index that cannot be used is refused, never answered from', () => {
  it('when there is none', async () => {
    await expect(SpeechIndex.read(folder)).rejects.toMatchObject({ code: 'index-missing', details: { folder } });
  });

  it.each(['format', 'analyser', 'dictionary'])('when its %s is another', async (part) => {
    await index.write(folder);
    await rewriteHeader((header) => {
      header.fingerprint[part] = part === 'dictionary' ? 'another' : 999;
    });
    await expect(SpeechIndex.read(folder)).rejects.toMatchObject({ code: 'index-incompatible', details: { part } });
    expect(await fingerprintAt(folder)).toBeNull();
  });

  it('wherever it was cut short', async () => {
    await index.write(folder);
    const whole = await readFile(file);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), async (length) => {
        await writeFile(file, whole.subarray(0, length));
        await expect(SpeechIndex.read(folder)).rejects.toMatchObject({ code: 'index-damaged' });
      }),
    );
  });

  it('whichever byte behind the header was changed', async () => {
    await index.write(folder);
    const whole = await readFile(file);
    const body = whole.indexOf(0x0a) + 1;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: body, max: whole.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const damaged = Buffer.from(whole);
          damaged[at] = (damaged[at] ?? 0) ^ by;
          await writeFile(file, damaged);
          await expect(SpeechIndex.read(folder)).rejects.toMatchObject({ code: 'index-damaged' });
        },
      ),
    );
  });

  it('when it is some other file', async () => {
    await writeFile(file, '{"not":"an index"}\n');
    await expect(SpeechIndex.read(folder)).rejects.toMatchObject({
      code: 'index-damaged',
      details: { part: 'header' },
    });
  });
});

describe('a folder that cannot be written', () => {
  it('is a coded error, and the index before stays whole', async () => {
    await index.write(folder);
    const inTheWay = join(folder, 'zhibi.index', 'deeper');
    await expect(index.write(inTheWay)).rejects.toMatchObject({ code: 'index-unwritable' });
    expect((await SpeechIndex.read(folder)).passageCount).toBe(index.passageCount);
  });
});

describe('a fingerprint', () => {
  it('tells one corpus from another, and the same corpus from no other', async () => {
    const texts = { 'a.txt': '在防汛会议上的讲话\n同志们：\n巡堤查险不留空档。\n' };
    const [one, same, other] = await Promise.all([
      indexOf(texts),
      indexOf(texts),
      indexOf({ 'a.txt': '在防汛会议上的讲话\n同志们：\n巡堤查险不留死角。\n' }),
    ]);
    expect(one.fingerprint).toEqual(same.fingerprint);
    expect(one.fingerprint.corpus).not.toBe(other.fingerprint.corpus);
  });
});
