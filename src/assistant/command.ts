import type { DraftRequest, Filters } from '../drafting/index.ts';
import { GENRES } from '../speech/index.ts';
import { genreNamed } from './names.ts';
import { takeSkeletonOptions } from './skeleton-options.ts';
import { textsIn } from './texts/index.ts';

/** What a person typed, understood. */
export type Command = { kind: 'request'; request: DraftRequest } | { kind: 'help'; unknownWord: string | null };

/** Hits on a page: what fits on a screen. */
export const PAGE = 5;

/** What can be typed; what goes by ids comes from a button. */
type Asked = 'find' | 'outline' | 'phrase' | 'source';

const COMMAND_WORDS: ReadonlyMap<string, Asked | 'help'> = new Map([
  ['find', 'find'],
  ['找', 'find'],
  ['段落', 'find'],
  ['outline', 'outline'],
  ['提纲', 'outline'],
  ['phrase', 'phrase'],
  ['句式', 'phrase'],
  ['source', 'source'],
  ['出处', 'source'],
  ['help', 'help'],
  ['帮助', 'help'],
]);

/** Reads what stands behind `/draft` or a mention. Without a command word it is a question for passages. */
export function readCommand(typed: string): Command {
  const { word, rest } = splitWord(typed);
  const command = COMMAND_WORDS.get(word.toLowerCase());
  if (word === '') return help(null);
  if (command === undefined) return isMistypedCommand(word) ? help(word) : asked('find', trimmed(typed));
  if (command === 'help' || rest === '') return help(null);
  return command === 'source' ? readSentences(rest) : asked(command, rest);
}

/** Reads a direct message: a sentence is looked up, several one by one, anything else is read like a command. */
export function readMessage(typed: string): Command {
  const { word } = splitWord(typed);
  const isCommand = COMMAND_WORDS.has(word.toLowerCase());
  return !isCommand && looksLikeSentence(typed) ? readSentences(typed.trim()) : readCommand(typed);
}

/** A sentence by itself is looked up whole; several are traced one by one. */
export function readSentences(text: string): Command {
  const sentences = text.split(/[。！？!?\n]+/u).filter((part) => letters(part) >= SHORTEST_SENTENCE);
  return sentences.length > 1 ? { kind: 'request', request: { kind: 'trace', text } } : asked('source', text);
}

/** What is shorter is a piece of its neighbour. In letters and digits. */
const SHORTEST_SENTENCE = 6;

const letters = (text: string): number => text.replaceAll(/[^\p{L}\p{N}]/gu, '').length;

const help = (unknownWord: string | null): Command => ({ kind: 'help', unknownWord });

/** What follows a mention may begin with a colon (@Zhibi：引才). */
const trimmed = (typed: string): string => typed.replace(/^[\s:：]+/, '').trimEnd();

/** The first word, up to white space or a colon; the key of a filter (genre:…) is none. */
function splitWord(typed: string): { word: string; rest: string } {
  const words = trimmed(typed);
  const end = /[\s:：]/.exec(words)?.index ?? words.length;
  const word = words.slice(0, end);
  if (FILTER_KEYS.has(word.toLowerCase())) return { word: words, rest: '' };
  return { word, rest: words.slice(end + 1).trim() };
}

const FILTER_KEYS: ReadonlySet<string> = new Set(['体裁', '年份', '来源', '除去', 'genre', 'year', 'from', 'except']);

/**
 * A word in small Latin letters that is no command: Chinese topics have no such words (GDP and 5G are not small letters
 * alone), so it was meant as one.
 */
const isMistypedCommand = (word: string): boolean => /^[a-z]{2,}$/.test(word);

/** Question words are few and short; a sentence runs on or has punctuation of its own. In characters. */
const SENTENCE_LENGTH = 16;
const CLAUSE_LENGTH = 9;

function looksLikeSentence(typed: string): boolean {
  const words = typed.trim();
  if (/\s/.test(words) && !/[。！？；，]/.test(words)) return false;
  if (/[?？]$/.test(words) || /[:：](?!\s*“)/.test(words.slice(0, 4))) return false;
  return words.length >= SENTENCE_LENGTH || (/[。！；，、]/.test(words) && words.length >= CLAUSE_LENGTH);
}

const asked = (kind: Asked, typed: string): Command => ({ kind: 'request', request: toRequest(kind, typed) });

/** What is asked by words behind a command word, with the filters and options among them. */
export function toRequest(kind: Asked, typed: string): DraftRequest {
  if (kind === 'source') return { kind, quote: typed };
  const { query, filters } = takeFilters(typed);
  return requestOf(kind, query, filters);
}

function requestOf(kind: 'find' | 'outline' | 'phrase', query: string, filters: Filters): DraftRequest {
  if (kind === 'find') return { kind, query, filters, limit: PAGE };
  if (kind === 'phrase') return { kind, query, filters };
  const { query: topic, options } = takeSkeletonOptions(query);
  return { kind, query: topic, filters, ...options };
}

/** A filter: key, colon, value. An English name of a genre may have several words. */
const FILTER = /(?:^|\s+)(体裁|年份|来源|除去|genre|year|from|except)\s*[:：]\s*(\S+)/giu;
const FILTER_BY_NAME = new RegExp(
  `(?:^|\\s+)(genre)\\s*[:：]\\s*(${GENRES.map((genre) => textsIn('en').genres[genre])
    .filter((name) => name.includes(' '))
    .join('|')})(?=\\s|$)`,
  'giu',
);

/** One year, or the first and the last of several: 2020, 2020年, 2018-2022. */
const YEARS = /^(\d{4})年?(?:[-~—–至到](\d{4})年?)?$/;

/** The years that were typed, `null` where that is none. */
export function yearsIn(typed: string): Pick<Filters, 'year' | 'until'> | null {
  const found = YEARS.exec(typed.normalize('NFKC'));
  if (found === null) return null;
  const [first, last] = [Number(found[1]), Number(found[2] ?? found[1])].sort((a, b) => a - b);
  return first === last ? { year: first as number } : { year: first as number, until: last as number };
}

/**
 * Takes the filter words (体裁:总结 年份:2018-2020 来源:某市 除去:某县) out of a question. What is no known genre or year stays a word of
 * it.
 */
export function takeFilters(typed: string): { query: string; filters: Filters } {
  const filters: Filters = {};
  const take = (whole: string, key: string, value: string): string => {
    const genre = genreNamed(value);
    const year = value.normalize('NFKC');
    if (/体裁|genre/i.test(key) && genre !== null) filters.genre = genre;
    else if (/年份|year/i.test(key) && YEARS.test(year)) Object.assign(filters, yearsIn(year));
    else if (/除去|except/i.test(key)) filters.except = value;
    else if (/来源|from/i.test(key)) filters.source = value;
    else return whole;
    return '';
  };
  const query = typed.replace(FILTER_BY_NAME, take).replace(FILTER, take);
  return { query: query.trim(), filters };
}
