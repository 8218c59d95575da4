/**
 * What a document's words may do to the words around them. Characters that change the order of reading (UAX 9) reorder a
 * citation behind them, and a lone surrogate makes a payload that is no UTF-8; in a document they are accidents or attacks.
 * Controls of direction are left out, other controls and lone surrogates stand as �, and words of right-to-left scripts
 * are isolated, so that they read as they should and nothing beside them moves.
 */

/** Marks, embeddings, overrides and isolates: UAX 9, table 4. */
const DIRECTION = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const UNPRINTABLE = /(?![\t\n\r])[\p{Cc}\p{Surrogate}]/gu;
/** The blocks whose characters are right-to-left unless said otherwise: Unicode's DerivedBidiClass.txt, @missing. */
const RIGHT_TO_LEFT = '\\u0590-\\u08FF\\uFB1D-\\uFDFF\\uFE70-\\uFEFE\\u{10800}-\\u{10FFF}\\u{1E800}-\\u{1EFFF}';
const RUN = new RegExp(`[${RIGHT_TO_LEFT}]+(?:[\\p{P}\\p{Zs}\\p{M}]+[${RIGHT_TO_LEFT}]+)*`, 'gu');

const FIRST_STRONG_ISOLATE = '\u2068';
const LEFT_TO_RIGHT_ISOLATE = '\u2066';
const END = '\u2069';
/** More runs than this would make a text too long: then it is isolated as a whole. */
const MOST_RUNS = 20;

/** A text without what does not print or turns the order of reading; line breaks and tabs stay. */
export function printable(text: string): string {
  const shown = text.replaceAll(DIRECTION, '').replaceAll(UNPRINTABLE, '\uFFFD');
  // Slack refuses an empty text.
  return shown === '' && text !== '' ? '\uFFFD' : shown;
}

/** {@link printable}, with right-to-left words isolated: at most 40 characters longer. */
export function inOrder(text: string): string {
  const clean = printable(text);
  const runs = clean.match(RUN)?.length ?? 0;
  if (runs === 0) return clean;
  if (runs > MOST_RUNS) return LEFT_TO_RIGHT_ISOLATE + clean + END;
  return clean.replaceAll(RUN, (run) => FIRST_STRONG_ISOLATE + run + END);
}
