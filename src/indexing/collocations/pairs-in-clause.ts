import type { WordClass } from './word-classes.ts';

/** `verb-object`: 夯实 … 基础. `modifier-head`: 高质量 发展, 扎实 推进. */
export type Relation = 'verb-object' | 'modifier-head';

/** Two words that belong together, by their places in the words of a stretch. */
export interface WordPair {
  relation: Relation;
  /** The verb; the modifier. */
  left: number;
  /** The object's head; the head. */
  right: number;
  /**
   * The last noun before the first 的 of the object, which may be the object itself: 提高效益的基础 raises the returns,
   * 加强党的建设 does not strengthen the party. Which of the two, only the rest of the corpus can tell.
   */
  nearer?: number;
}

/** Words between a verb and the head of its object are at most this many, less one. */
const WINDOW = 8;
/** Words between an object that 把 brings and its verb. */
const REACH = 4;

/** Right before a verb they make another verb of it. */
export const NEGATIONS: ReadonlySet<string> = new Set(
  '不 没 没有 未 别 不得 不能 不准 不要 不许 不再 不会 不可 不宜 决不 绝不 毫不 并不 决不能 绝不能 决不会 绝不会'.split(
    ' ',
  ),
);

type ClassAt = (place: number) => WordClass;

/**
 * The pairs of a stretch, read from the classes of its words. A shallow grammar: an object is the run of nouns, attributes,
 * 的 and 和 behind a verb, its head the last noun of the run (夯实 组织 基础); 把 and 将 bring it before the verb.
 */
export function* pairsIn(length: number, classAt: ClassAt): Generator<WordPair> {
  for (let at = 0; at < length; at++) {
    const wordClass = classAt(at);
    if (wordClass === 'x' || wordClass === 'e') continue;
    if (wordClass === 'b') yield* broughtObject(at, length, classAt);
    else if (governs(at, classAt)) yield* governedObject(at, length, classAt);
    else yield* modified(at, length, classAt);
  }
}

const isNoun = (wordClass: WordClass): boolean => wordClass === 'n' || wordClass === 'w';
const isNominal = (wordClass: WordClass): boolean => isNoun(wordClass) || wordClass === 'a';
const isInObject = (wordClass: WordClass): boolean =>
  isNominal(wordClass) || wordClass === 'm' || wordClass === 'e' || wordClass === 'h';

const isBeforeVerb = (wordClass: WordClass): boolean => wordClass === 'd' || wordClass === 'c';

/** Whether the word is a verb here: what may be a noun too is one where a clause or its verb phrase begins. */
function governs(at: number, classAt: ClassAt): boolean {
  const before = classAt(at - 1);
  if (classAt(at) === 'v') return before !== 'e';
  if (classAt(at) !== 'w') return false;
  return (before === 'x' || before === 'g' || isBeforeVerb(before)) && isInObject(classAt(at + 1));
}

function* governedObject(verb: number, length: number, classAt: ClassAt): Generator<WordPair> {
  let from = verb + 1;
  while (from < length && classAt(from) === 'u') from++;
  if (classAt(from) === 'e') return;
  // 夯实 组织 基础: the dictionary's verb behind a verb is as often a noun. 组织 is then read as governing 基础 too.
  if (from === verb + 1 && classAt(from) === 'v' && isNominal(classAt(from + 1))) from++;
  const to = Math.min(length, verb + WINDOW);
  const right = headOf(from, to, classAt);
  if (right === null) return;
  let mark = from;
  while (mark < right && classAt(mark) !== 'e') mark++;
  const nearer = mark < right ? lastNoun(from, mark, classAt) : null;
  yield { relation: 'verb-object', left: verb, right, ...(nearer === null ? {} : { nearer }) };
}

/** The head of an object: the last noun of its run; or a verb that ends run and clause behind it (促进 农民 增收). */
function headOf(from: number, to: number, classAt: ClassAt): number | null {
  const noun = lastNoun(from, to, classAt);
  if (noun === null || noun + 1 >= to) return noun;
  return classAt(noun + 1) === 'v' && classAt(noun + 2) === 'x' ? noun + 1 : noun;
}

/** The last noun of the run of words that can be an object, from a place on. */
function lastNoun(from: number, to: number, classAt: ClassAt): number | null {
  let last: number | null = null;
  for (let at = from; at < to && isInObject(classAt(at)); at++) {
    if (isNoun(classAt(at))) last = at;
  }
  return last;
}

function* broughtObject(mark: number, length: number, classAt: ClassAt): Generator<WordPair> {
  const head = lastNoun(mark + 1, Math.min(length, mark + WINDOW), classAt);
  if (head === null) return;
  for (let at = head + 1; at <= Math.min(length - 1, head + REACH); at++) {
    const wordClass = classAt(at);
    if (wordClass === 'x') return;
    if (wordClass !== 'v' && !(wordClass === 'w' && isBeforeVerb(classAt(at - 1)))) continue;
    yield { relation: 'verb-object', left: at, right: head };
    return;
  }
}

/** The heads of one modifier: the next noun, over 的 or not, and the one behind it (人才 队伍 建设); the verb of an adverb. */
function* modified(at: number, length: number, classAt: ClassAt): Generator<WordPair> {
  const wordClass = classAt(at);
  if (!isNominal(wordClass) && wordClass !== 'd') return;
  const mark = classAt(at + 1);
  const next = mark === 'e' || mark === 'g' ? at + 2 : at + 1;
  if (next >= length) return;
  if (wordClass === 'd' ? governs(next, classAt) || classAt(next) === 'w' : isNoun(classAt(next))) {
    yield { relation: 'modifier-head', left: at, right: next };
  } else if (wordClass === 'a' && mark !== 'e' && classAt(next) === 'v') {
    yield { relation: 'modifier-head', left: at, right: next };
  }
  if (
    wordClass !== 'd' &&
    next === at + 1 &&
    isNominal(classAt(next)) &&
    next + 1 < length &&
    isNoun(classAt(next + 1))
  ) {
    yield { relation: 'modifier-head', left: at, right: next + 1 };
  }
}
