import { type Span, type Speech, spokenSpans } from '../../speech/index.ts';
import { loadSegmenter, type Normalised, normaliseDocument, originalSpan } from '../../text/index.ts';

/** What of a speech words are learned from. */
export type Spoken = Pick<Speech, 'text' | 'passages' | 'sections'>;

/** A stretch of a speech, a passage or a heading, as words. */
export interface CutStretch {
  /** Position of the speech in the list of speeches. */
  speech: number;
  /** Words in order, joining to the normalised stretch, as positions in {@link CutSpeeches.words}. */
  words: Uint32Array;
  /** The span of the speech's text behind `[from, to)` of the normalised stretch. */
  original(from: number, to: number): Span;
}

/** All that is said in the speeches, cut into words once. */
export interface CutSpeeches {
  words: readonly string[];
  stretches: readonly CutStretch[];
}

/** Cuts what is said, headings and passages, into words. */
export function cutSpeeches(speeches: readonly Spoken[]): CutSpeeches {
  const vocabulary = new Vocabulary();
  const stretches = speeches.flatMap((speech, position) =>
    spokenSpans(speech).map((span) => cutStretch(speech, span, position, vocabulary)),
  );
  return { words: vocabulary.words, stretches };
}

function cutStretch(speech: Spoken, span: Span, position: number, vocabulary: Vocabulary): CutStretch {
  const normalised = normaliseDocument(speech.text.slice(span.start, span.end));
  const words: number[] = [];
  if (normalised.text !== '') {
    for (const word of loadSegmenter().cut(normalised.text)) {
      for (const id of vocabulary.idsOf(word)) words.push(id);
    }
  }
  return { speech: position, words: Uint32Array.from(words), original: wayBack(normalised, span.start) };
}

/** The way back is kept only where it is one: most stretches are as they were, unit by unit. */
function wayBack(normalised: Normalised, base: number): (from: number, to: number) => Span {
  if (normalised.offsets.every((offset, i) => offset === i))
    return (from, to) => ({ start: base + from, end: base + to });
  return (from, to) => {
    const { start, end } = originalSpan(normalised, from, to);
    return { start: base + start, end: base + end };
  };
}

/** The words of a normalised text, cut as those of the speeches are. */
export const cutWords = (normalised: string): string[] =>
  normalised === '' ? [] : loadSegmenter().cut(normalised).flatMap(partsOf);

/** Words as numbers, from 0 in the order of their first occurrence. */
class Vocabulary {
  readonly words: string[] = [];
  private readonly ids = new Map<string, number>();
  private readonly parted = new Map<string, readonly number[]>();

  /** What one word of jieba's is here: itself, or its two halves. */
  idsOf(word: string): readonly number[] {
    const known = this.parted.get(word);
    if (known !== undefined) return known;
    const ids = partsOf(word).map((part) => this.idOf(part));
    this.parted.set(word, ids);
    return ids;
  }

  private idOf(word: string): number {
    const known = this.ids.get(word);
    if (known !== undefined) return known;
    this.words.push(word);
    this.ids.set(word, this.words.length - 1);
    return this.words.length - 1;
  }
}

/** 党的建设, 党和国家: the dictionary has some. */
const JOINED = /^(\p{Script=Han})([的和])(\p{Script=Han}{2})$/u;
const HALVES = /^(\p{Script=Han}{2})(\p{Script=Han}{2})$/u;
/** Second halves that make one word of both: 社会主义 is not a kind of 主义. */
const SUFFIXES: ReadonlySet<string> = new Set(['主义', '阶级', '不移', '之一', '以来', '左右', '以上', '以下']);

/**
 * jieba's dictionary has many phrases as words (加强管理, 服务水平), others of the same build not. One of four characters is
 * parted where the dictionary knows both halves; an idiom's halves are no words, so it stays whole.
 */
function partsOf(word: string): string[] {
  const joined = JOINED.exec(word);
  if (joined !== null) return joined.slice(1);
  const [, left, right] = HALVES.exec(word) ?? [];
  if (left === undefined || right === undefined || SUFFIXES.has(right)) return [word];
  const inside = loadSegmenter().cutForSearch(word);
  return inside.includes(left) && inside.includes(right) ? [left, right] : [word];
}
