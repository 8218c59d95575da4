import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ZhibiError } from '../speech/index.ts';
import { Entries } from './entries.ts';
import { Journal, journalIn } from './journal.ts';
import { readLines } from './line.ts';
import { type Lock, takeLock } from './lock.ts';
import { LIMITS, type Limits, type Store, type Surroundings, storeOver } from './store.ts';

export interface StoreOptions {
  /** The time, in milliseconds since 1970. */
  now?: () => number;
  /**
   * Told what did not become an exception: `store-unwritable` once until the disk works again (tried each minute),
   * `store-unreadable` (what is there stays untouched, and nothing is written), `store-damaged`, `store-too-large`,
   * and `store-locked` if another process takes the folder over. Must not throw.
   */
  onFault?: (fault: ZhibiError) => void;
  limits?: Partial<Limits>;
}

/**
 * Opens the store of a folder, which is made if need be (for the owner alone), with what was kept there before. On a disk
 * that fails it is a store in memory, and `onFault` has been told.
 *
 * @throws ZhibiError `store-locked` (a running process has the folder)
 */
export async function openStore(folder: string, options: StoreOptions = {}): Promise<Store> {
  const { now = Date.now, onFault = () => undefined } = options;
  const limits = { ...LIMITS, ...options.limits };
  const surroundings: Surroundings = { now, limits, onFault };
  const entries = new Entries(limits.entries);
  const journal = new Journal({
    folder,
    entries,
    now,
    onFailure: (error) => onFault(fault('store-unwritable', folder, error)),
  });
  const lost = (takenOver: ZhibiError): void => {
    journal.stop();
    onFault(takenOver);
  };

  const lock = await lockOrTell(folder, lost, onFault);
  const isRead = await replay(folder, entries, surroundings);
  if (lock === null) return storeOver(entries, surroundings);
  if (isRead) await removeLeftovers(folder).then(() => journal.renew());
  else journal.stop();
  return storeOver(entries, surroundings, {
    append: (changes) => journal.append(changes),
    close: () => journal.close().then(() => lock.release()),
  });
}

/** @returns `null` where nothing can be written, which was told. @throws ZhibiError `store-locked` */
async function lockOrTell(
  folder: string,
  onLost: (fault: ZhibiError) => void,
  onFault: (fault: ZhibiError) => void,
): Promise<Lock | null> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return await takeLock(folder, onLost);
  } catch (error) {
    if (error instanceof ZhibiError) throw error;
    onFault(fault('store-unwritable', folder, error));
    return null;
  }
}

/** Puts what a folder's journal holds into the entries. @returns whether it could be read, or there is none */
async function replay(folder: string, entries: Entries, { now, onFault }: Surroundings): Promise<boolean> {
  try {
    const { changes, damaged } = readLines(await readFile(journalIn(folder), 'utf8'));
    for (const { key, entry } of changes) {
      if (entry === null) entries.delete(key);
      else entries.put(key, entry, now());
    }
    if (damaged > 0) onFault(new ZhibiError('store-damaged', { folder, lines: damaged }));
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Where the folder itself is none, that was told when it was to be made.
    if (code === 'ENOENT' || code === 'ENOTDIR') return true;
    onFault(fault('store-unreadable', folder, error));
    return false;
  }
}

/** Removes temporary files of a process that was killed while it rewrote the journal. */
async function removeLeftovers(folder: string): Promise<void> {
  const prefix = `${basename(journalIn(folder))}.`;
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((other) => other.startsWith(prefix))) {
    await rm(join(folder, name), { force: true }).catch(() => undefined);
  }
}

function fault(code: 'store-unreadable' | 'store-unwritable', folder: string, cause: unknown): ZhibiError {
  const reason = (cause as NodeJS.ErrnoException).code ?? 'unknown';
  return new ZhibiError(code, { folder, reason }, { cause });
}
