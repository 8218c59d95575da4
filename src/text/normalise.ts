import { Converter } from 'opencc-js/t2cn';

/** Text brought to one form for comparing, with the way back to the original. */
export interface Normalised {
  text: string;
  /** `offsets[i]` is where the character behind `text[i]` begins in the original; one more entry for the end. */
  offsets: Uint32Array;
}

const toSimplified = Converter({ from: 't', to: 'cn' });
/**
 * Brings text to the form that is indexed and asked: Unicode NFKC, lower case, simplified characters, ○ as 〇.
 *
 * Works cluster by cluster (a character with its combining marks), so that each unit of the result knows the unit of
 * the original it came from; a citation is always made of original offsets.
 */
export function normalise(original: string): Normalised {
  const clusters: string[] = [];
  const offsets: number[] = [];
  for (let at = 0; at < original.length; ) {
    const end = clusterEnd(original, at);
    const folded = foldCluster(original.slice(at, end));
    for (let i = 0; i < folded.length; i++) offsets.push(at);
    clusters.push(folded);
    at = end;
  }
  offsets.push(original.length);
  return { text: simplify(clusters.join('')), offsets: Uint32Array.from(offsets) };
}

/** {@link normalise} without the offsets, for text that is only compared. */
export const normaliseText = (original: string): string => normalise(original).text;

/** Marks that combine with the character before them begin here; below lie Latin letters, digits and plain signs. */
const FIRST_COMBINING = 0x300;
const MARK = /^\p{M}/u;

const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;

function clusterEnd(original: string, at: number): number {
  let end = at + ((original.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  while (end < original.length) {
    const unit = original.charCodeAt(end);
    if (unit < FIRST_COMBINING || isHan(unit)) break;
    const mark = MARK.exec(original.slice(end, end + 2));
    if (mark === null) break;
    end += mark[0].length;
  }
  return end;
}

function foldCluster(cluster: string): string {
  if (cluster.length === 1 && isHan(cluster.charCodeAt(0))) return cluster;
  return cluster === '○' ? '〇' : cluster.normalize('NFKC').toLowerCase();
}

/**
 * Simplifies by phrases (乾坤 stays, 乾淨 becomes 干净). Should a phrase ever change its length, characters are
 * converted one by one instead: offsets come first.
 */
function simplify(text: string): string {
  const phrases = toSimplified(text);
  if (phrases.length === text.length) return phrases;
  return Array.from(text, (character) => {
    const simplified = toSimplified(character);
    return simplified.length === character.length ? simplified : character;
  }).join('');
}
