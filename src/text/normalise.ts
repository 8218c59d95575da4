import { Converter } from 'opencc-js/t2cn';
import type { Span } from '../speech/index.ts';
import { isChinese, isInvisible, isSpace, withoutInvisibles } from './character-classes.ts';
import { withoutRadicals } from './radicals.ts';

/** Text brought to one form for comparing, with the way back to the original. */
export interface Normalised {
  text: string;
  /** `offsets[i]` is where the character behind `text[i]` begins in the original; one more entry, the original's length. */
  offsets: Uint32Array;
  /** `ends[i]` is where that character ends in the original: before `offsets[i + 1]` where something is left out. */
  ends: Uint32Array;
}

const toSimplified = Converter({ from: 't', to: 'cn' });

/**
 * Brings what was typed to the form that is indexed and asked: Unicode NFKC, lower case, simplified characters, radicals
 * as the characters they look like, ○ as 〇, one dot for names; characters without a glyph are left out.
 *
 * Works cluster by cluster (a character with its combining marks), so that each unit of the result knows the unit of
 * the original it came from; a citation is always made of original offsets.
 */
export const normalise = (original: string): Normalised => fold(original, () => false);

/** {@link normalise} without the offsets, for text that is only compared. */
export const normaliseText = (original: string): string => normalise(original).text;

/**
 * {@link normalise} for the text of a document, where a space beside a Chinese character is a matter of layout (letter-spaced
 * titles, 2020 年, columns of a PDF) and is left out. What a person asks keeps its spaces: they part words.
 */
export const normaliseDocument = (original: string): Normalised => fold(original, isLayout);

/** {@link normaliseDocument} without the offsets. */
export const normaliseDocumentText = (original: string): string => normaliseDocument(original).text;

/** Whether the space between two characters is left out. */
type LeavesOut = (before: number, after: number) => boolean;

const isLayout: LeavesOut = (before, after) => isChinese(before) || isChinese(after);

function fold(original: string, leavesOut: LeavesOut): Normalised {
  const clusters: string[] = [];
  const offsets: number[] = [];
  const ends: number[] = [];
  let before: number | null = null;
  for (let at = 0; at < original.length; ) {
    const code = original.codePointAt(at) ?? 0;
    if (!isHan(code)) {
      const next = skipped(original, at, before, leavesOut);
      if (next > at) {
        at = next;
        continue;
      }
    }
    const end = clusterEnd(original, at);
    const folded = foldCluster(original.slice(at, end));
    for (let i = 0; i < folded.length; i++) {
      offsets.push(at);
      ends.push(end);
    }
    clusters.push(folded);
    before = code;
    at = end;
  }
  offsets.push(original.length);
  return {
    text: simplify(clusters.join('')),
    offsets: Uint32Array.from(offsets),
    ends: Uint32Array.from(ends),
  };
}

/** Where the text goes on behind what is left out at a place: the place itself, where nothing is. */
function skipped(original: string, at: number, before: number | null, leavesOut: LeavesOut): number {
  const code = original.codePointAt(at) ?? 0;
  if (isInvisible(code)) return at + widthOf(code);
  if (before === null || !isSpace(code)) return at;
  let end = at;
  let after = code;
  while (end < original.length && (isSpace(after) || isInvisible(after))) {
    end += widthOf(after);
    after = original.codePointAt(end) ?? 0;
  }
  return end < original.length && leavesOut(before, after) ? end : at;
}

const widthOf = (code: number): number => (code > 0xffff ? 2 : 1);

/** Marks that combine with the character before them begin here; below lie Latin letters, digits and plain signs. */
const FIRST_COMBINING = 0x300;
const MARK = /^\p{M}/u;

const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;

function clusterEnd(original: string, at: number): number {
  let end = at + widthOf(original.codePointAt(at) ?? 0);
  for (let next = end; next < original.length; ) {
    const unit = original.charCodeAt(next);
    if (isHan(unit) || (unit < FIRST_COMBINING && !isInvisible(unit))) break;
    const code = original.codePointAt(next) ?? 0;
    next += widthOf(code);
    if (MARK.test(String.fromCodePoint(code))) end = next;
    // A mark may stand behind an invisible character.
    else if (!isInvisible(code)) break;
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
  const visible = cluster.length === 1 ? cluster : withoutInvisibles(cluster);
  return ONE_FORM.get(visible) ?? withoutRadicals(visible).normalize('NFKC').toLowerCase();
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
export function originalSpan({ offsets, ends }: Pick<Normalised, 'offsets' | 'ends'>, from: number, to: number): Span {
  const start = offsets[from] ?? 0;
  return { start, end: to > from ? (ends[to - 1] ?? start) : start };
}
