/**
 * Characters without a glyph: zero-width and soft hyphens, directional controls, fillers, tags (Unicode's
 * Default_Ignorable_Code_Point), interlinear annotation, and the control characters that are no white space. A variation
 * selector is one too, but belongs to the character before it.
 */
const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]|^(?![\t-\r\x85])\p{Cc}/u;
/** Where no invisible character is: Latin, CJK ideographs, the common punctuation of both. */
const isPlain = (code: number): boolean =>
  (code >= 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff) || (code >= 0xff01 && code <= 0xff5e);

/** Whether a code point has no glyph of its own. */
export const isInvisible = (code: number): boolean => !isPlain(code) && INVISIBLE.test(String.fromCodePoint(code));

/** White space inside a line: a space of any width. Tabs part the cells of tables. */
export const isSpace = (code: number): boolean =>
  code === 0x20 ||
  code === 0xa0 ||
  code === 0x3000 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x1680;

const CJK =
  /^[\p{Script=Han}\u2014\u2018-\u201d\u2026\u3001-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/u;

/** Whether a code point is a Chinese character, or punctuation of Chinese text. */
export const isChinese = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x2000 && CJK.test(String.fromCodePoint(code)));

/**
 * Every way to end a line (Unicode Technical Standard 18, RL1.6): \r alone is that of old Macintosh files, \v a line break
 * of Word, \f the end of a page.
 */
export const LINE_END = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;

const INVISIBLES = /(?:\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffb]|(?![\t-\r\x85])\p{Cc})+/gu;

/** The text without its invisible characters. */
export const withoutInvisibles = (text: string): string => text.replace(INVISIBLES, '');

const SPACED_LETTERS = /(?<![^\s*?…⋯])\p{Script=Han}(?:[^\S\t\r\n]+\p{Script=Han}){2,}(?![^\s*?…⋯])/gu;
/** Between brackets, spaces part the members of a choice. */
const BRACKET = /[[\]{}【】]/;

/**
 * The places of the spaces in words that were typed letter by letter (水 渠 要 修), as offsets: three or more single Chinese
 * characters in a row, each between spaces. A space between longer words parts them; so it does between two characters,
 * which may be two things that are looked for.
 */
export function letterSpaces(text: string): ReadonlySet<number> {
  const places = new Set<number>();
  if (BRACKET.test(text)) return places;
  for (const { 0: run, index } of text.matchAll(SPACED_LETTERS)) {
    for (let i = 0; i < run.length; i++) if (isSpace(run.charCodeAt(i))) places.add(index + i);
  }
  return places;
}

/** What was typed, with the words that were typed letter by letter joined. */
export function withoutLetterSpaces(text: string): string {
  const places = letterSpaces(text);
  return places.size === 0 ? text : text.replace(/\s/g, (space, at: number) => (places.has(at) ? '' : space));
}
