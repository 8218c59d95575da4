import { normaliseText } from '../../text/index.ts';

/** Length of the runs of characters that two texts are compared by. */
const SHINGLE = 5;
/** Texts are nearly the same from this share of common runs on (Jaccard), 0..1. */
const ALIKE = 0.8;

/**
 * The runs of characters of a text's letters and digits, hashed to 32 bits, in the order of the text, repeated as they
 * repeat; the whole text where it is shorter than one.
 */
export function shinglesOf(original: string): Uint32Array {
  const text = normaliseText(original).replace(/[^\p{L}\p{N}]/gu, '');
  const count = Math.max(1, text.length - SHINGLE + 1);
  const shingles = new Uint32Array(count);
  for (let i = 0; i < count; i++) shingles[i] = hashOf(text, i, Math.min(i + SHINGLE, text.length));
  return shingles;
}

/** FNV-1a, 32 bits, over the UTF-16 units of a part of a text. */
export function hashOf(text: string, start = 0, end = text.length): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Shingles as a set: ascending, each once. */
export const asSet = (shingles: Uint32Array): Uint32Array =>
  shingles.toSorted().filter((shingle, i, all) => i === 0 || shingle !== all[i - 1]);

/** Whether two sets of shingles have so much in common that their texts say nearly the same. */
export function areAlike(a: Uint32Array, b: Uint32Array): boolean {
  if (Math.min(a.length, b.length) < Math.max(a.length, b.length) * ALIKE) return false;
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [left, right] = [a[i] ?? 0, b[j] ?? 0];
    if (left === right) shared++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return shared / (a.length + b.length - shared) >= ALIKE;
}
