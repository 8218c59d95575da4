import type { CharacterIndex } from '../../../indexing/index.ts';
import { type Citation, citeSpan, type Span, type Speech, wordsAt } from '../../../speech/index.ts';

/** A match in its context, as it stands in the original: key word in context. */
export interface Kwic {
  left: string;
  match: string;
  right: string;
  /** Slices to `match`. */
  citation: Citation;
}

/** Shows a match with so many characters on each side, none beyond its title line, heading or passage. */
export function kwicOf(index: CharacterIndex, speech: Speech, match: Span, context: number): Kwic {
  const segment = index.segmentAt(match.start);
  const edges = index.originalSpan(segment.start, segment.end);
  const span = index.originalSpan(match.start, match.end);
  return {
    left: lastCharacters(speech.text.slice(Math.max(edges.start, span.start - 2 * context), span.start), context),
    match: wordsAt(speech, span),
    right: firstCharacters(speech.text.slice(span.end, Math.min(edges.end, span.end + 2 * context)), context),
    citation: citeSpan(speech, span),
  };
}

const firstCharacters = (text: string, most: number): string => [...text].slice(0, most).join('');
/** A slice may begin inside a character, but then more of them follow than are shown. */
const lastCharacters = (text: string, most: number): string => (most === 0 ? '' : [...text].slice(-most).join(''));
