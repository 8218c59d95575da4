import { mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DraftRequest, drafterOver } from '../../../src/drafting/index.ts';
import { manifestText, readManifest } from '../../../src/indexing/files/manifest.ts';
import { checkIndexFolder, fingerprintAt, SpeechIndex } from '../../../src/indexing/index.ts';
import { wholeSpeech } from '../../../src/indexing/speeches/index.ts';
import { ZhibiError } from '../../../src/speech/index.ts';
import { indexOf } from '../../support/corpus.ts';
import { allOf, filesIn, putFiles, temporaryFolder } from '../../support/index-folder.ts';
import { faultOf, openBytes } from '../../support/section-files.ts';

const FLOOD = '在防汛会议上的讲话\n同志们：\n一、把堤看住\n巡堤查险不留空档，夜里两小时一趟。\n';
const WATER = '在供水会议上的讲话\n同志们：\n一、把水管好\n水厂每天公布水质，居民随时可看。\n';
const ROADS = '在修路会议上的讲话\n同志们：\n一、把路修通\n村村通了硬化路，出门不沾两脚泥。\n';

let index: SpeechIndex;
let other: SpeechIndex;
let folder: string;

beforeAll(async () => {
  index = await indexOf({ 'a.txt': FLOOD, 'b.txt': WATER });
  other = await indexOf({ 'a.txt': FLOOD, 'c.txt': ROADS });
});
beforeEach(() => {
  folder = temporaryFolder();
});

const search = (asked: SpeechIndex, term: string) =>
  asked.search({ terms: new Map([[term, 1]]), boosts: { whole: 1, headings: 1, title: 1 } });
const passagesOf = (hits: ReturnType<typeof search>) =>
  hits.map(({ place, score }) => ({ id: place.passage.id, score }));

/** Reads an index with all that it puts off. */
async function readAll(): Promise<unknown> {
  return allOf(await SpeechIndex.read(folder));
}

/** The code of the error that reading everything ends in; `null` where it is read. */
const faultOfReading = (): Promise<string | null> =>
  readAll().then(
    () => null,
    (error: unknown) => {
      if (!(error instanceof ZhibiError)) throw error;
      return error.code;
    },
  );

const partFiles = (): string[] => readdirSync(folder).filter((file) => file !== 'zhibi.index');

describe('an index that was written', () => {
  it('reads back as the same speeches with the same answers', async () => {
    await index.write(folder);
    const read = await SpeechIndex.read(folder);
    expect(read.fingerprint).toEqual(index.fingerprint);
    expect(await fingerprintAt(folder)).toEqual(index.fingerprint);
    expect(passagesOf(search(read, '堤'))).toEqual(passagesOf(search(index, '堤')));
    expect(search(read, '水质')).toHaveLength(1);
    expect(read.documentFrequency('水质')).toBe(1);
    expect(read.characters.occurrences('巡堤')).toHaveLength(1);
    expect(allOf(read)).toEqual(allOf(index));
  });

  it('is a manifest and one file a part, named after its content', async () => {
    await index.write(folder);
    const names = partFiles().map((file) => /^([a-z]+)-[0-9a-f]{16}\.zhibi$/.exec(file)?.[1]);
    const parts = ['bands', 'characters', 'collocations', 'families', 'phraseology', 'sections', 'speeches', 'terms'];
    expect(names).toEqual(parts);
    const { parts: named } = await readManifest(folder);
    expect(named.map(({ file }) => file).sort()).toEqual(partFiles());
  });

  it('is written again with the same bytes, what is already there being left as it is', async () => {
    await index.write(folder);
    const before = filesIn(folder);
    const written = partFiles().map((file) => statSync(join(folder, file)).ino);
    await index.write(folder);
    expect(filesIn(folder)).toEqual(before);
    expect(partFiles().map((file) => statSync(join(folder, file)).ino)).toEqual(written);
  });

  it('is whole again once it is written over one that was damaged', async () => {
    await index.write(folder);
    const whole = filesIn(folder);
    for (const [file, bytes] of whole)
      writeFileSync(join(folder, file), Buffer.from(bytes).fill(0, Math.floor(bytes.length / 2)));
    await index.write(folder);
    expect(filesIn(folder)).toEqual(whole);
  });

  it('keeps texts beside the inverted index, not inside it', async () => {
    await index.write(folder);
    const holding = [...filesIn(folder)].filter(([, bytes]) => bytes.includes(Buffer.from('不留空档', 'utf16le')));
    expect(holding.map(([file]) => file.split('-')[0])).toEqual(['characters', 'speeches']);
  });
});

