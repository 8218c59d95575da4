import { type Span, type Speech, walkSections, wordsAt } from '../../speech/index.ts';
import { clauses, loadSegmenter, normaliseDocument, originalSpan, sentences } from '../../text/index.ts';
import { Vocabulary } from './vocabulary.ts';

/** What stands between two marks of punctuation, as offsets into the speech and as a range of its words. */
export interface ClauseWords extends Span {
  /** Its first word, and the one behind its last; equal where it has none. */
  from: number;
  to: number;
  /** The marks between it and the clause before it, blanks left out; empty for the first clause of a line. */
  mark: string;
}

/** A sentence, as offsets and as a range of clauses. */
export interface SentenceClauses extends Span {
  from: number;
  to: number;
}

/** A heading or a paragraph, as offsets and as a range of sentences. */
export interface Line extends Span {
  kind: 'heading' | 'paragraph';
  from: number;
  to: number;
}

/** One speech, cut once for all that learns from it. Words are numbers of the vocabulary, without punctuation. */
export interface SpeechWords {
  /** Position in the list of speeches. */
  speech: number;
  source: Speech;
  words: number[];
  /** Where each word begins and ends in the original. */
  starts: number[];
  ends: number[];
  clauses: ClauseWords[];
  sentences: SentenceClauses[];
  lines: Line[];
}

/** Every speech, cut. */
export interface CorpusWords {
  speeches: SpeechWords[];
  vocabulary: Vocabulary;
}

/** Cuts headings and paragraphs of every speech into words: the one cut that all learners share. */
export function cutSpeeches(speeches: readonly Speech[]): CorpusWords {
  const vocabulary = new Vocabulary();
  return { vocabulary, speeches: speeches.map((source, speech) => cutSpeech(source, speech, vocabulary)) };
}

function cutSpeech(source: Speech, speech: number, vocabulary: Vocabulary): SpeechWords {
  const made: SpeechWords = {
    speech,
    source,
    words: [],
    starts: [],
    ends: [],
    clauses: [],
    sentences: [],
    lines: [],
  };
  for (const { kind, start, end } of linesOf(source)) {
    const from = made.sentences.length;
    cutLine(made, { start, end }, vocabulary);
    made.lines.push({ kind, start, end, from, to: made.sentences.length });
  }
  return made;
}

/** Headings and paragraphs (of several passages), in the order of the text. */
function linesOf(speech: Speech): (Span & Pick<Line, 'kind'>)[] {
  const paragraphs = new Map<number, Span>();
  for (const { paragraph, start, end } of speech.passages) {
    const known = paragraphs.get(paragraph);
    paragraphs.set(paragraph, { start: Math.min(start, known?.start ?? start), end: Math.max(end, known?.end ?? end) });
  }
  const headings = [...walkSections(speech.sections)]
    .filter(({ section }) => section.kind === 'heading')
    .map(({ section }) => ({ kind: 'heading' as const, start: section.headingStart, end: section.headingEnd }));
  const all = [...headings, ...[...paragraphs.values()].map((span) => ({ kind: 'paragraph' as const, ...span }))];
  return all.sort((a, b) => a.start - b.start || a.end - b.end);
}

const HAS_LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

function cutLine(made: SpeechWords, line: Span, vocabulary: Vocabulary): void {
  const text = wordsAt(made.source, line);
  const normalised = normaliseDocument(text);
  const firstWord = made.words.length;
  let at = 0;
  for (const word of withCopulaApart(loadSegmenter().cut(normalised.text))) {
    const from = at;
    at += word.length;
    if (!HAS_LETTER_OR_DIGIT.test(word)) continue;
    const { start, end } = originalSpan(normalised, from, at);
    made.words.push(vocabulary.count(word, made.speech));
    made.starts.push(line.start + start);
    made.ends.push(line.start + end);
  }
  const firstClause = made.clauses.length;
  addClauses(made, text, line.start, firstWord);
  addSentences(made, text, line.start, firstClause);
}

/** 为X that jieba takes for one word, behind 以: 以水为界, 以人为镜. Not 为了, 为此, 为何, 为止. */
const COPULA_WITH_NOUN = /^为[^了此何止期]$/;
/** How many words 为 may come behind 以. */
const COPULA_REACH = 12;

/** Parts 为 from its noun where 以 stands before it: jieba knows 为主 as a word and guesses at 为界. */
function* withCopulaApart(words: readonly string[]): Generator<string> {
  let sinceOpening = COPULA_REACH;
  for (const word of words) {
    sinceOpening = word === '以' ? 0 : sinceOpening + 1;
    if (!HAS_LETTER_OR_DIGIT.test(word) && word !== '、') sinceOpening = COPULA_REACH;
    if (sinceOpening < COPULA_REACH && COPULA_WITH_NOUN.test(word)) yield* word;
    else yield word;
  }
}

function addClauses(made: SpeechWords, text: string, offset: number, firstWord: number): void {
  let word = firstWord;
  let before = -1;
  for (const span of clauses(text)) {
    const [start, end] = [offset + span.start, offset + span.end];
    while (word < made.words.length && (made.starts[word] ?? 0) < start) word++;
    const from = word;
    while (word < made.words.length && (made.ends[word] ?? 0) <= end) word++;
    const mark = before === -1 ? '' : text.slice(before, span.start).trim();
    made.clauses.push({ start, end, from, to: word, mark });
    before = span.end;
  }
}

function addSentences(made: SpeechWords, text: string, offset: number, firstClause: number): void {
  let clause = firstClause;
  for (const span of sentences(text)) {
    const from = clause;
    const end = offset + span.end;
    while (clause < made.clauses.length && (made.clauses[clause]?.start ?? 0) < end) clause++;
    if (clause > from) made.sentences.push({ start: offset + span.start, end, from, to: clause });
  }
}
