/**
 * What a pattern asks for, part by part. All words are normalised (see `normalise`): full-width and traditional forms
 * of words and marks are the same.
 *
 * | typed | stands for | takes |
 * |---|---|---|
 * | 夯实，又要 | itself, punctuation included | these characters, across clauses where it has marks |
 * | `?` | one character | one code point that is no punctuation and no blank |
 * | `*` `…` `...` | a run inside one clause | 0 to {@link LONGEST_RUN} units, as few as can be; at the end of a part, as many as can be |
 * | `[夯实 筑牢]` | any of these | the longest that leads to a match |
 * | `{责任 担当}` | all of these, in any order | each once, with runs inside one clause between two |
 * | `#夯实` | the word or a near-synonym | as `[…]` |
 * | a space between parts | both in one sentence, in any order | the first match of each part |
 *
 * Inside brackets words are parted by blanks, or by 、 , | or /. 【 】 are [ ]. A part of wildcards alone (夯实 * 基础) is
 * of the parts beside it.
 *
 * *Which match*: places are tried from left to right; at a place the first way that leads to a match is taken, where
 * runs prefer to be short, alternatives to be long, members to come in the order typed, and earlier elements decide
 * before later ones. The next match begins at the end of that one or behind it. So a run at the start of a part reaches
 * back to the start of its clause, or to the match before.
 *
 * A match of several parts is a sentence that holds a match of each. No match crosses the edge of a title line, heading
 * or passage.
 */
export interface Pattern {
  /** As it was typed. */
  typed: string;
  parts: readonly Part[];
}

export type Part = readonly Element[];

export type Element =
  /** One of these, longest first. `isChosen`: there was something to choose from, so that the choice is a filling. */
  | { kind: 'words'; words: readonly string[]; isChosen: boolean }
  /** This many characters. */
  | { kind: 'characters'; count: number }
  | { kind: 'run' }
  /** Each member once; a member is one of its words. */
  | { kind: 'all'; members: readonly (readonly string[])[] };

/** How far a run reaches; a clause longer than this is a text without punctuation. In UTF-16 units. */
export const LONGEST_RUN = 64;

/** Whether an element stands for other words than those that were typed: what it took is a filling. */
export const isOpen = (element: Element): boolean => element.kind !== 'words' || element.isChosen;

/** Whether a pattern is nothing but words. */
export const isLiteral = ({ parts }: Pattern): boolean => parts.every((part) => !part.some(isOpen));
