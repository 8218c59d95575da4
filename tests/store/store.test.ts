import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type JsonValue, memoryStore, openStore, type Store } from '../../src/store/index.ts';
import { opened, temporaryFolder } from './folder.ts';
import { Model } from './model.ts';

const HOUR = 3_600_000;
const JOURNAL = 'store.journal';

interface Step {
  does: 'set' | 'add' | 'delete';
  key: string;
  value: number;
  ttl: number;
}

/** @returns what the store, or its model, says at once: of an addition whether it won */
function takeIn(store: Pick<Store, 'set' | 'add' | 'delete'>, { does, key, value, ttl }: Step): boolean | null {
  if (does === 'add') return store.add(key, value, ttl).added;
  void (does === 'set' ? store.set(key, value, ttl) : store.delete(key));
  return null;
}

const kinds: [name: string, make: (now: () => number) => Promise<Store>][] = [
  ['in memory', async (now) => memoryStore(now)],
  ['in a folder', async (now) => (await opened(await temporaryFolder(), { now })).store],
];

describe.each(kinds)('a store %s', (_, make) => {
  it('gives what was kept until its time is over', async () => {
    let now = 1000;
    const store = await make(() => now);
    await store.set('问题', { query: '防汛' }, 500);
    now = 1499;
    expect(store.get('问题', z.object({ query: z.string() }))).toEqual({ query: '防汛' });
    now = 1500;
    expect(store.get('问题', z.unknown())).toBeUndefined();
  });

  it('gives nothing where the value is not of the shape that is asked for', async () => {
    const store = await make(() => 0);
    await store.set('answer', { ts: 12 }, HOUR);
    expect(store.get('answer', z.object({ ts: z.string() }))).toBeUndefined();
    expect(store.get('answer', z.object({ ts: z.number() }))).toEqual({ ts: 12 });
  });

  it('lists what lives under keys that begin alike, oldest first', async () => {
    let now = 0;
    const store = await make(() => now);
    await store.set('begun:b', 1, 10);
    await store.set('begun:a', 2, HOUR);
    await store.set('begun:c', 'no number', HOUR);
    await store.set('done:a', 3, HOUR);
    now = 10;
    expect(store.list('begun:', z.number())).toEqual([['a', 2]]);
  });

  it('lets one of two win that add the same key at once, and the next when that has expired', async () => {
    let now = 0;
    const store = await make(() => now);
    const both = [store.add('event', 'first', 10), store.add('event', 'second', 10)];
    expect(both.map(({ added }) => added)).toEqual([true, false]);
    await Promise.all(both.map(({ saved }) => saved));
    expect(store.get('event', z.string())).toBe('first');
    now = 10;
    expect(store.add('event', 'third', 10).added).toBe(true);
  });

  it('forgets what is deleted, so that it can be added again', async () => {
    const store = await make(() => 0);
    await store.set('a', 1, HOUR);
    await store.delete('a');
    await store.delete('never there');
    expect(store.get('a', z.unknown())).toBeUndefined();
    expect(store.add('a', 2, HOUR).added).toBe(true);
  });

  it('keeps the value as it was, whatever becomes of the object', async () => {
    const store = await make(() => 0);
    const value = { items: ['堤防'] };
    const saved = store.set('a', value, HOUR);
    value.items.push('水库');
    await saved;
    store.get('a', z.object({ items: z.array(z.string()) }))?.items.push('泵站');
    expect(store.get('a', z.unknown())).toEqual({ items: ['堤防'] });
  });

  it('keeps for good what is to be kept for Infinity, and nothing for no time', async () => {
    let now = 0;
    const store = await make(() => now);
    await store.set('speech', 'seen', Number.POSITIVE_INFINITY);
    await store.set('a', 1, HOUR);
    await store.set('a', 2, 0);
    expect(store.get('a', z.unknown())).toBeUndefined();
    now = Number.MAX_SAFE_INTEGER;
    expect(store.get('speech', z.unknown())).toBe('seen');
  });
});

