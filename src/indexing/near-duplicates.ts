import { type Speech, wordsAt } from '../speech/index.ts';
import { normaliseText } from '../text/index.ts';

/** Length of the runs of characters that two texts are compared by. */
const SHINGLE = 5;
/** Hash functions of a signature, and how many of them make a band: texts that agree in one whole band are compared. */
const HASHES = 64;
const BAND = 4;
/** Texts are nearly the same from this share of common runs on (Jaccard), 0..1. */
const ALIKE = 0.8;

/**
 * Groups of passages that say nearly the same in several places: found by MinHash (Broder 1997) with banding
 * (Leskovec, Rajaraman and Ullman 2014, 3.4), proved by the Jaccard coefficient of their runs of five characters.
 * Punctuation, width and script do not count. Each group has at least two ids; a passage is in one group at the most.
 */
export function nearDuplicates(speeches: readonly Speech[]): string[][] {
  const texts = speeches.flatMap((speech) =>
    speech.passages.map((passage) => ({ id: passage.id, shingles: shinglesOf(wordsAt(speech, passage)) })),
  );
  const groups = new Groups(texts.length);
  const buckets = new Map<string, number[]>();
  for (const [i, { shingles }] of texts.entries()) {
    for (const band of bandsOf(signatureOf(shingles))) {
      const bucket = buckets.get(band);
      if (bucket === undefined) buckets.set(band, [i]);
      else joinAlike(bucket, i);
    }
  }
  return groups.all().map((members) => members.map((i) => texts[i]?.id ?? ''));

  /** One of a bucket that is alike is enough: the others of its group were compared with it. */
  function joinAlike(bucket: number[], i: number): void {
    const own = texts[i]?.shingles ?? new Set();
    const twin = bucket.find(
      (j) => groups.find(j) === groups.find(i) || jaccard(texts[j]?.shingles ?? new Set(), own) >= ALIKE,
    );
    if (twin === undefined) bucket.push(i);
    else groups.join(twin, i);
  }
}

/** Runs of characters of a text's letters and digits, hashed to 32 bits; the whole text where it is shorter than one. */
function shinglesOf(original: string): Set<number> {
  const text = normaliseText(original).replace(/[^\p{L}\p{N}]/gu, '');
  const shingles = new Set<number>();
  for (let i = 0; i === 0 || i + SHINGLE <= text.length; i++) shingles.add(hashOf(text.slice(i, i + SHINGLE)));
  return shingles;
}

/** FNV-1a, 32 bits, over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Odd multipliers and summands of the hash functions, from one fixed seed: an index is the same each time. */
const FUNCTIONS = Array.from({ length: HASHES }, (_, i) => [hashOf(`a${i}`) | 1, hashOf(`b${i}`)] as const);

function signatureOf(shingles: ReadonlySet<number>): Uint32Array {
  const signature = new Uint32Array(HASHES).fill(0xffffffff);
  for (const shingle of shingles) {
    for (let i = 0; i < HASHES; i++) {
      const [a, b] = FUNCTIONS[i] ?? [1, 0];
      // The low bits of a product are poor; the shift brings the high ones down.
      const product = Math.imul(shingle, a) + b;
      const hash = (product ^ (product >>> 15)) >>> 0;
      if (hash < (signature[i] ?? 0)) signature[i] = hash;
    }
  }
  return signature;
}

function* bandsOf(signature: Uint32Array): Generator<string> {
  for (let i = 0; i < signature.length; i += BAND) yield `${i}:${signature.subarray(i, i + BAND).join()}`;
}

/** The share of what two sets have together that both have, 0..1. */
function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size < large.size * ALIKE) return 0;
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared++;
  return shared / (a.size + b.size - shared);
}

/** Numbers joined into groups (disjoint sets, with path halving). */
class Groups {
  private readonly parents: number[];

  constructor(size: number) {
    this.parents = Array.from({ length: size }, (_, i) => i);
  }

  find(i: number): number {
    let at = i;
    for (let parent = this.parents[at]; parent !== undefined && parent !== at; parent = this.parents[at]) {
      this.parents[at] = this.parents[parent] ?? parent;
      at = this.parents[at] ?? at;
    }
    return at;
  }

  join(a: number, b: number): void {
    this.parents[this.find(b)] = this.find(a);
  }

  /** The groups of more than one, each in order. */
  all(): number[][] {
    const members = new Map<number, number[]>();
    for (let i = 0; i < this.parents.length; i++) {
      const group = this.find(i);
      members.set(group, [...(members.get(group) ?? []), i]);
    }
    return [...members.values()].filter((group) => group.length > 1);
  }
}
