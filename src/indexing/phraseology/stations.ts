import { type Role, type Section, type Span, wordsAt } from '../../speech/index.ts';
import { normaliseDocumentText } from '../../text/index.ts';
import { byUse, type Item, type Place, spreadOf } from './item.ts';
import type { CorpusWords, SpeechWords } from './words.ts';

/**
 * Where in a speech a sentence stands. `opening`: its first sentences. `section opening`: the first under a top heading.
 * `transition`: one that leads over, by its words (下面，我讲…; 借此机会，…). `closing`: its last sentences.
 */
export const STATIONS = ['opening', 'section opening', 'transition', 'closing'] as const;
export type Station = (typeof STATIONS)[number];

/** A whole sentence that opens, leads over or closes. */
export interface StationSentence extends Item<Station> {
  /** What its stretch or section is for; see `Speech.stretches` and `Section.role`. */
  role: Role | null;
}

/** Sentences of each station in one speech. */
const FIRST = 2;
const LAST = 2;
/** Longer sentences are no example of how to begin. In characters. */
const LONGEST = 160;
/** Words that a sentence announces what comes next with; 现在 and 最后 alone stand anywhere. */
const LEADS_OVER =
  /^(?:下面|下边|接下来|借此机会|借这个机会|利用这个机会|在此，|在这里，)|^(?:同志们，|现在|最后|刚才|首先|今天|这里|围绕)[^。]{0,40}我(?:再)?(?:就|讲|谈|说|提|强调|报告|汇报|代表|受)|我(?:再)?(?:讲|谈|说|提|强调|报告|汇报)[^，。]{0,6}[一二三四五六几两\d][点个条句件方][^，。]{0,6}[。：]$/;
/** A salutation, a dateline, a stray figure: what ends without a mark or in a word is no sentence to begin with. */
const WHOLE = /^(?=.{7})[^》】）].*[。！？；”…]$/su;

/** The sentences that open, lead over and close, of every speech; the same sentence in several speeches is one. */
export function learnStations({ speeches }: CorpusWords): StationSentence[] {
  const found = new Map<string, StationSentence>();
  for (const speech of speeches) {
    for (const { station, role, span } of stationsOf(speech)) addSentence(found, speech, { station, role, span });
  }
  return [...found.values()].map((item) => ({ ...item, speeches: spreadOf(item.spans) })).sort(byUse);
}

interface Found {
  station: Station;
  role: Role | null;
  span: Span;
}

function stationsOf(speech: SpeechWords): Found[] {
  const paragraphs = speech.lines.filter(({ kind }) => kind === 'paragraph');
  const all = paragraphs.flatMap(({ from, to }) => speech.sentences.slice(from, to));
  const isWhole = (span: Span): boolean => WHOLE.test(wordsAt(speech.source, span));
  const sentences = all.filter(isWhole);
  const { stretches, sections } = speech.source;
  const roleAt = ({ start }: Span): Role | null =>
    [...stretches, ...sections].find((part) => part.start <= start && start < part.end)?.role ?? null;
  const first = sentences.slice(0, FIRST).map((span) => ({ station: 'opening' as const, role: roleAt(span), span }));
  const last = sentences.slice(-LAST).map((span) => ({ station: 'closing' as const, role: roleAt(span), span }));
  const under = sections.flatMap((section) => sectionOpening(section, all)).filter(({ span }) => isWhole(span));
  const over = sentences
    .filter((span) => LEADS_OVER.test(wordsAt(speech.source, span)))
    .map((span) => ({ station: 'transition' as const, role: roleAt(span), span }));
  return distinct([...first, ...last, ...under, ...over]);
}

/** The first sentence behind a top heading. */
function sectionOpening(section: Section, sentences: readonly Span[]): Found[] {
  if (section.kind !== 'heading') return [];
  const span = sentences.find(({ start }) => start >= section.headingEnd);
  const isPoint = section.sections.some(({ start }) => start === span?.start);
  const isUnder = span !== undefined && span.start < section.end && !isPoint;
  return isUnder ? [{ station: 'section opening', role: section.role, span }] : [];
}

/** Each sentence once, at the first station it was found at. */
function distinct(found: readonly Found[]): Found[] {
  const starts = new Set<number>();
  return found.filter(({ span }) => {
    if (starts.has(span.start)) return false;
    starts.add(span.start);
    return true;
  });
}

function addSentence(all: Map<string, StationSentence>, speech: SpeechWords, { station, role, span }: Found): void {
  if (span.end - span.start > LONGEST) return;
  const text = wordsAt(speech.source, span);
  const place: Place = { speech: speech.speech, start: span.start, end: span.end };
  const key = `${station} ${normaliseDocumentText(text)}`;
  const known = all.get(key);
  if (known === undefined) all.set(key, { kind: station, text, spans: [place], speeches: 1, role });
  else known.spans.push(place);
}

/** How sentences begin: a first clause that many sentences share, as a frame (同志们，…; 刚才，…). */
export type SentenceBeginning = Item<'sentence beginning'>;

/** A beginning is no longer than this, in characters, and stands in so many speeches. */
const LONGEST_BEGINNING = 10;
const FEWEST_SPEECHES = 3;

/** The commonest beginnings of sentences. Each place is the whole sentence. */
export function learnSentenceBeginnings({ speeches }: CorpusWords): SentenceBeginning[] {
  const found = new Map<string, SentenceBeginning>();
  for (const speech of speeches) {
    for (const sentence of speech.sentences) {
      const text = beginningOf(speech, sentence);
      if (text === null) continue;
      const place = { speech: speech.speech, start: sentence.start, end: sentence.end };
      const known = found.get(text);
      if (known === undefined) found.set(text, { kind: 'sentence beginning', text, spans: [place], speeches: 1 });
      else known.spans.push(place);
    }
  }
  return [...found.values()]
    .map((item) => ({ ...item, speeches: spreadOf(item.spans) }))
    .filter((item) => item.speeches >= FEWEST_SPEECHES)
    .sort(byUse);
}

function beginningOf(speech: SpeechWords, { from, to }: { from: number; to: number }): string | null {
  const [first, second] = [speech.clauses[from], speech.clauses[from + 1]];
  if (first === undefined || second === undefined || from + 1 >= to) return null;
  if (!/^[，,：:！!]/.test(second.mark) || first.end - first.start > LONGEST_BEGINNING) return null;
  return `${wordsAt(speech.source, first)}${second.mark[0]}…`;
}
