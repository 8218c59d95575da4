import { type Speech, wordsAt } from '../../speech/index.ts';
import { BANDS, bandsOf } from './bands.ts';
import { Groups } from './groups.ts';
import { areAlike, asSet, shinglesOf } from './shingles.ts';

/**
 * Groups of passages that say nearly the same in several places: found by MinHash (Broder 1997) with banding
 * (Leskovec, Rajaraman and Ullman 2014, 3.4), proved by the Jaccard coefficient of their runs of five characters.
 * Punctuation, width and script do not count. Passages go by their numbers, from 0 in the order of the speeches; each group
 * has at least two, and a passage is in one group at the most.
 *
 * Holds 64 bytes a passage, and the runs of those that shared a band with another.
 */
export function nearDuplicates(speeches: readonly Speech[]): number[][] {
  const passages = speeches.flatMap((speech) => speech.passages.map((passage) => ({ speech, passage })));
  const textAt = (i: number): string => {
    const { speech, passage } = passages[i] ?? {};
    return speech === undefined || passage === undefined ? '' : wordsAt(speech, passage);
  };
  return groupAlike(passages.length, textAt);
}

/** Texts by their numbers, in groups of those that are nearly the same. @param textAt asked twice about a text at the most */
function groupAlike(count: number, textAt: (i: number) => string): number[][] {
  const bands = bandsOfAll(count, textAt);
  const buckets = bands.map(bucketsOf);
  const groups = new Groups(count);
  const sets = new Map<number, Uint32Array>();
  const setOf = (i: number): Uint32Array => {
    const known = sets.get(i) ?? asSet(shinglesOf(textAt(i)));
    sets.set(i, known);
    return known;
  };
  /** One of a bucket that is alike is enough: the others of its group were compared with it. */
  const joinAlike = (bucket: number[], i: number): void => {
    const twin = bucket.find((j) => groups.find(j) === groups.find(i) || areAlike(setOf(j), setOf(i)));
    if (twin === undefined) bucket.push(i);
    else groups.join(twin, i);
  };
  for (let i = 0; i < count; i++) {
    for (const [band, hashes] of bands.entries()) {
      const bucket = buckets[band]?.get(hashes[i] ?? 0);
      if (bucket !== undefined) joinAlike(bucket, i);
    }
  }
  return groups.all();
}

/** By band, its hash in each text. */
function bandsOfAll(count: number, textAt: (i: number) => string): Uint32Array[] {
  const bands = Array.from({ length: BANDS }, () => new Uint32Array(count));
  for (let i = 0; i < count; i++) {
    const hashes = bandsOf(shinglesOf(textAt(i)));
    for (const [band, column] of bands.entries()) column[i] = hashes[band] ?? 0;
  }
  return bands;
}

/** An empty bucket for each hash that comes more than once: most come once, and have nothing to be compared with. */
function bucketsOf(hashes: Uint32Array): Map<number, number[]> {
  const buckets = new Map<number, number[]>();
  const sorted = hashes.toSorted();
  for (let i = 1; i < sorted.length; i++) {
    const hash = sorted[i] ?? 0;
    if (hash === sorted[i - 1]) buckets.set(hash, []);
  }
  return buckets;
}
