import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { lineOf, readLines } from '../../src/store/line.ts';
import { opened, temporaryFolder } from './folder.ts';

const KEYS = ['防汛', '供水', 'Ev0123', 'button:7', ''];
const entryOf = (key: string) => ({ json: JSON.stringify({ of: key, 次数: [1, null, '两\n行'] }), expires: 1e15 });
const LINES = KEYS.map((key) => lineOf({ key, entry: entryOf(key) }));

/** For each key the bytes of its line that say something: from the checksum to the last bracket. */
let journal: Buffer;
let spans: { key: string; start: number; end: number }[];
beforeAll(() => {
  journal = Buffer.from(LINES.join(''));
  let at = 0;
  spans = LINES.map((line, i) => {
    const start = at + 1;
    at += Buffer.byteLength(line);
    return { key: KEYS[i] ?? '', start, end: at - 1 };
  });
});

const keysIn = (bytes: Uint8Array): string[] => readLines(Buffer.from(bytes).toString()).changes.map(({ key }) => key);

describe('a journal', () => {
  it('reads back as what was written, deletions too', () => {
    const deletion = { key: '防汛', entry: null };
    const eternal = { key: '讲话', entry: { json: 'null', expires: Number.POSITIVE_INFINITY } };
    const written = [...KEYS.map((key) => ({ key, entry: entryOf(key) })), deletion, eternal];
    expect(readLines(written.map(lineOf).join(''))).toEqual({ changes: written, damaged: 0 });
  });

  it('that is cut short anywhere has every entry whose line is whole, and no damage to tell', () => {
    for (let length = 0; length <= journal.length; length++) {
      const whole = spans.filter(({ end }) => end <= length).map(({ key }) => key);
      expect(readLines(journal.subarray(0, length).toString())).toMatchObject({ damaged: 0 });
      expect(keysIn(journal.subarray(0, length))).toEqual(whole);
    }
  });

  it('that is cut short and then written on loses nothing that came after', () => {
    for (let length = 0; length <= journal.length; length++) {
      const later = lineOf({ key: 'later', entry: null });
      expect(keysIn(Buffer.concat([journal.subarray(0, length), Buffer.from(later)])).at(-1)).toBe('later');
    }
  });

  it('loses at most the entry in which a byte is flipped, wherever that is', () => {
    for (let at = 0; at < journal.length; at++) {
      for (const bit of [0x01, 0x20, 0x80, 0xff]) {
        const bytes = Buffer.from(journal);
        bytes[at] = (journal[at] ?? 0) ^ bit;
        const others = KEYS.filter((_, i) => at < (spans[i]?.start ?? 0) - 1 || at > (spans[i]?.end ?? 0));
        const read = keysIn(bytes);
        expect(read.filter((key) => others.includes(key))).toEqual(others);
        expect(KEYS).toEqual(expect.arrayContaining(read));
      }
    }
  });

  it('never invents an entry, and never throws, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('\n', ...LINES))), (pieces) => {
        const read = readLines(pieces.join('')).changes;
        expect(read.map(lineOf).filter((line) => !LINES.includes(line))).toEqual([]);
      }),
    );
  });
});

describe('a store over a damaged journal', () => {
  it('opens with what is whole, tells how many lines are not, and is whole afterwards', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'store.journal');
    const bytes = Buffer.from(journal);
    const middle = spans[1];
    bytes.fill('x', middle?.start, middle?.end);
    await writeFile(file, Buffer.concat([bytes, Buffer.from('\n0badf00d {"k":"torn o')]));

    const { store, faults } = await opened(folder);
    const there = (key: string): boolean => store.get(key, z.object({ of: z.literal(key) })) !== undefined;
    expect(KEYS.map(there)).toEqual([true, false, true, true, true]);
    expect(faults.map(({ code, details }) => ({ code, details }))).toEqual([
      { code: 'store-damaged', details: { folder, lines: 1 } },
    ]);
    await store.close();
    expect(readLines(await readFile(file, 'utf8'))).toMatchObject({ damaged: 0, changes: { length: 4 } });
    expect((await opened(folder)).told).toEqual([]);
  });
});
