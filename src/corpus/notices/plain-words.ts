import { normaliseText } from '../../text/index.ts';

/** Characters that are not seen: soft hyphens, zero-width characters, controls of direction. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
/** Words set apart letter by letter: 内 部 资 料. A gap wider than the others parts two of them. */
const LETTER_SPACED = /(?<![\p{Script=Han}])\p{Script=Han}(?:[^\S\n]{1,3}\p{Script=Han}){1,}(?![\p{Script=Han}])/gu;

/**
 * Words as a notice is compared: simplified, half width, lower case, without invisible characters, and letters that were
 * set apart brought together.
 */
export const plainWords = (words: string): string =>
  normaliseText(words.replace(INVISIBLE, '')).replace(LETTER_SPACED, closed).trim();

function closed(spaced: string): string {
  const narrowest = (spaced.match(/\s+/g) ?? []).reduce((least, gap) => Math.min(least, gap.length), spaced.length);
  return spaced.replace(/\s+/g, (gap) => (gap.length > narrowest ? ' ' : ''));
}
