import { type CharacterIndex, firstFrom } from '../../../indexing/index.ts';
import { type Span, ZhibiError } from '../../../speech/index.ts';
import { terms } from '../../../text/index.ts';

/** What is asked about: the words that count, each with its share of the whole (all shares together are 1). */
export interface Topic {
  words: { text: string; share: number }[];
}

/** What is known of how common a word is; an index has it. */
export interface Commonness {
  documentFrequency(term: string): number;
  readonly passageCount: number;
}

/** A word of so many passages says nothing about a topic (工作, 发展), unless nothing else is asked. */
const COMMON = 0.2;

/**
 * The topic of a question: its terms, the rarer the heavier (inverse document frequency). A word inside a longer one of the
 * question is left to that.
 *
 * @throws ZhibiError `query-empty` where no term is left
 */
export function topicOf(question: string, index: Commonness): Topic {
  const all = [...new Set(terms(question))];
  if (all.length === 0) throw new ZhibiError('query-empty', {});
  const telling = all.filter((term) => index.documentFrequency(term) <= COMMON * index.passageCount);
  const kept = (telling.length > 0 ? telling : all).filter(
    (term, _, others) => !others.some((other) => isInside(term, other)),
  );
  const weights = kept.map((term) => Math.log2(2 + index.passageCount / (1 + index.documentFrequency(term))));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return { words: kept.map((text, i) => ({ text, share: (weights[i] ?? 0) / whole })) };
}

const isInside = (term: string, other: string): boolean => term !== other && other.includes(term);

/** Where the words of a topic stand in a speech, in order. */
export interface TopicHits {
  starts: number[];
  /** Positions in {@link Topic.words}. */
  words: number[];
}

/** Finds the words of a topic in each speech. */
export function hitsOf(topic: Topic, characters: CharacterIndex, speeches: number): TopicHits[] {
  const found = Array.from({ length: speeches }, (): { start: number; word: number }[] => []);
  for (const [word, { text }] of topic.words.entries()) {
    for (const at of characters.occurrences(text)) {
      const { start } = characters.originalSpan(at, at + text.length);
      found[characters.speechAt(at)]?.push({ start, word });
    }
  }
  return found.map((hits) => {
    hits.sort((a, b) => a.start - b.start);
    return { starts: hits.map(({ start }) => start), words: hits.map(({ word }) => word) };
  });
}

/** How much of a topic stands in a span of a speech, 0..1: the shares of its words that begin there. */
export function shareIn(topic: Topic, hits: TopicHits, span: Span): number {
  const seen = new Set<number>();
  for (let i = firstFrom(hits.starts, span.start); i < hits.starts.length && (hits.starts[i] ?? 0) < span.end; i++) {
    seen.add(hits.words[i] ?? -1);
  }
  return [...seen].reduce((sum, word) => sum + (topic.words[word]?.share ?? 0), 0);
}
