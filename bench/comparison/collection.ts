import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readDocuments } from '../../src/evaluation/index.ts';
import { indexTerms, sentences, terms } from '../../src/text/index.ts';
import { seededRandom } from '../statistics.ts';

/** Which terms are indexed: jieba's words, or all that Zhibi indexes (words, single characters, numbers). */
export type Analysis = 'words' | 'all';

/** A sentence by its terms, joined by blanks. */
interface Sentence {
  terms: string;
  /** Of its text, in UTF-16 units. */
  length: number;
}

/** A passage by its sentences. */
export type Passage = readonly Sentence[];

/** The passages of a collection, cut to terms. */
export interface Collection {
  passages: readonly Passage[];
  /** Passages that were cut in a second of a processor. */
  cuttingRate: number;
}

const ANALYSERS = { words: terms, all: indexTerms };

/** Reads a collection (JSON lines `{id, text}`, gzipped or not), at most so many of its passages. */
export function readCollection(file: string, most: number, analysis: Analysis): Collection {
  const bytes = readFileSync(file);
  const texts = readDocuments((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString(), file)
    .slice(0, most)
    .map(({ text }) => text);
  const analyse = ANALYSERS[analysis];
  analyse('词典'); // loads the dictionary
  const before = process.cpuUsage();
  const passages = texts.map((text) =>
    sentences(text).map(({ start, end }) => ({
      terms: analyse(text.slice(start, end)).join(' '),
      length: end - start,
    })),
  );
  const cuttingRate = passages.length / (process.cpuUsage(before).user / 1e6);
  return { passages: passages.filter((passage) => termsOf(passage) !== ''), cuttingRate };
}

export const termsOf = (passage: Passage): string =>
  passage
    .map((sentence) => sentence.terms)
    .filter((joined) => joined !== '')
    .join(' ');

/**
 * So many passages: those of the collection, and where they are not enough, mixtures of them. A mixture has as many
 * sentences as some passage, each from the same place of another, so that vocabulary, lengths and the wording of first
 * sentences stay those of the collection. The same seed gives the same.
 */
export function passagesOfSize(passages: readonly Passage[], size: number, seed: number): Passage[] {
  const random = seededRandom(seed);
  const pick = (from: readonly Passage[]): Passage => from[Math.floor(random() * from.length)] ?? [];
  const havingAt: Passage[][] = [];
  for (const passage of passages)
    for (const place of passage.keys()) {
      havingAt[place] ??= [];
      havingAt[place].push(passage);
    }
  const mixed: Passage[] = passages.slice(0, size);
  while (mixed.length < size)
    mixed.push(pick(passages).flatMap((_, place) => pick(havingAt[place] ?? [])[place] ?? []));
  return mixed;
}
