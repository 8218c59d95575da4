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

/** All of them: the engine's own search skips the rest of a text faster than a loop does. */
const ANY_BRACKET = /[“”‘’「」『』《》〈〉（）()【】〔〕[\]]/g;

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
  for (const { 0: character, index: at } of text.matchAll(ANY_BRACKET)) {
    if (PAIRS.has(character)) {
      open.push({ mark: character, at });
      continue;
    }
    const depth = lastOpening(open, character);
    const opening = open[depth];
    if (opening === undefined) continue;
    open.length = depth;
    found.push({ mark: opening.mark, open: opening.at, close: at });
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

/** The enclosures that lie in no other, in order. */
export function outermostEnclosures(text: string): Enclosure[] {
  const outermost: Enclosure[] = [];
  for (const enclosure of enclosures(text).sort((a, b) => a.open - b.open)) {
    if (enclosure.close > (outermost.at(-1)?.close ?? -1)) outermost.push(enclosure);
  }
  return outermost;
}
