import { mkdir } from 'node:fs/promises';
import type { Corpus } from '../corpus/index.ts';
import { type OnIndexing, SpeechIndex } from '../indexing/index.ts';
import { ZhibiError } from '../speech/index.ts';
import { removeOldLedgers, writeLedger } from './ledger.ts';

/**
 * Makes the index of a corpus and writes it, with the ledger of its files beside it.
 *
 * @throws ZhibiError `corpus-empty` (the index before stays), `dictionary-missing`, `indexing-stopped`, `index-unwritable`
 */
export async function makeIndex(
  { files, speeches }: Corpus,
  folders: readonly string[],
  indexFolder: string,
  onIndexing: OnIndexing = () => {},
): Promise<SpeechIndex> {
  if (speeches.length === 0) throw new ZhibiError('corpus-empty', { folder: folders.join(' ') });
  const index = await SpeechIndex.build(speeches, onIndexing);
  onIndexing('writing', { done: 0, total: 1 });
  const { corpus } = index.fingerprint;
  await mkdir(indexFolder, { recursive: true })
    .then(() => writeLedger(indexFolder, corpus, { files, folders }))
    .catch((error: unknown) => {
      const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
      throw new ZhibiError('index-unwritable', { folder: indexFolder, reason }, { cause: error });
    });
  await index.write(indexFolder);
  await removeOldLedgers(indexFolder, corpus);
  return index;
}
