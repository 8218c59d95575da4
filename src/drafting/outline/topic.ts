import type { SpeechIndex } from '../../indexing/index.ts';
import { inverseFrequency, type Question, type Word } from '../question/index.ts';

/** What a question for a skeleton is about. */
export interface Topic {
  /** Its words, those that any occasion has weighing little. */
  words: readonly Word[];
  /** All terms that it is searched by, each with how much it tells. */
  terms: ReadonlyMap<string, number>;
  /** Whether it names an occasion and no matter (年度工作总结). */
  isOfAnyOccasion: boolean;
}

/**
 * Words that name any occasion or any speech, not what it is about: 在全市…工作会议上的讲话. A speech on floods is not near to
 * one on personnel because both were held at a 工作会议.
 */
const OF_ANY_OCCASION: ReadonlySet<string> = new Set(
  [
    '工作 会议 大会 工作会议 工作会 座谈会 座谈 推进会 推进 现场会 现场 动员会 动员 动员大会 总结会 总结 部署 部署会 启动',
    '讲话 发言 报告 致辞 述职 述职报告 工作报告 讲话稿 提纲 党课 上课 任职 表态 年度 上 全市 全县 全区 全省 全镇 全国 全院 全校',
    '关于 开展 做好 进行 仪式 典礼 闭幕 开幕 闭幕式 开幕式 开班 开班式 培训班 表彰 表彰大会 纪念 情况 集团 公司 市 县 区 省 镇',
  ].flatMap((line) => line.split(' ')),
);
const THEIR_SHARE = 0.15;

/** How much of a topic stands in normalised words, 0..1. */
export function shareIn({ words }: Pick<Topic, 'words'>, text: string): number {
  const all = words.reduce((sum, { weight }) => sum + weight, 0) || 1;
  return words.reduce((sum, { term, weight }) => sum + (text.includes(term) ? weight : 0), 0) / all;
}

export function topicOf(index: SpeechIndex, question: Question): Topic {
  const share = (term: string): number => (OF_ANY_OCCASION.has(term) ? THEIR_SHARE : 1);
  const matters = question.words.filter(({ term }) => !OF_ANY_OCCASION.has(term));
  // In a small corpus on one matter its name is in every speech, and the occasion's in none: that tells nothing all the same.
  const most = matters.reduce((greatest, { weight }) => Math.max(greatest, weight), 0);
  const weightOf = ({ term, weight }: Word): number =>
    matters.length > 0 && OF_ANY_OCCASION.has(term) ? Math.min(weight, most) : weight;
  return {
    isOfAnyOccasion: matters.length === 0,
    words: question.words.map((word) => ({ ...word, weight: weightOf(word) * share(word.term) })),
    terms: new Map(
      [...question.terms].map(([term, weight]) => [
        term,
        weight * share(term) * inverseFrequency(index.documentFrequency(term), index.passageCount),
      ]),
    ),
  };
}
