import {
  type CollocationTable,
  classOfWord,
  cutWords,
  NEGATIONS,
  pairsIn,
  type WordClass,
} from '../../indexing/index.ts';

/** A verb and the head of its object. */
export interface Governed {
  /** With its negation (不听). */
  verb: string;
  isNegated: boolean;
  object: string;
  /** From the beginning of the one to the end of the other, in the clause. */
  start: number;
  end: number;
}

/** A clause as far as saying it otherwise needs it. */
export interface ParsedClause {
  /** All its words, in order. */
  words: readonly string[];
  /** The verbs that govern something, each with the head of what it governs. Not those inside of what another verb governs. */
  governed: readonly Governed[];
  /** Nouns, attributes and what may be either: what the clause is about. */
  content: readonly string[];
}

/**
 * A clause that was asked for. Where no verb is found in it, its first word is taken for one, unless the corpus has it as a
 * modifier of the second: people ask for a verb and its object, and the dictionary does not know every verb.
 */
export function parseQuestion(table: CollocationTable, text: string): ParsedClause {
  const parsed = parseClause(table, text);
  const [verb, second] = parsed.words;
  const object = parsed.words.at(-1);
  if (parsed.governed.length > 0 || verb === undefined || second === undefined || object === undefined) return parsed;
  if (!isContent(verb, 'n') || table.pair('modifier-head', 'left', verb, second) !== undefined) return parsed;
  return {
    ...parsed,
    governed: [{ verb, isNegated: false, object, start: 0, end: text.length }],
    content: parsed.content.filter((word) => word !== verb),
  };
}

/** Reads a normalised clause with the grammar that collocations are learned with. */
export function parseClause(table: CollocationTable, text: string): ParsedClause {
  const words = cutWords(text);
  const classes = words.map((word): WordClass => table.classOf(word) ?? classOfWord(word));
  const starts = [0];
  for (const word of words) starts.push((starts.at(-1) ?? 0) + word.length);
  const classAt = (at: number): WordClass => classes[at] ?? 'x';
  const pairs = [...pairsIn(words.length, classAt)].filter(
    ({ relation, left, right }) => relation === 'verb-object' && (left > right || !isInside(classAt(left - 1))),
  );
  const verbs = new Set(pairs.map(({ left }) => left));
  const governed = pairs.map(({ left, right }): Governed => {
    const before = words[left - 1] ?? '';
    const isNegated = NEGATIONS.has(before);
    const verb = `${isNegated ? before : ''}${words[left]}`;
    const [first, last] = [Math.min(left - (isNegated ? 1 : 0), right), Math.max(left, right)];
    return { verb, isNegated, object: words[right] ?? '', start: starts[first] ?? 0, end: starts[last + 1] ?? 0 };
  });
  const content = words.filter((word, at) => !verbs.has(at) && isContent(word, classAt(at)));
  return { words, governed, content: [...new Set(content)] };
}

const isContent = (word: string, wordClass: WordClass): boolean =>
  wordClass === 'n' || wordClass === 'w' || (wordClass === 'a' && word.length > 1);

/** Behind a noun, 的 or 和 what looks like a verb is mostly a noun's (生态保护和发展); a subject before its verb is rare here. */
const isInside = (before: WordClass): boolean => /[nwhe]/.test(before);
