import type { DraftRequest, Filters } from '../drafting/index.ts';
import { GENRES } from '../speech/index.ts';
import { genreNamed } from './names.ts';
import { takeSkeletonOptions } from './skeleton-options.ts';
import { textsIn } from './texts/index.ts';

/** What a person typed, understood. */
export type Command =
  | {
      kind: 'request';
      request: DraftRequest;
      /** The same words as a question for passages, where what was read as a command may be the first word of them. */
      asWords?: DraftRequest;
    }
  | { kind: 'help'; unknownWord: string | null };

/** Hits on a page: what fits on a screen. */
export const PAGE = 5;

/** What can be typed; what goes by ids comes from a button. */
type Asked = 'find' | 'outline' | 'phrase' | 'source';

/** By its spellings, in simplified and traditional characters. */
const COMMAND_WORDS: ReadonlyMap<string, Asked | 'help'> = new Map([
  ['find', 'find'],
  ['找', 'find'],
  ['段落', 'find'],
  ['outline', 'outline'],
  ['提纲', 'outline'],
  ['提綱', 'outline'],
  ['phrase', 'phrase'],
  ['句式', 'phrase'],
  ['source', 'source'],
  ['出处', 'source'],
  ['出處', 'source'],
  ['help', 'help'],
  ['帮助', 'help'],
  ['幫助', 'help'],
  ['怎么用', 'help'],
  ['怎麼用', 'help'],
  ['如何使用', 'help'],
  ['使用说明', 'help'],
]);

/** Reads what stands behind `/draft` or a mention. Without a command word it is a question for passages. */
export function readCommand(typed: string): Command {
  const split = splitWord(typed);
  if (split === null) return readWords(typed);
  const { asked: command, rest } = split;
  if (command === 'help' || rest === '') return help(null);
  const read = command === 'source' ? readSentences(rest) : asked(command, rest);
  return split.isDoubtful && read.kind === 'request' ? { ...read, asWords: toRequest('find', tidied(typed)) } : read;
}

/** Reads a direct message: a sentence is looked up, several one by one, anything else is read like a command. */
export function readMessage(typed: string): Command {
  const split = splitWord(typed);
  // A sentence may begin with the characters of a command word (找准…); nobody's begins with 出处.
  const isCommand = split !== null && (!split.isDoubtful || split.asked === 'source');
  return !isCommand && looksLikeSentence(typed) ? readSentences(typed.trim()) : readCommand(typed);
}

/** Words without a command. */
function readWords(typed: string): Command {
  const words = tidied(typed);
  if (words === '' || isCourtesy(words)) return help(null);
  const [first = ''] = words.split(/[\s:：]/, 1);
  return isMistypedCommand(first) ? help(first) : asked('find', words);
}

/** Thanks and greetings alone ask for nothing. */
const COURTESY =
  /^(?:(?:好的?|收到|明白|知道|可以|行|不错|谢谢|谢啦|多谢|感谢|感谢您|感谢你|辛苦|麻烦|你好|您好|大家好|早上好|下午好|在吗|在么|ok|okay|hi|hello|thanks|thank you|thx|got it|great|cool)(?:了|啦|呀|啊|哦|哈|你|您|大家|各位|so much|a lot)?[\s,，.。!！~～、]*)+$/i;
/** By themselves these are topics of speeches as well. */
const TOPICS_TOO: ReadonlySet<string> = new Set(['感谢', '辛苦', '行', '可以', '明白', '知道', '不错', '麻烦']);

const isCourtesy = (words: string): boolean => COURTESY.test(words) && !TOPICS_TOO.has(words);

/** A sentence by itself is looked up whole; several are traced one by one. */
export function readSentences(text: string): Command {
  const sentences = text.split(/[。！？!?\n]+/u).filter((part) => letters(part) >= SHORTEST_SENTENCE);
  return sentences.length > 1 ? { kind: 'request', request: { kind: 'trace', text } } : asked('source', text);
}

/** What is shorter is a piece of its neighbour. In letters and digits. */
const SHORTEST_SENTENCE = 6;

const letters = (text: string): number => text.replaceAll(/[^\p{L}\p{N}]/gu, '').length;

const help = (unknownWord: string | null): Command => ({ kind: 'help', unknownWord });

/**
 * What comes before the words: the slash (an input method gives 、 or ／ for it) with the name of the command, the sign
 * behind a mention (@Zhibi：引才), the mark of a quotation. Signs that mean something in a question (-不要, “原话”, *, …) stay.
 */
const BEFORE = /^[\s:：,，、。.;；!！~～·>》/／\\|]+/;
const COMMAND_NAME = /^draft(?=[\s:：]|\P{ASCII}|$)/iu;

function tidied(typed: string): string {
  const words = typed.replace(BEFORE, '').trimEnd();
  return /^\s*[、/／\\]/.test(typed) ? words.replace(COMMAND_NAME, '').replace(BEFORE, '') : words;
}

interface CommandWord {
  asked: Asked | 'help';
  rest: string;
  /** Whether the word may as well be the beginning of what was asked: it is Chinese, and no space follows it. */
  isDoubtful: boolean;
}

/** The first word where it is a command; its width does not matter, nor whether a space is behind it. */
function splitWord(typed: string): CommandWord | null {
  const words = tidied(typed);
  const end = /[\s:：]/.exec(words)?.index ?? words.length;
  const apart = COMMAND_WORDS.get(spelling(words.slice(0, end).replace(/[。.!！?？]+$/, '')));
  if (apart !== undefined) return { asked: apart, rest: words.slice(end + 1).trim(), isDoubtful: false };
  return IDIOM.test(words) ? null : splitGlued(words);
}

function splitGlued(words: string): CommandWord | null {
  const glued = /^(?:[a-zａ-ｚ]+|找|段落|提[纲綱]|句式|出[处處])/iu.exec(words)?.[0] ?? '';
  const command = COMMAND_WORDS.get(spelling(glued));
  if (command === undefined || command === 'help' || /^[-_a-z]/i.test(words.slice(glued.length))) return null;
  return { asked: command, rest: words.slice(glued.length).trim(), isDoubtful: !/^[a-z]+$/.test(spelling(glued)) };
}

const spelling = (word: string): string => word.normalize('NFKC').toLowerCase();

/** Words of the speeches that begin with the characters of a command word. */
const IDIOM = /^(?:找(?:准|差距|短板|问题|不足|到|出|回|寻|补|齐|对路子|米下锅)|提纲挈领|段落大意)/;

/**
 * A word in small Latin letters that is no command: Chinese topics have no such words (GDP and 5G are not small letters
 * alone), so it was meant as one.
 */
const isMistypedCommand = (word: string): boolean => /^[a-z]{2,}$/.test(word) && !ENGLISH_KEYS.has(word);

/** Keys of filters may begin a question. */
const ENGLISH_KEYS: ReadonlySet<string> = new Set(['genre', 'year', 'from', 'except']);

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
const FILTER = /(?:^|\s+)([体體]裁|年份|[来來]源|除去|genre|year|from|except)\s*[:：]\s*(\S+)/giu;
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
    if (/裁|genre/i.test(key) && genre !== null) filters.genre = genre;
    else if (/年份|year/i.test(key) && YEARS.test(year)) Object.assign(filters, yearsIn(year));
    else if (/除去|except/i.test(key)) filters.except = value;
    else if (/源|from/i.test(key)) filters.source = value;
    else return whole;
    return '';
  };
  const query = typed.replace(FILTER_BY_NAME, take).replace(FILTER, take);
  return { query: query.trim(), filters };
}
