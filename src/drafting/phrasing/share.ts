import type { Topic } from './topic/index.ts';

/** How much of a topic stands in normalised words, 0..1. */
export const shareOf = ({ words }: Topic, text: string): number =>
  words.reduce((sum, { text: word, share }) => sum + (text.includes(word) ? share : 0), 0);
