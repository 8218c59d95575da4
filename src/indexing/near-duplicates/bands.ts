import { hashOf } from './shingles.ts';

/** Hash functions of a signature, and how many of them make a band: texts that agree in one whole band are compared. */
const HASHES = 64;
const BAND = 4;
export const BANDS = HASHES / BAND;

/** Odd multipliers and summands of the hash functions, from one fixed seed: an index is the same each time. */
const MULTIPLIERS = Uint32Array.from({ length: HASHES }, (_, i) => hashOf(`a${i}`) | 1);
const SUMMANDS = Uint32Array.from({ length: HASHES }, (_, i) => hashOf(`b${i}`));

/** The bands of a text's MinHash signature, hashed to 32 bits each. */
export function bandsOf(shingles: Uint32Array): Uint32Array {
  const signature = new Uint32Array(HASHES).fill(0xffffffff);
  for (const shingle of shingles) {
    for (let i = 0; i < HASHES; i++) {
      // The low bits of a product are poor; the shift brings the high ones down.
      const product = Math.imul(shingle, MULTIPLIERS[i] ?? 1) + (SUMMANDS[i] ?? 0);
      const hash = (product ^ (product >>> 15)) >>> 0;
      if (hash < (signature[i] ?? 0)) signature[i] = hash;
    }
  }
  return Uint32Array.from({ length: BANDS }, (_, band) => hashOfBand(signature, band * BAND));
}

/** Two bands that share a hash by chance are told apart when their texts are compared. */
function hashOfBand(signature: Uint32Array, start: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < start + BAND; i++) {
    hash = Math.imul(hash ^ (signature[i] ?? 0), 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}
