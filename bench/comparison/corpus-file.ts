import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Passage, termsOf } from './collection.ts';

/** Lines that are written at once. */
const CHUNK = 1000;

function* chunksOf(passages: readonly Passage[]): Generator<string> {
  for (let from = 0; from < passages.length; from += CHUNK)
    yield passages
      .slice(from, from + CHUNK)
      .map((passage) => `${termsOf(passage)}\n`)
      .join('');
}

/** Writes passages by their terms, one a line. */
export const writeCorpus = (file: string, passages: readonly Passage[]): Promise<void> =>
  pipeline(Readable.from(chunksOf(passages)), createWriteStream(file));