describe('a store that is opened again', () => {
  it('has every JSON value under every key as it was', async () => {
    const folder = await temporaryFolder();
    const value = fc.jsonValue().filter((candidate) => JSON.stringify(candidate).length < 10_000);
    const key = fc.oneof(fc.string(), fc.constantFrom('防汛', '__proto__', '两\n行', '\u2028', '\ud800', '😀'));
    const pairs = fc.uniqueArray(fc.tuple(key, value), { selector: ([name]) => name, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(pairs, async (given) => {
        const first = await openStore(folder);
        for (const [name, kept] of given) void first.set(name, kept as JsonValue, HOUR);
        await first.close();
        const second = await openStore(folder);
        for (const [name, kept] of given) {
          expect(second.get(name, z.unknown())).toEqual(JSON.parse(JSON.stringify(kept)));
        }
        await second.close();
      }),
      { numRuns: 25 },
    );
  });

  it('answers as a plain Map that was never closed', async () => {
    const LIMITS = { entries: 4 };
    const key = fc.constantFrom(...'abcdefgh');
    const ttl = fc.constantFrom(-1, 0, 1, 5, 20, 100, Number.POSITIVE_INFINITY);
    const does = fc.constantFrom('set' as const, 'add' as const, 'delete' as const);
    const step = fc.oneof(
      { weight: 9, arbitrary: fc.record({ does, key, value: fc.nat(), ttl }) },
      { weight: 2, arbitrary: fc.record({ does: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 30 }) }) },
      { weight: 1, arbitrary: fc.record({ does: fc.constant('reopen' as const) }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40, size: 'max' }), async (steps) => {
        const folder = join(await temporaryFolder(), 'state');
        const model = new Model(LIMITS.entries);
        let now = 0;
        const open = (): Promise<Store> => openStore(folder, { now: () => now, limits: LIMITS });
        let store = await open();
        for (const taken of steps) {
          if (taken.does === 'wait') now += taken.ms;
          else if (taken.does === 'reopen') store = await store.close().then(open);
          else expect(takeIn(store, taken)).toBe(takeIn(model.at(now), taken));
          const names = [...'abcdefgh'];
          const expected = names.map((name) => model.at(now).get(name));
          expect(names.map((name) => store.get(name, z.unknown()))).toEqual(expected);
        }
        await store.close();
      }),
      { numRuns: 60 },
    );
  });

  it('has what was deleted, expired or made room no more', async () => {
    const folder = await temporaryFolder();
    let now = 0;
    const options = { now: () => now, limits: { entries: 3 } };
    const { store } = await opened(folder, options);
    for (const key of ['oldest', 'deleted', 'expired', 'kept'])
      await store.set(key, key, key === 'expired' ? 10 : HOUR);
    await store.delete('deleted');
    await store.close();
    now = 10;
    const again = (await opened(folder, options)).store;
    const there = ['oldest', 'deleted', 'expired', 'kept'].filter((key) => again.get(key, z.string()) === key);
    expect(there).toEqual(['kept']);
  });

  it('is rewritten without what is past', async () => {
    const folder = await temporaryFolder();
    const { store } = await opened(folder);
    for (let i = 0; i < 100; i++) await store.set('same', i, HOUR);
    const before = (await stat(join(folder, JOURNAL))).size;
    await store.close();
    const again = await opened(folder);
    expect((await stat(join(folder, JOURNAL))).size).toBeLessThan(before / 50);
    expect(again.store.get('same', z.number())).toBe(99);
  });
});

describe('the journal', () => {
  it('does not grow beyond several times what lives', async () => {
    const folder = await temporaryFolder();
    const { store } = await opened(folder);
    for (let batch = 0; batch < 20; batch++) {
      await Promise.all(Array.from({ length: 500 }, (_, i) => store.set(`key ${i % 10}`, batch, HOUR)));
    }
    const lines = (await readFile(join(folder, JOURNAL), 'utf8')).split('\n').filter((line) => line !== '');
    expect(lines.length).toBeLessThanOrEqual(1040);
    await store.close();
    expect((await opened(folder)).store.get('key 9', z.number())).toBe(19);
  });

  it('and its folder are for the owner alone, and no temporary file stays', async () => {
    const folder = join(await temporaryFolder(), 'deep', 'state');
    const { store } = await opened(folder);
    await store.set('a', 1, HOUR);
    expect(((await stat(folder)).mode & 0o777).toString(8)).toBe('700');
    expect(((await stat(join(folder, JOURNAL))).mode & 0o777).toString(8)).toBe('600');
    await store.close();
    await writeFile(join(folder, `${JOURNAL}.3141592`), 'half of a jour');
    await (await opened(folder)).store.close();
    expect(await readdir(folder)).toEqual([JOURNAL]);
  });
});

describe('limits', () => {
  const limits = { entries: 3, keyLength: 5, valueLength: 20 };

  it('let the oldest go when there are too many, and the expired before them', async () => {
    let now = 0;
    const { store } = await opened(await temporaryFolder(), { limits, now: () => now });
    void store.set('a', 1, HOUR);
    void store.set('b', 2, 10);
    void store.set('c', 3, HOUR);
    now = 10;
    void store.set('d', 4, HOUR);
    expect(store.get('a', z.number())).toBe(1);
    void store.set('a', 5, HOUR);
    void store.set('e', 6, HOUR);
    expect(['a', 'b', 'c', 'd', 'e'].filter((key) => store.get(key, z.number()) !== undefined)).toEqual([
      'a',
      'd',
      'e',
    ]);
  });

  it('refuse a key or value that is too long, and tell without its words', async () => {
    const { store, faults } = await opened(await temporaryFolder(), { limits });
    await store.set('防汛', '短', HOUR);
    await store.set('防汛', '巡堤查险'.repeat(5), HOUR);
    await store.set('防汛抗旱工作', 1, HOUR);
    expect(store.get('防汛', z.unknown())).toBeUndefined();
    expect(store.get('防汛抗旱工作', z.unknown())).toBeUndefined();
    expect(faults.map(({ code, details }) => ({ code, details }))).toEqual([
      { code: 'store-too-large', details: { what: 'value', length: 22, limit: 20 } },
      { code: 'store-too-large', details: { what: 'key', length: 6, limit: 5 } },
    ]);
    expect(faults.map(String).join()).not.toMatch(/[汛巡]/);
  });
});