describe('a part of an index that few questions need', () => {
  const LEARNED = ['characters', 'collocations', 'phraseology', 'profiles'];

  it('is not read for those that find passages', async () => {
    await index.write(folder);
    for (const file of partFiles().filter((name) => LEARNED.some((part) => name.startsWith(part)))) {
      const bytes = filesIn(folder).get(file) ?? Buffer.alloc(0);
      writeFileSync(join(folder, file), bytes.fill(0, bytes.length - 8));
    }
    const read = await SpeechIndex.read(folder);
    const request: DraftRequest = { kind: 'find', query: '巡堤 水质', filters: {}, limit: 5 };
    expect(await drafterOver(read)(request)).toEqual(await drafterOver(index)(request));
    for (const look of [() => read.characters, () => read.collocations, () => read.phraseology])
      expect(faultOf(look)?.[0]).toBe('index-damaged');
  });
});

describe('an index that takes the place of another', () => {
  it('leaves of the former what is its own too, and nothing else', async () => {
    await index.write(folder);
    await other.write(folder);
    const both = filesIn(folder);
    const alone = temporaryFolder();
    await other.write(alone);
    expect(both).toEqual(filesIn(alone));
    expect(await readAll()).toEqual(allOf(other));
  });

  it('leaves who reads the former with all of it, and what it has not looked at yet', async () => {
    await index.write(folder);
    const former = await SpeechIndex.read(folder);
    await other.write(folder);
    expect(allOf(former)).toEqual(allOf(index));
  });

  it('may do so while it is opened: whoever reads has the whole of one or of the other', async () => {
    await index.write(folder);
    let isWriting = true;
    const writing = (async () => {
      for (let turn = 0; turn < 10; turn++) await (turn % 2 === 0 ? other : index).write(folder);
      isWriting = false;
    })();
    const read = new Set<string>();
    while (isWriting) {
      const found = await SpeechIndex.read(folder);
      const whole = found.fingerprint.corpus === index.fingerprint.corpus ? index : other;
      expect(found.speeches.map(wholeSpeech)).toEqual(whole.speeches);
      read.add(found.fingerprint.corpus);
    }
    await writing;
    expect(read.size).toBe(2);
  });

  it('keeps what is younger than the former index: another is being written', async () => {
    await index.write(folder);
    const { parts } = await readManifest(folder);
    const claimed = parts.find(({ name }) => name === 'speeches')?.file ?? '';
    const later = new Date(Date.now() + 60_000);
    utimesSync(join(folder, claimed), later, later);
    await other.write(folder);
    expect(partFiles()).toContain(claimed);
  });

  it('removes what writers left that came to no end, once it is a day old', async () => {
    const ours = ['terms-0123456789abcdef.zhibi', 'terms-0123456789abcdef.zhibi.0123456789ab', 'zhibi.index.123456'];
    const foreign = ['README.md', 'terms.zhibi', 'zhibi.index.bak'];
    const age = (hours: number): Date => new Date(Date.now() - hours * 3_600_000);
    for (const file of [...ours, ...foreign]) writeFileSync(join(folder, file), '');
    for (const file of [...ours, ...foreign]) utimesSync(join(folder, file), age(23), age(23));
    await index.write(folder);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining([...ours, ...foreign]));
    for (const file of [...ours, ...foreign]) utimesSync(join(folder, file), age(25), age(25));
    await index.write(folder);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(foreign));
    expect(readdirSync(folder)).not.toEqual(expect.arrayContaining([expect.stringMatching(ours.join('|'))]));
  });
});

