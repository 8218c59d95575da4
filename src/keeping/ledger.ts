import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import type { FileRecord } from '../corpus/index.ts';

/** Goes up when a record says something else, or of the same file another thing. */
const FORMAT = 2;

const Ledger = z.object({
  format: z.literal(FORMAT),
  /** Of which speeches the index is: see `Fingerprint`. */
  corpus: z.string(),
  /** The corpus folders, as absolute paths; `folder` of a file counts these. */
  folders: z.array(z.string()),
  files: z.array(
    z.object({
      folder: z.int().min(0),
      file: z.string(),
      stamp: z.string(),
      speech: z.object({ id: z.string(), content: z.string(), whole: z.string(), passages: z.int().min(0) }).nullable(),
      // A code of another version would be as good: it is only told, and the file is read again when it changes.
      fault: z.string().nullable(),
    }),
  ),
});

/** What a file gave, as the ledger has it. */
export type KeptRecord = z.infer<typeof Ledger>['files'][number];

const NAME = /^ledger-[0-9a-f]{16}\.json$/;
const nameOf = (corpus: string): string => `ledger-${corpus.slice(0, 16)}.json`;

/**
 * Writes down what each file gave that an index was made of, beside the index; a later start then need not read them again.
 * To be there before the index is, under the name of what that is of, so that no index is ever without its own.
 *
 * @param corpus of the index's fingerprint
 */
export async function writeLedger(
  indexFolder: string,
  corpus: string,
  { files, folders }: { files: readonly FileRecord[]; folders: readonly string[] },
): Promise<void> {
  const absolute = folders.map((folder) => resolve(folder));
  const ledger: z.input<typeof Ledger> = { format: FORMAT, corpus, folders: absolute, files: [...files] };
  await writeFileAtomic(join(indexFolder, nameOf(corpus)), JSON.stringify(ledger));
}

/** The ledger of an index; `null` where there is none that can be read. @param corpus of the index's fingerprint */
export async function readLedger(
  indexFolder: string,
  corpus: string,
): Promise<{ folders: string[]; files: KeptRecord[] } | null> {
  try {
    const ledger = Ledger.parse(JSON.parse(await readFile(join(indexFolder, nameOf(corpus)), 'utf8')));
    return ledger.corpus === corpus ? ledger : null;
  } catch {
    return null;
  }
}

/** What was left of the writing of one by a program that was killed; another may be at it still until it is a day old. */
const UNFINISHED = /^ledger-[0-9a-f]{16}\.json\.\d+$/;
const ORPHANED = 24 * 60 * 60_000;

/** Removes the ledgers of indexes that are no more. @param corpus of the one that is */
export async function removeOldLedgers(indexFolder: string, corpus: string): Promise<void> {
  const names = await readdir(indexFolder).catch(() => []);
  for (const name of names) {
    const path = join(indexFolder, name);
    const isOld = NAME.test(name) ? name !== nameOf(corpus) : UNFINISHED.test(name) && (await isOrphan(path));
    if (isOld) await rm(path, { force: true });
  }
}

const isOrphan = (path: string): Promise<boolean> =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs < Date.now() - ORPHANED,
    () => false,
  );
