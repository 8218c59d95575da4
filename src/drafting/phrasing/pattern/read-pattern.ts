import { type ErrorDetails, ZhibiError } from '../../../speech/index.ts';
import { normaliseText } from '../../../text/index.ts';
import type { Element, Part, Pattern } from './pattern.ts';
import { isText, type Token, tokensOf } from './tokens.ts';

/** Longer patterns are refused. In UTF-16 units. */
const LONGEST_PATTERN = 1000;
/** Words of a whole pattern, alternatives and near-synonyms included. */
const MOST_WORDS = 256;
/** Members of one {…}: five have 120 orders. */
const MOST_MEMBERS = 5;
/** Runs of a whole pattern, those between the members of {…} included. */
const MOST_RUNS = 8;

/** The near-synonyms of a word, as the corpus has them, without the word. */
export type SynonymsOf = (word: string) => readonly string[];

type Fault = ErrorDetails['pattern-invalid']['what'];

/** What may not stand between brackets. */
const FAULTS_IN_BRACKETS: Partial<Record<Token['kind'], Fault>> = {
  one: 'wildcard-in-brackets',
  run: 'wildcard-in-brackets',
  'open-any': 'nested-brackets',
  'open-all': 'nested-brackets',
  'close-any': 'unbalanced',
  'close-all': 'unbalanced',
};

/**
 * Reads what was typed.
 *
 * @throws ZhibiError `query-empty`, `query-too-long`, `pattern-invalid` (what is wrong, and at which character)
 */
export function readPattern(typed: string, synonymsOf: SynonymsOf = () => []): Pattern {
  if (typed.length > LONGEST_PATTERN) {
    throw new ZhibiError('query-too-long', { length: typed.length, limit: LONGEST_PATTERN });
  }
  const reader = new Reader(typed, synonymsOf);
  const parts = reader.read();
  if (parts.length === 0) throw new ZhibiError('query-empty', {});
  if (wordCount(parts) > MOST_WORDS) reader.fail('too-many-words', 0);
  if (runCount(parts) > MOST_RUNS) reader.fail('too-many-wildcards', 0);
  if (!parts.every(hasWord)) reader.fail('nothing-literal', 0);
  return { typed, parts };
}

class Reader {
  private readonly typed: string;
  private readonly tokens: Token[];
  private readonly synonymsOf: SynonymsOf;
  private next = 0;

  constructor(typed: string, synonymsOf: SynonymsOf) {
    this.typed = typed;
    this.tokens = [...tokensOf(typed)];
    this.synonymsOf = synonymsOf;
  }

  read(): Element[][] {
    const parts: Element[][] = [[]];
    for (let token = this.take(); token !== undefined; token = this.take()) {
      if (token.kind === 'blank') parts.push([]);
      else for (const element of this.elementsOf(token)) append(parts.at(-1) ?? [], element);
    }
    return joinedAtWildcards(parts.filter((part) => part.length > 0));
  }

  fail(what: Fault, at: number): never {
    throw new ZhibiError('pattern-invalid', { what, position: [...this.typed.slice(0, at)].length + 1 });
  }

  private take(): Token | undefined {
    return this.tokens[this.next++];
  }

  private elementsOf(token: Exclude<Token, { kind: 'blank' }>): Element[] {
    switch (token.kind) {
      case 'text':
      case 'separator':
        return [{ kind: 'words', words: [token.text], isChosen: false }];
      case 'hash':
        return [toWords(this.withSynonyms(token))];
      case 'one':
        return [{ kind: 'characters', count: 1 }];
      case 'run':
        return [{ kind: 'run' }];
      case 'open-any':
        return [toWords(this.bracketed(token, 'close-any').flat())];
      case 'open-all':
        return this.allOf(token);
      default:
        return this.fail('unbalanced', token.at);
    }
  }

  /** {a} is a, and no more of a choice than that. */
  private allOf(opening: Token): Element[] {
    const members = this.bracketed(opening, 'close-all').map(longestFirst);
    if (members.length > MOST_MEMBERS) this.fail('too-many-words', opening.at);
    return members.length === 1 ? members.map(toWords) : [{ kind: 'all', members }];
  }

  private withSynonyms({ word, at }: Extract<Token, { kind: 'hash' }>): string[] {
    if (word === '') this.fail('no-word-after-hash', at);
    return [word, ...this.synonymsOf(word).map(normaliseText)].filter(hasLetter);
  }

  /** The members between a bracket and its closing: what each may be. */
  private bracketed(opening: Token, closing: Token['kind']): string[][] {
    const members: string[][] = [];
    let word = '';
    const endWord = (): void => {
      if (word !== '') members.push([word]);
      word = '';
    };
    for (let token = this.take(); token !== undefined; token = this.take()) {
      if (token.kind === 'text') word += token.text;
      else endWord();
      if (token.kind === 'hash') members.push(this.withSynonyms(token));
      if (token.kind === closing && members.length === 0) this.fail('empty-brackets', opening.at);
      if (token.kind === closing) return members;
      const fault = FAULTS_IN_BRACKETS[token.kind];
      if (fault !== undefined) this.fail(fault, token.at);
    }
    return this.fail('unbalanced', opening.at);
  }
}

/** What stands side by side is one: characters of a word, several `?`, several `*`. */
function append(part: Element[], element: Element): void {
  const last = part.at(-1);
  if (last?.kind === 'run' && element.kind === 'run') return;
  if (last?.kind === 'characters' && element.kind === 'characters') {
    part[part.length - 1] = { kind: 'characters', count: last.count + element.count };
  } else if (isPlain(last) && isPlain(element)) {
    part[part.length - 1] = { ...element, words: [(last.words[0] ?? '') + (element.words[0] ?? '')] };
  } else part.push(element);
}

const isPlain = (element: Element | undefined): element is Extract<Element, { kind: 'words' }> =>
  element?.kind === 'words' && !element.isChosen;

/** A part of wildcards alone asks for nothing by itself: it is of the parts beside it. */
function joinedAtWildcards(parts: readonly Element[][]): Element[][] {
  const joined: Element[][] = [];
  let isOpenEnded = false;
  for (const part of parts) {
    const isWild = part.every(({ kind }) => kind === 'run' || kind === 'characters');
    const before = joined.at(-1);
    if (before !== undefined && (isWild || isOpenEnded)) for (const element of part) append(before, element);
    else joined.push([...part]);
    isOpenEnded = isWild;
  }
  return joined;
}

/** Longest first, each once; among several of one length the order can't matter, since they can't stand at one place. */
const longestFirst = (words: readonly string[]): string[] =>
  [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));

function toWords(words: readonly string[]): Element {
  const sorted = longestFirst(words);
  return { kind: 'words', words: sorted, isChosen: sorted.length > 1 };
}

const hasLetter = (word: string): boolean => /[\p{L}\p{N}]/u.test(word) && isText(word);

const hasWord = (part: Part): boolean =>
  part.some(
    (element) =>
      (element.kind === 'words' && element.words.every(hasLetter)) ||
      (element.kind === 'all' && element.members.some((words) => words.every(hasLetter))),
  );

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const wordCount = (parts: readonly Part[]): number =>
  sum(
    parts.flat().map((element) => {
      if (element.kind === 'words') return element.words.length;
      return element.kind === 'all' ? element.members.flat().length : 0;
    }),
  );

const runCount = (parts: readonly Part[]): number =>
  sum(
    parts.flat().map((element) => {
      if (element.kind === 'all') return element.members.length - 1;
      return element.kind === 'run' ? 1 : 0;
    }),
  );
