import { Converter } from 'opencc-js/t2cn';
import type { Span } from '../speech/index.ts';

/** Text brought to one form for comparing, with the way back to the original. */
export interface Normalised {
  text: string;
  /** `offsets[i]` is where the character behind `text[i]` begins in the original; one more entry for the end. */
  offsets: Uint32Array;
}

const toSimplified = Converter({ from: 't', to: 'cn' });
/**
 * Brings text to the form that is indexed and asked: Unicode NFKC, lower case, simplified characters, ○ as 〇, one dot for names.
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

/** What NFKC keeps apart and people type for each other: the round zero, and the dots inside names. */
const ONE_FORM: ReadonlyMap<string, string> = new Map([
  ['○', '〇'],
  ...Array.from('•・･‧∙⋅', (dot) => [dot, '·'] as const),
]);

function foldCluster(cluster: string): string {
  if (cluster.length === 1 && isHan(cluster.charCodeAt(0))) return cluster;
  return ONE_FORM.get(cluster) ?? cluster.normalize('NFKC').toLowerCase();
}

const SURROGATE = /[\uD800-\uDFFF]/;

/**
 * Simplifies by phrases (乾坤 stays, 乾淨 becomes 干净), and never changes a length: offsets come first. Characters whose
 * simplified form is longer or shorter (some three hundred rare ones) are left as they are.
 */
function simplify(text: string): string {
  const simplified = toSimplified(text);
  const isSameLength = simplified.length === text.length;
  if (isSameLength && !SURROGATE.test(text) && !SURROGATE.test(simplified)) return simplified;
  return runsOfSteadyCharacters(text).map(simplifyRun).join('');
}

function simplifyRun(run: string): string {
  const simplified = toSimplified(run);
  return simplified.length === run.length ? simplified : run;
}

/** Splits a text so that each character whose length would change stands alone. */
function runsOfSteadyCharacters(text: string): string[] {
  const runs: string[] = [];
  let run = '';
  for (const character of text) {
    if (character.length === 1 && toSimplified(character).length === 1) run += character;
    else {
      runs.push(run, character);
      run = '';
    }
  }
  return [...runs, run];
}

/**
 * The span of the original behind `text[from, to)`. A character of the original that unfolds to several (⑴ to "(1)") is
 * in it whole when any part is.
 */
export function originalSpan({ text, offsets }: Normalised, from: number, to: number): Span {
  const last = offsets[to - 1] ?? 0;
  let end = to;
  while (end < text.length && offsets[end] === last) end++;
  return { start: offsets[from] ?? 0, end: offsets[end] ?? last };
}
