import { ZhibiError } from '../speech/index.ts';
import { normaliseText } from '../text/index.ts';

/** What `/draft phrase` was asked for. Compared with normalised text. */
export interface PhrasePattern {
  /** The pieces of literal text, as they are looked for. */
  literals: string[];
  /** Whether a heading, lead, saying or clause has it. */
  matches(words: string): boolean;
  /** Whether a longer text can have it at all: the cheap question first. */
  mayMatch(text: string): boolean;
}

const WILDCARD = /(?:\*|…|\.{3,})+/;

/**
 * Reads a pattern: words between spaces must all occur, in any order; `*` or `…` inside one stands for anything, so its
 * pieces must occur in order (夯实*基础). Matching is by plain search of each piece: linear, whatever the pattern.
 *
 * @throws ZhibiError `query-empty` when nothing literal is left (only wildcards and punctuation)
 */
export function readPattern(query: string): PhrasePattern {
  const parts = query
    .replaceAll('…', '*')
    .split(/\s+/)
    .map((part) =>
      normaliseText(part)
        .split(WILDCARD)
        .filter((piece) => /[\p{L}\p{N}]/u.test(piece)),
    )
    .filter((pieces) => pieces.length > 0);
  const literals = parts.flat();
  if (literals.length === 0) throw new ZhibiError('query-empty', {});
  return {
    literals,
    matches: (words) => parts.every((pieces) => occurInOrder(pieces, words)),
    mayMatch: (text) => literals.every((literal) => text.includes(literal)),
  };
}

function occurInOrder(pieces: readonly string[], words: string): boolean {
  let from = 0;
  for (const piece of pieces) {
    const at = words.indexOf(piece, from);
    if (at === -1) return false;
    from = at + piece.length;
  }
  return true;
}
