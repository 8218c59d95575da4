import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { ZhibiError } from '../speech/index.ts';

/** A file in a corpus folder. */
export interface FoundFile {
  path: string;
  /** Path below the corpus folder, with forward slashes. */
  file: string;
  /** Size and times: another when the file was written or replaced. Empty where it has gone meanwhile. */
  stamp: string;
}

/** Files that are about the corpus, not in it. */
const NOT_SPEECHES = /^(?:readme|license|licence|manifest|changelog)\b/i;
/** What Word, WPS and editors keep beside a file while it is open. Copies that are not yet whole have endings of their own. */
const BESIDE = /^~|[~#]$/;
/** Files that are asked about at once. */
const AT_ONCE = 64;

/**
 * Every file below a corpus folder that may be a speech, in the order of their paths. Hidden files and folders, and those
 * that programs write beside a file while they work on it, are none.
 *
 * @throws ZhibiError `corpus-missing` when the folder, or one below it, can't be read
 */
export async function findFiles(folder: string): Promise<FoundFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    throw new ZhibiError('corpus-missing', { folder }, { cause: error });
  });
  const paths = entries
    .filter((entry) => entry.isFile() && !NOT_SPEECHES.test(entry.name) && !BESIDE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !isHidden(relative(folder, path)))
    .sort((a, b) => (a < b ? -1 : 1));
  const found: FoundFile[] = [];
  for (let i = 0; i < paths.length; i += AT_ONCE) {
    const some = paths.slice(i, i + AT_ONCE).map(async (path) => {
      return { path, file: relative(folder, path).split(sep).join('/'), stamp: await stampOf(path) };
    });
    for (const file of await Promise.all(some)) found.push(file);
  }
  return found;
}

const isHidden = (path: string): boolean => path.split(sep).some((name) => name.startsWith('.'));

const stampOf = (path: string): Promise<string> =>
  stat(path).then(
    ({ size, mtimeMs, ctimeMs, ino }) => [size, mtimeMs, ctimeMs, ino].join(' '),
    () => '',
  );
