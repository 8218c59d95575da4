import { BANDS, bandsOf } from './bands.ts';
import { Groups } from './groups.ts';
import { areAlike, asSet, shinglesOf } from './shingles.ts';

/** The bands of texts: band by band, its hash in each text. */
export interface BandTable {
  /** How many texts there are. */
  count: number;
  hashes: Uint32Array;
}

/** 64 bytes a text. @param textAt asked once about each */
export function bandTable(count: number, textAt: (i: number) => string): BandTable {
  const hashes = new Uint32Array(BANDS * count);
  for (let i = 0; i < count; i++) {
    const own = bandsOf(shinglesOf(textAt(i)));
    for (let band = 0; band < BANDS; band++) hashes[band * count + i] = own[band] ?? 0;
  }
  return { count, hashes };
}

const column = ({ count, hashes }: BandTable, band: number): Uint32Array =>
  hashes.subarray(band * count, (band + 1) * count);

/** The texts of a table that share a band with another, ascending. @param bands of that one: see `bandsOf` */
export function sharingBands(table: BandTable, bands: Uint32Array): number[] {
  const found = new Set<number>();
  for (const [band, hash] of bands.entries()) {
    const hashes = column(table, band);
    for (let i = hashes.indexOf(hash); i !== -1; i = hashes.indexOf(hash, i + 1)) found.add(i);
  }
  return [...found].sort((a, b) => a - b);
}

/**
 * Groups of texts that say nearly the same: found by MinHash (Broder 1997) with banding (Leskovec, Rajaraman and Ullman
 * 2014, 3.4), proved by the Jaccard coefficient of their runs of five characters. Punctuation, width and script do not
 * count. Two texts are in one group where a chain of texts leads from one to the other of which each two neighbours share a
 * band and are alike: the groups of some of the texts depend on no other text, and on no order.
 *
 * @param textAt asked once about texts that share a band with another
 * @returns numbers of texts, ascending within each group; each group has at least two
 */
export function groupsAlike(table: BandTable, textAt: (i: number) => string): number[][] {
  const groups = new Groups(table.count);
  const sets = new Map<number, Uint32Array>();
  const setOf = (i: number): Uint32Array => {
    const known = sets.get(i) ?? asSet(shinglesOf(textAt(i)));
    sets.set(i, known);
    return known;
  };
  for (let band = 0; band < BANDS; band++)
    for (const bucket of bucketsOf(column(table, band))) joinAlike(bucket, groups, setOf);
  return groups.all();
}

/**
 * Joins the texts of a bucket that are alike. Those that are in one group already are not compared, and of texts that are the
 * same one is: a file that says one thing a hundred thousand times is one bucket.
 */
function joinAlike(bucket: readonly number[], groups: Groups, setOf: (i: number) => Uint32Array): void {
  // Texts that differ, those of one group together.
  const clusters: number[][] = [];
  const likeIn = (cluster: readonly number[], i: number): number | undefined => {
    const [first = i] = cluster;
    return groups.find(i) === groups.find(first) ? first : cluster.find((j) => areAlike(setOf(i), setOf(j)));
  };
  for (const i of bucket) {
    let home: number[] | undefined;
    let isKnown = false;
    for (const cluster of clusters) {
      const like = likeIn(cluster, i);
      if (like === undefined) continue;
      groups.join(like, i);
      home ??= cluster;
      isKnown ||= areSame(setOf(i), setOf(like));
    }
    if (home === undefined) clusters.push([i]);
    else if (!isKnown) home.push(i);
  }
}

const areSame = (a: Uint32Array, b: Uint32Array): boolean =>
  a.length === b.length && a.every((shingle, i) => shingle === b[i]);

/** The texts of each hash that comes more than once: most come once, and have nothing to be compared with. */
function bucketsOf(hashes: Uint32Array): Iterable<number[]> {
  const buckets = new Map<number, number[]>();
  const sorted = hashes.toSorted();
  for (let i = 1; i < sorted.length; i++) {
    const hash = sorted[i] ?? 0;
    if (hash === sorted[i - 1]) buckets.set(hash, []);
  }
  for (const [i, hash] of hashes.entries()) buckets.get(hash)?.push(i);
  return buckets.values();
}
