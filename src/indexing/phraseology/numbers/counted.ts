import type { Vocabulary } from '../vocabulary.ts';
import type { CorpusWords, SpeechWords } from '../words.ts';

/** 四个, 三大: a numeral above one and a measure, as jieba cuts them. */
const COUNTED = /^([二三四五六七八九十两])(?:个|大|项|种|条|支)$/;
/** Counted things that no number has made a name of; most others show themselves by standing with many numbers. */
const COUNTABLE = new Set(
  '方面 问题 阶段 部分 环节 层次 特点 原因 国家 小时 工作日 季度 年度 百分点 同志 孩子 地区 省份 城市 单位 部门 企业 项目 学生 工人 重要 主要 不同'.split(
    ' ',
  ),
);
const FEWEST_SPEECHES = 3;
const FEWEST = 4;
/** Of all numbers that stand with a thing, the share that the one of an abbreviation has. */
const LEAST_SHARE = 0.7;
/** A second word belongs to it if it follows this often: 四项基本 is always 四项基本原则. */
const LEAST_FOLLOWING = 0.8;

/**
 * Numbers with what they count that several speeches have without quotation marks, always with the same number: 四项基本原则,
 * 三大攻坚战; but not 三个企业, which stands beside 五个企业.
 */
export function countedTerms(corpus: CorpusWords): Set<string> {
  const phrases = new Map<string, { count: number; speeches: Set<number>; head: string; next: Map<string, number> }>();
  const heads = new Map<string, number>();
  for (const { counted, head, next, speech } of countedPlaces(corpus)) {
    const phrase = phrases.get(counted + head) ?? { count: 0, speeches: new Set(), head, next: new Map() };
    phrase.count++;
    phrase.speeches.add(speech);
    phrase.next.set(next, (phrase.next.get(next) ?? 0) + 1);
    phrases.set(counted + head, phrase);
    heads.set(head, (heads.get(head) ?? 0) + 1);
  }
  const terms = new Set<string>();
  for (const [text, { count, speeches, head, next }] of phrases) {
    if (count < FEWEST || speeches.size < FEWEST_SPEECHES || count < LEAST_SHARE * (heads.get(head) ?? 0)) continue;
    const [following = ''] = [...next].find(([, times]) => times >= LEAST_FOLLOWING * count) ?? [];
    terms.add(text + following);
  }
  return terms;
}

interface CountedPlace {
  counted: string;
  head: string;
  /** The word that follows without a mark between, or nothing. */
  next: string;
  speech: number;
}

function* countedPlaces({ speeches, vocabulary }: CorpusWords): Generator<CountedPlace> {
  for (const speech of speeches) {
    for (const { from, to } of speech.clauses) {
      for (let at = from; at + 1 < to; at++) {
        if (!COUNTED.test(vocabulary.word(speech.words[at] ?? -1))) continue;
        const place = countedAt(speech, at, to, vocabulary);
        if (place !== null) yield place;
      }
    }
  }
}

function countedAt(speech: SpeechWords, at: number, to: number, vocabulary: Vocabulary): CountedPlace | null {
  const { words, starts, ends } = speech;
  const wordAt = (position: number): string => vocabulary.word(words[position] ?? -1);
  const head = wordAt(at + 1);
  if (isOrdinal(words[at - 1], vocabulary) || ends[at] !== starts[at + 1]) return null;
  if (head.length < 2 || COUNTABLE.has(head)) return null;
  const hasNext = at + 2 < to && ends[at + 1] === starts[at + 2];
  return { counted: wordAt(at), head, next: hasNext ? wordAt(at + 2) : '', speech: speech.speech };
}

/** 第六个五年计划 is the sixth, not six of them. */
const isOrdinal = (before: number | undefined, vocabulary: Vocabulary): boolean =>
  before !== undefined && /[第\d]$/.test(vocabulary.word(before));