describe('an index that cannot be used is refused, never answered from', () => {
  it('when there is none', async () => {
    await expect(SpeechIndex.read(folder)).rejects.toMatchObject({ code: 'index-missing', details: { folder } });
    await expect(SpeechIndex.read(join(folder, 'none'))).rejects.toMatchObject({ code: 'index-missing' });
  });

  it.each(['format', 'analyser', 'dictionary'])('when its %s is another', async (part) => {
    await index.write(folder);
    const manifest = await readManifest(folder);
    const fingerprint = { ...manifest.fingerprint, [part]: part === 'dictionary' ? 'another' : 999 };
    writeFileSync(join(folder, 'zhibi.index'), manifestText({ ...manifest, fingerprint }));
    await expect(SpeechIndex.read(folder)).rejects.toMatchObject({ code: 'index-incompatible', details: { part } });
    expect(await fingerprintAt(folder)).toBeNull();
  });

  it('when it is the one file that it was before it had parts', async () => {
    writeFileSync(join(folder, 'zhibi.index'), '{"magic":"zhibi-index","fingerprint":{"format":6}}\n[]');
    await expect(SpeechIndex.read(folder)).rejects.toMatchObject({
      code: 'index-incompatible',
      details: { part: 'format' },
    });
  });

  it('when it is some other file', async () => {
    writeFileSync(join(folder, 'zhibi.index'), '{"not":"an index"}\n');
    await expect(SpeechIndex.read(folder)).rejects.toMatchObject({
      code: 'index-damaged',
      details: { part: 'manifest' },
    });
  });

  it('whichever of its parts is gone', async () => {
    await index.write(folder);
    const whole = filesIn(folder);
    for (const file of partFiles()) {
      rmSync(join(folder, file));
      const part = file.split('-')[0];
      await expect(SpeechIndex.read(folder)).rejects.toMatchObject({ code: 'index-damaged', details: { part } });
      putFiles(folder, whole);
    }
  });

  it('when a part is that of another index, of the same length', async () => {
    await index.write(folder);
    const files = filesIn(folder);
    await indexOf({ 'a.txt': FLOOD.replace('空档', '死角'), 'b.txt': WATER }).then((similar) => similar.write(folder));
    const similar = filesIn(folder);
    for (const [file, bytes] of files) {
      const twin = [...similar].find(([name]) => name.split('-')[0] === file.split('-')[0]);
      if (twin === undefined || twin[1].equals(bytes) || file === 'zhibi.index') continue;
      putFiles(folder, files);
      writeFileSync(join(folder, file), twin[1]);
      expect(await faultOfReading(), file).toBe('index-damaged');
    }
  });

  it('wherever any of its files was cut short', async () => {
    await index.write(folder);
    for (const [file, bytes] of filesIn(folder)) {
      const isManifest = file === 'zhibi.index';
      for (let length = 0; length < bytes.length; length += isManifest ? 1 : Math.ceil(bytes.length / 20)) {
        writeFileSync(join(folder, file), bytes.subarray(0, length));
        await expect(SpeechIndex.read(folder), `${file} ${length}`).rejects.toMatchObject({ code: 'index-damaged' });
      }
      writeFileSync(join(folder, file), bytes);
      for (let length = 0; length < bytes.length && !isManifest; length++)
        expect(faultOf(() => openBytes(bytes.subarray(0, length)))?.[0], `${file} ${length}`).toBe('index-damaged');
    }
    expect(await faultOfReading()).toBeNull();
  });

  it('whichever byte of any of its parts was changed', async () => {
    await index.write(folder);
    for (const [file, bytes] of filesIn(folder)) {
      if (file === 'zhibi.index') continue;
      const damaged = Uint8Array.from(bytes);
      for (let at = 0; at < bytes.length; at++) {
        damaged[at] = (bytes[at] ?? 0) ^ 0x81;
        expect(faultOf(() => openBytes(damaged).verify())?.[0], `${file} ${at}`).toBe('index-damaged');
        damaged[at] = bytes[at] ?? 0;
      }
    }
  });

  it('when it is looked through, wherever it is damaged', async () => {
    await index.write(folder);
    await expect(checkIndexFolder(folder)).resolves.toBeUndefined();
    for (const [file, bytes] of filesIn(folder)) {
      const damaged = Buffer.from(bytes);
      damaged[bytes.length - 9] = (damaged[bytes.length - 9] ?? 0) ^ 1;
      writeFileSync(join(folder, file), damaged);
      await expect(checkIndexFolder(folder), file).rejects.toMatchObject({ code: 'index-damaged' });
      writeFileSync(join(folder, file), bytes);
    }
  });

  it('whichever byte of the manifest was changed', async () => {
    await index.write(folder);
    const path = join(folder, 'zhibi.index');
    const bytes = filesIn(folder).get('zhibi.index') ?? Buffer.alloc(0);
    for (let at = 0; at < bytes.length; at++) {
      const damaged = Buffer.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 0x21;
      writeFileSync(path, damaged);
      await expect(SpeechIndex.read(folder), `byte ${at}`).rejects.toMatchObject({ code: 'index-damaged' });
    }
  });
});

describe('a folder that cannot be written', () => {
  it('is a coded error, and the index before stays whole', async () => {
    await index.write(folder);
    const inTheWay = join(folder, 'zhibi.index', 'deeper');
    await expect(index.write(inTheWay)).rejects.toMatchObject({ code: 'index-unwritable' });
    expect((await SpeechIndex.read(folder)).passageCount).toBe(index.passageCount);
  });

  it('is one whose manifest is a folder, too', async () => {
    mkdirSync(join(folder, 'zhibi.index'));
    await expect(index.write(folder)).rejects.toMatchObject({ code: 'index-unwritable' });
  });
});

describe('a fingerprint', () => {
  it('tells one corpus from another, and the same corpus from no other', async () => {
    const [same, changed] = await Promise.all([
      indexOf({ 'a.txt': FLOOD, 'b.txt': WATER }),
      indexOf({ 'a.txt': FLOOD, 'b.txt': WATER.replace('随时', '天天') }),
    ]);
    expect(index.fingerprint).toEqual(same.fingerprint);
    expect(index.fingerprint.corpus).not.toBe(changed.fingerprint.corpus);
  });
});
