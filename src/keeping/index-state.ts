import { resolve } from 'node:path';
import { findFiles } from '../corpus/index.ts';
import { fingerprintAt } from '../indexing/index.ts';
import { readLedger } from './ledger.ts';

/**
 * How the index in a folder stands to corpus folders: `current`, or `stale` since files came, changed or went; of an
 * `other` corpus; `missing`; or `unknown`, where it has no ledger that says what it was made from.
 */
type IndexState = 'current' | 'stale' | 'other' | 'missing' | 'unknown';

/**
 * Compares by paths, sizes and times; reads no document.
 *
 * @param folders the corpus folders, in their order; those that the index was made from, if not given
 * @throws ZhibiError `corpus-missing`
 */
export async function indexState(indexFolder: string, folders?: readonly string[]): Promise<IndexState> {
  const [fingerprint, found] = await Promise.all([fingerprintAt(indexFolder), folders && filesIn(folders)]);
  if (fingerprint === null) return 'missing';
  const ledger = await readLedger(indexFolder, fingerprint.corpus);
  if (ledger === null) return 'unknown';
  if (
    folders !== undefined &&
    !isSame(
      folders.map((folder) => resolve(folder)),
      ledger.folders,
    )
  )
    return 'other';
  const before = ledger.files.map(({ folder, file, stamp }) => keyOf(folder, file, stamp));
  return isSame((found ?? (await filesIn(ledger.folders))).toSorted(), before.toSorted()) ? 'current' : 'stale';
}

async function filesIn(folders: readonly string[]): Promise<string[]> {
  const found = await Promise.all(folders.map(findFiles));
  return found.flatMap(({ files }, folder) => files.map(({ file, stamp }) => keyOf(folder, file, stamp)));
}

const keyOf = (folder: number, file: string, stamp: string): string => `${folder} ${stamp} ${file}`;

const isSame = (all: readonly string[], others: readonly string[]): boolean =>
  all.length === others.length && all.every((one, i) => one === others[i]);
