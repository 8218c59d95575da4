import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { ZhibiError } from '../speech/index.ts';

const FILE = 'lock';
/** How often the holder of a lock shows that it lives, in milliseconds. */
const BEAT = 10_000;
/** A lock that was silent for so long has no holder, in milliseconds: far longer than loading an index blocks a process. */
const SILENCE = 60_000;
/** Tells this process from an earlier one of the same id: in a container every bot is process 1. */
const LIFE = randomUUID();

const Holder = z.object({ pid: z.int().positive(), host: z.string(), life: z.string(), id: z.string() });

/** A folder held against other processes. */
export interface Lock {
  release(): Promise<void>;
}

/**
 * Takes a folder for this process. A lock that nobody holds any more is taken over: its process is not running on this
 * host, or it has been silent for a minute, which tells of processes that can't be seen (another host or container).
 *
 * @param onLost - told when another process has taken the lock over: this one must write no more
 * @throws ZhibiError `store-locked`; what the disk throws
 */
export async function takeLock(folder: string, onLost: (fault: ZhibiError) => void): Promise<Lock> {
  const file = join(folder, FILE);
  const own = JSON.stringify({ pid: process.pid, host: hostname(), life: LIFE, id: randomUUID() });
  while (!(await create(file, own))) {
    const found = await look(file);
    if (found === null) continue;
    if (isHeld(found) || !(await removeStale(file, found.text))) throw locked(folder, found.text);
  }
  let isOver = false;
  const beat = setInterval(() => {
    void show(file, own).then((other) => {
      // It may have been released, or found lost, while this was looking.
      if (other === null || isOver) return;
      isOver = true;
      clearInterval(beat);
      onLost(locked(folder, other));
    });
  }, BEAT);
  // The process ends when it has nothing else to do.
  beat.unref();
  return {
    async release() {
      isOver = true;
      clearInterval(beat);
      const found = await look(file).catch(() => null);
      if (found?.text === own) await rm(file, { force: true }).catch(() => undefined);
    },
  };
}

/** @returns whether there was no lock */
async function create(file: string, own: string): Promise<boolean> {
  try {
    await writeFile(file, own, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

interface Found {
  text: string;
  /** Milliseconds since its holder last showed itself. */
  silence: number;
}

/** @returns the lock that is there, `null` where it has just gone */
async function look(file: string): Promise<Found | null> {
  try {
    const text = await readFile(file, 'utf8');
    return { text, silence: Date.now() - (await stat(file)).mtimeMs };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function isHeld({ text, silence }: Found): boolean {
  const holder = readHolder(text);
  if (holder?.life === LIFE) return true;
  if (silence > SILENCE) return false;
  // A lock that says nothing is being written.
  if (holder === null || holder.host !== hostname()) return true;
  return holder.pid !== process.pid && isRunning(holder.pid);
}

function readHolder(text: string): z.infer<typeof Holder> | null {
  try {
    return Holder.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It runs, and is another user's.
    return codeOf(error) === 'EPERM';
  }
}

/**
 * Removes a lock that nobody holds. One process at a time may: a second would remove the lock that the first has made
 * since.
 *
 * @returns `false` where another process is at it
 */
async function removeStale(file: string, stale: string): Promise<boolean> {
  const claim = `${file}.claim`;
  if (!(await create(claim, ''))) return removeAbandoned(claim);
  try {
    if ((await look(file))?.text === stale) await rm(file, { force: true });
    return true;
  } finally {
    await rm(claim, { force: true });
  }
}

/** Removes a claim whose process was killed while it had it. @returns whether there is none any more */
async function removeAbandoned(claim: string): Promise<boolean> {
  const found = await look(claim);
  if (found === null) return true;
  if (found.silence <= SILENCE) return false;
  await rm(claim, { force: true });
  return true;
}

/**
 * Shows that the holder lives. A lock that somebody deleted, its folder with it, is made again.
 *
 * @returns the lock of whoever has it now; `null` if it is still `own` or could not be read
 */
async function show(file: string, own: string): Promise<string | null> {
  try {
    const found = await look(file);
    if (found === null) {
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      await create(file, own);
    } else if (found.text === own) await utimes(file, new Date(), new Date());
    else return found.text;
  } catch {
    // A disk that fails is told by who writes to it.
  }
  return null;
}

function locked(folder: string, text: string): ZhibiError {
  const holder = readHolder(text);
  return new ZhibiError('store-locked', { folder, holder: holder === null ? '?' : `${holder.pid}@${holder.host}` });
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;