describe('a state folder that is deleted under a running store', () => {
  it.each(['', JOURNAL])('is made again with all that was kept: %s', async (deleted) => {
    const folder = join(await temporaryFolder(), 'state');
    const { store, told } = await opened(folder);
    await store.set('before', 1, HOUR);
    await rm(join(folder, deleted), { recursive: true });
    await store.set('after', 2, HOUR);
    await store.close();
    const again = await opened(folder);
    expect(again.store.get('before', z.number())).toBe(1);
    expect(again.store.get('after', z.number())).toBe(2);
    expect([...told, ...again.told]).toEqual([]);
    await again.store.close();
  });

  it('is written before a flush ends', async () => {
    const folder = await temporaryFolder();
    const { store } = await opened(folder);
    void store.set('before', 1, HOUR);
    await store.flush();
    expect(await readFile(join(folder, JOURNAL), 'utf8')).toContain('before');
    await store.close();
  });
});

describe('a disk that fails', () => {
  it('is told once when the folder can not be made, and the store goes on in memory', async () => {
    const file = join(await temporaryFolder(), 'a file');
    await writeFile(file, '');
    const { store, faults } = await opened(join(file, 'state'));
    await store.set('a', 1, HOUR);
    await store.set('b', 2, HOUR);
    expect(store.get('a', z.number())).toBe(1);
    expect(faults.map(({ code, details }) => ({ code, details }))).toEqual([
      { code: 'store-unwritable', details: { folder: join(file, 'state'), reason: 'ENOTDIR' } },
    ]);
    await store.close();
  });

  it('is told once while it fails; when it works again, all is written', async () => {
    let now = 0;
    const folder = await temporaryFolder();
    const { store, told } = await opened(folder, { now: () => now });
    await store.set('before', 1, HOUR);
    await rm(join(folder, JOURNAL));
    await mkdir(join(folder, JOURNAL, 'in the way'), { recursive: true });
    await store.set('meanwhile', 2, HOUR);
    now = 61_000;
    await store.set('still', 3, HOUR);
    expect(told).toEqual(['store-unwritable']);
    expect(store.get('meanwhile', z.number())).toBe(2);

    await rm(join(folder, JOURNAL), { recursive: true });
    await store.set('too soon', 4, HOUR);
    expect(await readdir(folder)).not.toContain(JOURNAL);
    now = 122_000;
    await store.set('after', 5, HOUR);
    await store.close();
    const again = await opened(folder, { now: () => now });
    expect(
      ['before', 'meanwhile', 'still', 'too soon', 'after'].map((key) => again.store.get(key, z.number())),
    ).toEqual([1, 2, 3, 4, 5]);
    expect(told).toEqual(['store-unwritable']);
  });

  it('is tried once more when the store is closed', async () => {
    const folder = await temporaryFolder();
    const { store, told } = await opened(folder);
    await rm(join(folder, JOURNAL));
    await mkdir(join(folder, JOURNAL));
    await store.set('a', 1, HOUR);
    await rm(join(folder, JOURNAL), { recursive: true });
    await store.close();
    expect(told).toEqual(['store-unwritable']);
    expect((await opened(folder)).store.get('a', z.number())).toBe(1);
  });

  it('keeps a journal that can not be read as it is', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, JOURNAL, 'precious'), { recursive: true });
    const { store, told } = await opened(folder);
    await store.set('a', 1, HOUR);
    expect(store.get('a', z.number())).toBe(1);
    expect(told).toEqual(['store-unreadable']);
    expect(await readdir(join(folder, JOURNAL))).toEqual(['precious']);
  });
});

describe('a store that is closed', () => {
  it('has written all that was set before, and writes nothing after', async () => {
    const folder = await temporaryFolder();
    const { store } = await opened(folder);
    void store.set('before', 1, HOUR);
    await Promise.all([store.close(), store.close()]);
    await store.set('after', 2, HOUR);
    expect(store.get('after', z.number())).toBe(2);
    const again = await opened(folder);
    expect(again.store.get('before', z.number())).toBe(1);
    expect(again.store.get('after', z.unknown())).toBeUndefined();
  });
});
