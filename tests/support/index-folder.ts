import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { SpeechIndex } from '../../src/indexing/index.ts';
import { wholeSpeech } from '../../src/indexing/speeches/index.ts';

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhibi-index-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The files of an index, by their names. */
export const filesIn = (folder: string): Map<string, Buffer> =>
  new Map(
    readdirSync(folder)
      .sort()
      .map((file) => [file, readFileSync(join(folder, file))]),
  );

export function putFiles(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  for (const [file, bytes] of files) writeFileSync(join(folder, file), bytes);
}

/** Everything that an index can be asked for, read to its last byte. */
export const allOf = (index: SpeechIndex): unknown => ({
  speeches: index.speeches.map(wholeSpeech),
  profiles: index.speeches.map((speech) => index.profiles(speech)),
  families: index.speeches.flatMap((_, i) =>
    index.placesOf(i).map((place) => index.family(place).map(({ passage }) => passage.id)),
  ),
  characters: index.characters,
  phraseology: index.phraseology,
  collocations: index.collocations,
  vocabulary: [...index.vocabulary].map((term) => [term, index.documentFrequency(term)]),
});
