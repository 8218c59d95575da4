import { type Span, wordsAt } from '../../../speech/index.ts';
import { byUse, type Item, type Place, spreadOf } from '../item.ts';
import type { CorpusWords, SpeechWords } from '../words.ts';
import { countedTerms } from './counted.ts';
import { expansionOf } from './expansion.ts';
import { isAbbreviation } from './shape.ts';

/** A number with what it counts, as a name for the things counted. */
export interface NumberAbbreviation extends Item<'number abbreviation'> {
  /** What it stands for, where a text says so right there: the first such place. */
  members: Place[];
}

/** Every number abbreviation of the corpus, those of most speeches first. */
export function learnNumberAbbreviations(corpus: CorpusWords): NumberAbbreviation[] {
  const known = countedTerms(corpus);
  for (const { text } of linesOf(corpus)) for (const { words } of quoted(text)) known.add(plainOf(words));
  const found = new Map<string, NumberAbbreviation>();
  for (const { speech, text, start } of linesOf(corpus)) {
    for (const { span, words } of inOrder([...places(text, known), ...introduced(text)])) {
      const place = { speech: speech.speech, start: start + span.start, end: start + span.end };
      addPlace(found, words, place, members(text, span, words, { speech, start }));
    }
  }
  return [...found.values()].map((item) => ({ ...item, speeches: spreadOf(item.spans) })).sort(byUse);
}

interface Found {
  span: Span;
  words: string;
}

function* linesOf({ speeches }: CorpusWords): Generator<{ speech: SpeechWords; text: string; start: number }> {
  for (const speech of speeches) {
    for (const line of speech.lines) yield { speech, text: wordsAt(speech.source, line), start: line.start };
  }
}

/** One name for it with and without marks: “双随机、一公开”, 双随机一公开. */
const plainOf = (words: string): string => words.replace(/[、，\s]/g, '');

const QUOTED = /[“‘「『]([^“”‘’「」『』]{2,14})[”’」』]/g;

function* quoted(text: string): Generator<Found> {
  for (const { index, 0: all, 1: words = '' } of text.matchAll(QUOTED)) {
    if (isAbbreviation(words)) yield { span: { start: index + 1, end: index + all.length - 1 }, words };
  }
}

const LONGEST = 14;
const ANY_NUMERAL = /[一二三四五六七八九十两双多]/g;
const PART_OF_NUMBER = /[第一二三四五六七八九十百千万两\d]/;

/** Places of known abbreviations, quoted or not; of several that begin at one place the longest. */
function* places(text: string, known: ReadonlySet<string>): Generator<Found> {
  let from = 0;
  for (const { index } of text.matchAll(ANY_NUMERAL)) {
    if (index < from || PART_OF_NUMBER.test(text[index - 1] ?? '')) continue;
    for (let end = Math.min(text.length, index + LONGEST); end >= index + 2; end--) {
      const words = text.slice(index, end);
      if (/[、，]$/.test(words) || !known.has(plainOf(words))) continue;
      yield { span: { start: index, end }, words };
      from = end;
      break;
    }
  }
}

const INTRODUCED =
  /(?<![第一二三四五六七八九十百千万两几\d])[二三四五六七八九十两][个大项种条支道笔件句把场类点本关堂步样盏][“‘]?[\p{Script=Han}]{1,4}[”’]?(?=[：:]|——)/gu;
/** Announcements of what comes next are no names: 三件事：, 三点意见：. */
const ANNOUNCEMENT =
  /(?:事|意见|要求|问题|方面|建议|办法|工作|体会|认识|想法|话|希望|特点|原因|任务|措施|东西|部分|可能|情况|内容)$/;
/** A verb or particle among its words: it is a piece of a sentence (两件拖了下来), no name. */
const SENTENCE = /[了就不来的是要可能得着]/;

/** What is counted and spelt out at once, quoted or not: 三个随机：随机推开…，随机调出…，随机叫住…. */
function* introduced(text: string): Generator<Found> {
  for (const { index, 0: all } of text.matchAll(INTRODUCED)) {
    const words = all.replace(/[“”‘’]/g, '');
    // A closing mark whose opening one stands before the number is not the number's.
    const isHalf = /[”’]$/.test(all) && !/[“‘]/.test(all);
    const span = { start: index, end: index + all.length - (isHalf ? 1 : 0) };
    if (!ANNOUNCEMENT.test(words) && !SENTENCE.test(words) && expansionOf(text, span, words) !== null)
      yield { span, words };
  }
}

/** In the order of the text, each place once. */
function inOrder(found: readonly Found[]): Found[] {
  const sorted = [...found].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let end = 0;
  return sorted.filter(({ span }) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}

/** The span with the quotation marks around it. */
const outerOf = (text: string, { start, end }: Span): Span =>
  /[“‘「『]/.test(text[start - 1] ?? '') ? { start: start - 1, end: end + 1 } : { start, end };

function members(text: string, span: Span, words: string, line: { speech: SpeechWords; start: number }): Place[] {
  return (expansionOf(text, outerOf(text, span), words) ?? []).map(({ start, end }) => ({
    speech: line.speech.speech,
    start: line.start + start,
    end: line.start + end,
  }));
}

function addPlace(found: Map<string, NumberAbbreviation>, words: string, place: Place, expansion: Place[]): void {
  const key = plainOf(words);
  const known = found.get(key);
  if (known === undefined) {
    found.set(key, { kind: 'number abbreviation', text: words, spans: [place], speeches: 1, members: expansion });
    return;
  }
  known.spans.push(place);
  if (known.members.length === 0) known.members = expansion;
}
