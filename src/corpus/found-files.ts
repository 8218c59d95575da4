import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { nameOfError, ZhibiError } from '../speech/index.ts';

/** A file in a corpus folder. */
export interface FoundFile {
  path: string;
  /** Path below the corpus folder, with forward slashes. */
  file: string;
  /** Size and times: another when the file was written or replaced. Empty where it has gone meanwhile. */
  stamp: string;
}

/** What is below a corpus folder. */
export interface Found {
  /** In the order of their paths. */
  files: FoundFile[];
  /** Folders that can't be read: nothing is known of the files below them. */
  closed: ClosedFolder[];
}

export interface ClosedFolder {
  /** Path below the corpus folder, with forward slashes and one at its end. */
  folder: string;
  error: ZhibiError<'folder-unreadable'>;
}

/** Files that are about the corpus, not in it. */
const NOT_SPEECHES = /^(?:readme|license|licence|manifest|changelog)\b/i;
/** What Word, WPS and editors keep beside a file while it is open. Copies that are not yet whole have endings of their own. */
const BESIDE = /^~|[~#]$/;
/** Files that are asked about at once. */
const AT_ONCE = 64;

/**
 * Every file below a corpus folder that may be a speech: FIFOs, sockets and devices too, so that whoever put one there is
 * told. Hidden files and folders, and those that programs write beside a file while they work on it, are none.
 *
 * @throws ZhibiError `corpus-missing` when the folder itself can't be read
 */
export async function findFiles(folder: string): Promise<Found> {
  const entries = await entriesOf(folder).catch((error: unknown) => {
    throw new ZhibiError('corpus-missing', { folder }, { cause: error });
  });
  const pathOf = (path: string): string => relative(folder, path).split(sep).join('/');
  const paths: string[] = [];
  const closed: ClosedFolder[] = [];
  const walk = async (within: string, inside: readonly Entry[]): Promise<void> => {
    for (const entry of inside) {
      const path = join(within, entry.name);
      if (!entry.isDirectory()) paths.push(path);
      else
        await entriesOf(path).then(
          (below) => walk(path, below),
          (error: unknown) => close(path, error),
        );
    }
  };
  const close = (path: string, cause: unknown): void => {
    const reason = nameOfError(cause);
    // Gone between two calls.
    if (reason === 'ENOENT') return;
    closed.push({
      folder: `${pathOf(path)}/`,
      error: new ZhibiError('folder-unreadable', { folder: path, reason }, { cause }),
    });
  };
  await walk(folder, entries);
  paths.sort((a, b) => (a < b ? -1 : 1));
  return { files: await withStamps(paths, pathOf), closed };
}

interface Entry {
  name: string;
  isDirectory(): boolean;
}

/** What matters of what is in a folder. */
const entriesOf = async (path: string): Promise<Entry[]> =>
  (await readdir(path, { withFileTypes: true })).filter(
    (entry) => !entry.name.startsWith('.') && (entry.isDirectory() || mayBeSpeech(entry)),
  );

const mayBeSpeech = (entry: { name: string; isSymbolicLink(): boolean }): boolean =>
  !entry.isSymbolicLink() && !NOT_SPEECHES.test(entry.name) && !BESIDE.test(entry.name);

async function withStamps(paths: readonly string[], pathOf: (path: string) => string): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  for (let i = 0; i < paths.length; i += AT_ONCE) {
    const some = paths.slice(i, i + AT_ONCE).map(async (path) => {
      return { path, file: pathOf(path), stamp: await stampOf(path) };
    });
    for (const file of await Promise.all(some)) found.push(file);
  }
  return found;
}

const stampOf = (path: string): Promise<string> =>
  stat(path).then(
    ({ size, mtimeMs, ctimeMs, ino }) => [size, mtimeMs, ctimeMs, ino].join(' '),
    () => '',
  );
