import { letterSpaces, normalise } from '../../../text/index.ts';

/** A piece of a typed pattern; `at` is where it stands in what was typed, in UTF-16 units. */
export type Token = { at: number } & (
  | { kind: 'text' | 'separator'; text: string }
  | { kind: 'hash'; word: string }
  | { kind: 'one' | 'run' | 'blank' | 'open-any' | 'close-any' | 'open-all' | 'close-all' }
);

const MARKS: ReadonlyMap<string, 'one' | 'run' | 'open-any' | 'close-any' | 'open-all' | 'close-all'> = new Map([
  ['?', 'one'],
  ['*', 'run'],
  ['⋯', 'run'],
  ['[', 'open-any'],
  ['【', 'open-any'],
  [']', 'close-any'],
  ['】', 'close-any'],
  ['{', 'open-all'],
  ['}', 'close-all'],
]);
const PIECE =
  /(?<run>\.{3,})|(?<blank>\s+)|#(?<hash>[\p{L}\p{M}\p{N}]*)|(?<separator>[、,|/])|(?<mark>[?*⋯[\]【】{}])|[\s\S]/gu;
/** What no text may hold: half a character; what stands between segments of the index. */
const NO_CHARACTER = /[\p{Cs}\uffff]/u;

/** Whether there is nothing in some words that is no character. */
export const isText = (words: string): boolean => !NO_CHARACTER.test(words);

/**
 * Divides a pattern at its marks. Normalising it first makes their full-width forms the same (and … three dots);
 * whether a separator is one, or a mark of the text, is for the reader to know: it parts words inside brackets alone.
 */
export function* tokensOf(typed: string): Generator<Token> {
  const { text, offsets } = normalise(typed);
  const spacing = letterSpaces(text);
  for (const { 0: piece, index, groups } of text.matchAll(PIECE)) {
    if (isText(piece) && !spacing.has(index)) yield toToken(piece, groups ?? {}, offsets[index] ?? 0);
  }
}

function toToken(piece: string, groups: Record<string, string | undefined>, at: number): Token {
  const { run, blank, hash, separator, mark } = groups;
  if (run !== undefined) return { kind: 'run', at };
  if (blank !== undefined) return { kind: 'blank', at };
  if (hash !== undefined) return { kind: 'hash', word: hash, at };
  if (separator !== undefined) return { kind: 'separator', text: piece, at };
  const kind = mark === undefined ? undefined : MARKS.get(mark);
  return kind === undefined ? { kind: 'text', text: piece, at } : { kind, at };
}
