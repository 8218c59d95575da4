import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Speech } from '../speech/index.ts';
import { ANALYSER_VERSION, DICTIONARY_FILES } from '../text/index.ts';

/** Goes up when the layout of the parts, or what a speech is, changes. */
const FORMAT_VERSION = 9;

/**
 * What an index was made with. MiniSearch, loaded with another tokenizer than it was built with, finds nothing and says
 * nothing; so an index whose fingerprint is not the reader's own is refused.
 */
export const Fingerprint = z.object({
  format: z.int(),
  analyser: z.int(),
  /** Hash of jieba's dictionary files. */
  dictionary: z.string(),
  /** Hash of every speech with its place; tells whether an index is still of the folder it was made from. */
  corpus: z.string(),
});
export type Fingerprint = z.infer<typeof Fingerprint>;

export async function fingerprintOf(speeches: readonly Speech[]): Promise<Fingerprint> {
  const corpus = createHash('sha256');
  for (const { text, passages, ...speech } of speeches) corpus.update(`${JSON.stringify(speech)}\n${text}\n`);
  return { ...(await readerFingerprint()), corpus: corpus.digest('hex') };
}

/** The part of a fingerprint that any index must share with the program that reads it. */
export async function readerFingerprint(): Promise<Omit<Fingerprint, 'corpus'>> {
  return { format: FORMAT_VERSION, analyser: ANALYSER_VERSION, dictionary: await dictionaryHash() };
}

let dictionary: Promise<string> | undefined;

function dictionaryHash(): Promise<string> {
  dictionary ??= hashFiles(Object.values(DICTIONARY_FILES));
  return dictionary;
}

async function hashFiles(files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files) hash.update(await readFile(file));
  return hash.digest('hex').slice(0, 16);
}
