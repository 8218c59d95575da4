import type { Place } from '../../indexing/index.ts';
import { countPairs, inverseFrequency } from '../question/index.ts';
import type { Weights } from '../weights.ts';
import { wording } from './wording.ts';

/** BM25's parameters for pairs: those of words by default. */
const SATURATION = 2;
const LENGTH = 0.8;
const PRESENCE = 0.2;

/**
 * How many of the question's pairs of neighbouring characters each passage says: words in the order and nearness in
 * which they were asked, whatever the segmenter made of them. BM25+ over pairs, their frequencies counted among the
 * passages given, so that what all of these say decides nothing between them.
 */
export function pairScores(pairs: readonly string[], places: readonly Place[], { pair: each }: Weights): number[] {
  const texts = places.map(wording);
  const average = texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length);
  const scores = new Array<number>(places.length).fill(0);
  for (const pair of pairs) {
    const counts = texts.map((text) => countPairs(text, pair));
    const holding = counts.filter((count) => count > 0).length;
    if (holding === 0) continue;
    const weight = each * inverseFrequency(holding, places.length);
    for (const [i, count] of counts.entries()) {
      if (count === 0) continue;
      const length = 1 - LENGTH + (LENGTH * (texts[i]?.length ?? 0)) / average;
      const said = PRESENCE + (count * (SATURATION + 1)) / (count + SATURATION * length);
      scores[i] = (scores[i] ?? 0) + weight * said;
    }
  }
  return scores;
}
