import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readDocuments } from '../src/evaluation/index.ts';
import type { PassageTexts } from '../src/indexing/passage-texts.ts';
import { sentences } from '../src/text/index.ts';
import { seededRandom } from './statistics.ts';

const SEED = 20_260_701;

/**
 * As many passages as are wanted, one at a time: those of a collection first, then sentences of it mixed with a fixed
 * seed, each passage as long as some one of the collection, so that vocabulary and lengths stay like the collection's.
 *
 * @param file of `{id, text}` a line, gzipped
 */
export function* mixedPassages(file: string, count: number): Generator<PassageTexts> {
  const texts = readDocuments(gunzipSync(readFileSync(file)).toString(), file).map(({ text }) => text);
  for (const text of texts.slice(0, count)) yield { title: '', headings: '', text };
  if (count <= texts.length) return;
  const random = seededRandom(SEED);
  const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)];
  const pool = texts.flatMap((text) => sentences(text).map(({ start, end }) => text.slice(start, end)));
  for (let i = texts.length; i < count; i++) {
    const wanted = pick(texts)?.length ?? 0;
    let text = '';
    while (text.length < wanted) text += pick(pool) ?? '';
    yield { title: '', headings: '', text };
  }
}
