import type { PhraseGroup, PhraseItem } from '../answer.ts';
import type { Asked } from './asked.ts';
import { type TopicCollocation, topicCollocations } from './collocations.ts';
import { groupOf, itemAt } from './item.ts';
import type { Topic } from './topic/index.ts';

/** In a corpus of fewer passages, what stands together once is told too. */
const SMALL = 2_000;

/** Verbs that govern the topic or one of its words, what these govern, what stands before and behind, best first. */
export function collocationsGroup(asked: Asked, topic: Topic): PhraseGroup {
  const { index, request } = asked;
  const least = index.passageCount < SMALL ? 1 : 2;
  const asWhole = collocationsOf(asked, request.query).filter(({ count }) => count >= least);
  const byWord = topic.words.length < 2 ? [] : topic.words.flatMap(({ text }) => collocationsOf(asked, text));
  const all = distinct([...byWord.filter(({ count }) => count >= 2), ...asWhole]);
  all.sort((a, b) => b.speeches - a.speeches || b.score - a.score);
  return groupOf(
    asked,
    'collocations',
    all.map((found) => toItem(asked, found)),
  );
}

function collocationsOf({ index }: Asked, words: string): TopicCollocation[] {
  const { verbs, objects, modifiers, heads } = topicCollocations(index.collocations, index.speeches, words);
  return [...verbs, ...objects, ...modifiers, ...heads];
}

function distinct(all: readonly TopicCollocation[]): TopicCollocation[] {
  return [...new Map(all.map((found) => [`${found.left} ${found.right}`, found])).values()];
}

const toItem = (asked: Asked, { left, right, score, places }: TopicCollocation): PhraseItem | null =>
  itemAt(asked, places, { text: `${left} ${right}`, score: Math.round(score * 100) / 100 });
