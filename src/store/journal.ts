import { constants, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Entries } from './entries.ts';
import { type Change, lineOf } from './line.ts';
import type { Sink } from './store.ts';

const FILE = 'store.journal';
/** For the owner alone: keys and values may hold what people asked. */
const MODE = 0o600;
/** Appends to a journal that is there, and makes none: what it held before would be lost. */
const APPEND = constants.O_WRONLY | constants.O_APPEND;
/** How many lines a journal may have for each entry, and besides, before it is rewritten without what is past. */
const LINES_AN_ENTRY = 4;
const LINES_BESIDES = 1000;
/** How long a disk that failed is left alone, in milliseconds. */
const REST = 60_000;

/** What a journal works with. */
export interface JournalOptions {
  folder: string;
  entries: Entries;
  now: () => number;
  /** Told when writing fails for the first time since it last worked. */
  onFailure: (error: unknown) => void;
}

/** The path of a folder's journal. */
export const journalIn = (folder: string): string => join(folder, FILE);

/**
 * Appends changes to a folder's journal: one write and one sync for all that came while the last was under way. Holds
 * nothing itself: when the journal has grown to several times what lives, after a fault, and when somebody deleted it or its
 * folder, it is written anew from the entries.
 */
export class Journal implements Sink {
  private readonly options: JournalOptions;
  private waiting: string[] = [];
  /** The commit that will take what is waiting, if it has not begun. */
  private next: Promise<void> | undefined;
  private last = Promise.resolve();
  private lines = 0;
  private failedAt: number | undefined;
  private isClosing = false;
  private isStopped = false;

  constructor(options: JournalOptions) {
    this.options = options;
  }

  /** Writes the journal anew, with what lives and nothing else. Never rejects. */
  renew(): Promise<void> {
    return this.guarded(() => this.rewrite());
  }

  append(changes: readonly Change[]): Promise<void> {
    for (const change of changes) this.waiting.push(lineOf(change));
    if (this.next === undefined) {
      this.next = this.last.then(() => this.commit());
      this.last = this.next;
    }
    return this.next;
  }

  /** Writes no more: what is waiting is left in memory. */
  stop(): void {
    this.isStopped = true;
  }

  async close(): Promise<void> {
    this.isClosing = true;
    await this.append([]);
    this.stop();
  }

  private async commit(): Promise<void> {
    const lines = this.waiting;
    this.waiting = [];
    this.next = undefined;
    if (this.isStopped) return;
    if (this.failedAt !== undefined) {
      // What a failed write left on disk is not known: only the whole mends it.
      if (this.isClosing || this.options.now() >= this.failedAt + REST) await this.renew();
      return;
    }
    if (lines.length === 0) return;
    const isLong = this.lines + lines.length > LINES_BESIDES + LINES_AN_ENTRY * this.options.entries.size;
    await this.guarded(() => (isLong ? this.rewrite() : this.write(lines)));
  }

  private async guarded(write: () => Promise<void>): Promise<void> {
    try {
      await write();
      this.failedAt = undefined;
    } catch (error) {
      const isFirst = this.failedAt === undefined;
      this.failedAt = this.options.now();
      if (isFirst) this.options.onFailure(error);
    }
  }

  private async write(lines: readonly string[]): Promise<void> {
    const file = await open(journalIn(this.options.folder), APPEND).catch(nullIfGone);
    if (file === null) return this.rewrite();
    try {
      await file.appendFile(lines.join(''));
      await file.datasync();
    } finally {
      await file.close();
    }
    this.lines += lines.length;
  }

  private async rewrite(): Promise<void> {
    const { folder, entries, now } = this.options;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const lines = entries.living(now()).map(([key, entry]) => lineOf({ key, entry }));
    await writeFileAtomic(journalIn(folder), lines.join(''), { mode: MODE });
    await syncFolder(folder);
    this.lines = lines.length;
  }
}

/** @throws any other error */
function nullIfGone(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
  throw error;
}

/** Makes a rename outlive a power cut, where the platform can sync a folder. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
