const PAIRS: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['〈', '〉'],
  ['（', '）'],
  ['(', ')'],
  ['【', '】'],
  ['〔', '〕'],
  ['[', ']'],
]);
const CLOSING: ReadonlySet<string> = new Set(PAIRS.values());

/** Whether a character opens or closes a quotation or bracket. */
export const isBracket = (character: string): boolean => PAIRS.has(character) || CLOSING.has(character);

/** A quotation or bracket that is closed in the same text: `open` and `close` are the places of its two marks. */
export interface Enclosure {
  mark: string;
  open: number;
  close: number;
}

/**
 * The closed quotations and brackets of a text, outer ones after the inner ones they hold. Marks that are never closed,
 * or never opened, enclose nothing: real documents have many. Linear in the length of the text.
 */
export function enclosures(text: string): Enclosure[] {
  const found: Enclosure[] = [];
  const open: { mark: string; at: number }[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (PAIRS.has(character)) open.push({ mark: character, at });
    else if (CLOSING.has(character)) {
      const depth = lastOpening(open, character);
      const opening = open[depth];
      if (opening === undefined) continue;
      open.length = depth;
      found.push({ mark: opening.mark, open: opening.at, close: at });
    }
  }
  return found;
}

/** How deep unclosed marks are searched for a partner: enough for real nesting, and a bound on hostile text. */
const DEPTH = 16;

function lastOpening(open: readonly { mark: string }[], closing: string): number {
  const limit = Math.max(0, open.length - DEPTH);
  for (let depth = open.length - 1; depth >= limit; depth--) {
    if (PAIRS.get(open[depth]?.mark ?? '') === closing) return depth;
  }
  return -1;
}

/** For each unit of the text, 1 where it lies inside (or is a mark of) a closed quotation or bracket. */
export function enclosedMask(text: string): Uint8Array {
  const mask = new Uint8Array(text.length);
  let until = -1;
  const outermostFirst = enclosures(text).sort((a, b) => a.open - b.open);
  for (const { open, close } of outermostFirst) {
    if (close <= until) continue;
    mask.fill(1, Math.max(open, until + 1), close + 1);
    until = close;
  }
  return mask;
}
