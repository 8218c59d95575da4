import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import { openStore } from '../../src/store/index.ts';
import { opened, temporaryFolder } from './folder.ts';

const HOUR = 3_600_000;
/** No process has this id: it is beyond what any system gives. */
const NOBODY = 2 ** 31 - 2;
const OTHER = { pid: NOBODY, host: hostname(), life: 'another', id: 'another' };

/** A folder with a lock in it that was last renewed so many seconds ago. */
async function lockedFolder(lock: object | string, secondsAgo = 0): Promise<string> {
  const folder = await temporaryFolder();
  const file = join(folder, 'lock');
  await writeFile(file, typeof lock === 'string' ? lock : JSON.stringify(lock));
  const then = new Date(Date.now() - secondsAgo * 1000);
  await utimes(file, then, then);
  return folder;
}

/** The code of the fault that opening a folder ends with, `null` if it opens. */
const refusal = (folder: string): Promise<string | null> =>
  openStore(folder).then(
    (store) => store.close().then(() => null),
    (error) => error.code,
  );

afterEach(() => {
  vi.useRealTimers();
});

describe('a folder', () => {
  it('is one store’s until that is closed', async () => {
    const folder = await temporaryFolder();
    const { store } = await opened(folder);
    await expect(openStore(folder)).rejects.toMatchObject({
      code: 'store-locked',
      details: { folder, holder: `${process.pid}@${hostname()}` },
    });
    await store.close();
    expect(await refusal(folder)).toBeNull();
    expect(await readdir(folder)).toEqual(['store.journal']);
  });

  it('opens once of many times at once', async () => {
    const folder = await temporaryFolder();
    const attempts = await Promise.allSettled(Array.from({ length: 8 }, () => openStore(folder)));
    const stores = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []));
    expect(stores).toHaveLength(1);
    await stores[0]?.close();
  });

  it('opens once of many times at once when its lock is stale', async () => {
    const folder = await lockedFolder(OTHER);
    const attempts = await Promise.allSettled(Array.from({ length: 8 }, () => openStore(folder)));
    const stores = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []));
    expect(stores).toHaveLength(1);
    await stores[0]?.close();
    expect(await readdir(folder)).toEqual(['store.journal']);
  });
});

describe('a lock', () => {
  it('of a process that runs on this host is respected', async () => {
    expect(await refusal(await lockedFolder({ ...OTHER, pid: process.ppid }))).toBe('store-locked');
  });

  it('of a process that is gone is taken over, and so is one of an earlier process of the same id', async () => {
    expect(await refusal(await lockedFolder(OTHER))).toBeNull();
    expect(await refusal(await lockedFolder({ ...OTHER, pid: process.pid }))).toBeNull();
  });

  it('of another host or container, or one that is being written, is respected for a minute', async () => {
    for (const lock of [{ ...OTHER, host: 'elsewhere' }, '', '{"pid"']) {
      expect(await refusal(await lockedFolder(lock, 30))).toBe('store-locked');
      expect(await refusal(await lockedFolder(lock, 90))).toBeNull();
    }
  });

  it('whose removal another process began is left to that, for a minute', async () => {
    for (const [secondsAgo, code] of [
      [30, 'store-locked'],
      [90, null],
    ] as const) {
      const folder = await lockedFolder(OTHER);
      await writeFile(join(folder, 'lock.claim'), '');
      const then = new Date(Date.now() - secondsAgo * 1000);
      await utimes(join(folder, 'lock.claim'), then, then);
      expect(await refusal(folder)).toBe(code);
    }
  });

  it('of a process id that another program has by now is taken over after a minute', async () => {
    expect(await refusal(await lockedFolder({ ...OTHER, pid: process.ppid }, 90))).toBeNull();
  });

  it('that is released while its holder shows that it lives is not lost', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { store, told } = await opened(await temporaryFolder());
    vi.advanceTimersByTime(20_000);
    await store.close();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(told).toEqual([]);
  });

  it('that somebody deleted, its folder with it, is made again', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const folder = await temporaryFolder();
    const { store, told } = await opened(folder);
    await rm(folder, { recursive: true });
    vi.advanceTimersByTime(10_000);
    await vi.waitFor(async () => expect(await readdir(folder)).toContain('lock'));
    expect(await refusal(folder)).toBe('store-locked');
    expect(told).toEqual([]);
    await store.close();
  });

  it('that another process has taken is told, and nothing is written into its journal', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const folder = await temporaryFolder();
    const { store, told } = await opened(folder);
    await writeFile(join(folder, 'lock'), JSON.stringify({ ...OTHER, host: 'elsewhere' }));
    vi.advanceTimersByTime(10_000);
    await vi.waitFor(() => expect(told).toEqual(['store-locked']));
    const before = await readFile(join(folder, 'store.journal'), 'utf8');
    await store.set('a', 1, HOUR);
    expect(store.get('a', z.number())).toBe(1);
    await store.close();
    expect(await readFile(join(folder, 'store.journal'), 'utf8')).toBe(before);
    expect(await readFile(join(folder, 'lock'), 'utf8')).toContain('elsewhere');
  });
});

describe('a process that is killed while it writes', () => {
  it('has kept everything that it was told is kept, and leaves a folder that opens', async () => {
    const folder = await temporaryFolder();
    const source = new URL('../../src/store/index.ts', import.meta.url).href;
    const program = `
      import { openStore } from ${JSON.stringify(source)};
      const store = await openStore(process.argv[1]);
      const write = (i) => store.set('key ' + i, i, 3_600_000).then(() => console.log(i));
      for (let i = 0; ; i += 3) await Promise.all([write(i), write(i + 1), write(i + 2)]);
    `;
    const args = ['--import', 'tsx', '--input-type=module', '--eval', program, folder];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    const kept: number[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      kept.push(Number(line));
      if (kept.length === 200) child.kill('SIGKILL');
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');

    const { store, told } = await opened(folder);
    expect(kept.length).toBeGreaterThanOrEqual(200);
    expect(kept.filter((i) => store.get(`key ${i}`, z.number()) !== i)).toEqual([]);
    expect(told).toEqual([]);
  });
});
