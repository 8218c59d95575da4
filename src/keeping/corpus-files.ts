import { type Found, type FoundFile, faultOfFile, recordOf } from '../corpus/index.ts';
import { type ErrorCode, type Speech, ZhibiError } from '../speech/index.ts';
import type { Wanted } from './difference.ts';
import type { KeptRecord } from './ledger.ts';
import { isDoubtful, lookAt, type Other } from './look.ts';
import type { Reach } from './reach.ts';

/** A file that is to be read. */
interface Due {
  folder: number;
  found: FoundFile;
}

/** What a look at all folders came to. */
export interface Looked {
  due: Due[];
  hasFiles: boolean;
  /** Whether files are there that may still be being written. */
  isUnsettled: boolean;
  /** Whether all folders are there and have what they are believed to have. */
  isSure: boolean;
}

/** Most of a folder gone is believed when it has been so for this long. In milliseconds. */
const DOUBT = 10 * 60_000;
/** Faults that pass: what the file gave before stays until it can be read. */
const PASSING: ReadonlySet<ErrorCode> = new Set(['file-unreadable', 'file-vanished', 'file-changing']);

interface Folder {
  path: string;
  /** What its files gave, by path. */
  records: Map<string, KeptRecord>;
  /** Where its files are. */
  found: Map<string, FoundFile>;
  others: ReadonlyMap<string, Other>;
  /** Folders below it that could not be read at the last look. */
  closed: ReadonlySet<string>;
  isMissing: boolean;
  /** Since when most of it is gone; `null` where it isn't. */
  doubtedSince: number | null;
}

/** The files of the corpus folders: what each gave when it was read, and which are to be read. */
export class CorpusFiles {
  private readonly reach: Reach;
  private readonly folders: Folder[];

  constructor(reach: Reach) {
    this.reach = reach;
    this.folders = reach.folders.map((path) => ({
      path,
      records: new Map(),
      found: new Map(),
      others: new Map(),
      closed: new Set(),
      isMissing: false,
      doubtedSince: null,
    }));
  }

  /** Takes for true what was written down of files that have not been read here. */
  believe(records: readonly KeptRecord[]): void {
    for (const record of records) {
      const known = this.folders[record.folder]?.records;
      if (known?.has(record.file) === false) known.set(record.file, record);
    }
  }

  /** What the files gave, in the order of folders and paths. */
  *records(): Generator<KeptRecord> {
    for (const { records } of this.folders) {
      const files = [...records.keys()].sort((a, b) => (a < b ? -1 : 1));
      for (const file of files) {
        const record = records.get(file);
        if (record !== undefined) yield record;
      }
    }
  }

  /**
   * Looks what is there. A folder that can't be read keeps what it gave; so does one, for a while, of which most is gone: a
   * share or a drive goes at once, people take their files one by one.
   */
  async look(): Promise<Looked> {
    const looked: Looked = { due: [], hasFiles: false, isUnsettled: false, isSure: true };
    for (const [number, folder] of this.folders.entries()) {
      const found = await this.find(folder);
      if (found === null) {
        looked.isSure = false;
        continue;
      }
      const { settled, others, gone } = lookAt(found, folder.records, folder.others, this.reach.now());
      folder.found = new Map(found.files.map((one) => [one.file, one]));
      folder.others = others;
      if (this.keepsClosed(folder, found)) looked.isSure = false;
      if (this.isDoubted(folder, found.files.length, gone)) looked.isSure = false;
      else for (const file of gone) folder.records.delete(file);
      if (others.size > settled.length) looked.isUnsettled = true;
      if (found.files.length > 0) looked.hasFiles = true;
      for (const one of settled) looked.due.push({ folder: number, found: one });
    }
    return looked;
  }

  /** Reads a file and keeps in mind what it gave; `null` where that is no speech. */
  async read({ folder: number, found }: Due): Promise<Speech | null> {
    const folder = this.folders[number];
    if (folder === undefined) return null;
    const { file, stamp } = found;
    try {
      const speech = await this.reach.read(found, folder.path);
      folder.records.set(file, { folder: number, file, stamp, speech: recordOf(speech), fault: null });
      return speech;
    } catch (error) {
      this.noteFault(folder, { folder: number, file, stamp, speech: null, fault: faultOfFile(file, error).code });
      return null;
    }
  }

  /** Reads a speech that is wanted again; `null` where its file is another by now, which the next look will see. */
  async readAgain({ folder, file, speech: wanted }: Wanted): Promise<Speech | null> {
    const found = this.folders[folder]?.found.get(file);
    if (found === undefined) return null;
    const speech = await this.read({ folder, found });
    return speech !== null && recordOf(speech).whole === wanted.whole ? speech : null;
  }

  private async find(folder: Folder): Promise<Found | null> {
    try {
      const found = await this.reach.find(folder.path);
      folder.isMissing = false;
      return found;
    } catch (error) {
      if (!(error instanceof ZhibiError)) throw error;
      // Told when it goes, not at every look.
      if (!folder.isMissing)
        this.reach.tell({ event: 'failed', what: 'look', code: error.code, details: error.details });
      folder.isMissing = true;
      return null;
    }
  }

  private noteFault({ records }: Folder, record: KeptRecord & { fault: ErrorCode }): void {
    const before = records.get(record.file);
    const { fault } = record;
    // Without a stamp it is read again at the next look.
    const kept = PASSING.has(fault) ? { ...record, stamp: '', speech: before?.speech ?? null } : record;
    records.set(record.file, kept);
    const isNews = before?.fault !== fault || before.stamp !== kept.stamp;
    if (isNews) this.reach.tell({ event: 'unreadable', file: record.file, code: fault });
  }

  /** Tells which folders below can't be read any more. @returns whether what files below them gave is kept */
  private keepsClosed(folder: Folder, { closed }: Found): boolean {
    for (const { error, folder: below } of closed) {
      if (!folder.closed.has(below)) this.reach.tell({ event: 'unreadable', file: below, code: error.code });
    }
    folder.closed = new Set(closed.map(({ folder: below }) => below));
    const known = [...folder.records.keys()];
    return closed.some(({ folder: below }) => known.some((file) => file.startsWith(below)));
  }

  private isDoubted(folder: Folder, left: number, gone: readonly string[]): boolean {
    const of = [...folder.records.values()].filter(({ speech }) => speech !== null).length;
    const now = this.reach.now();
    if (gone.length === 0 || !isDoubtful(of, left)) {
      folder.doubtedSince = null;
      return false;
    }
    if (folder.doubtedSince === null) {
      folder.doubtedSince = now;
      this.reach.tell({ event: 'many-gone', gone: gone.length, of });
    }
    if (now - folder.doubtedSince < DOUBT) return true;
    folder.doubtedSince = null;
    return false;
  }
}
