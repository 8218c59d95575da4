import { type FrozenTerms, freeze } from '../frozen/index.ts';
import type { PassageTexts } from '../passage-texts.ts';
import { TermIndex } from '../term-index.ts';

/** How many passages take some tenths of a second. */
const TOLD_EVERY = 500;

/**
 * Passages indexed by a MiniSearch of their own, frozen. Loads jieba's dictionary.
 *
 * @param onPassages told now and then how many are indexed
 * @throws ZhibiError `dictionary-missing`
 */
export function segmentOf(
  passages: readonly PassageTexts[],
  onPassages: (done: number) => void = () => {},
): FrozenTerms {
  const index = TermIndex.ofPassages(passages, (done) => {
    if (done % TOLD_EVERY === 0) onPassages(done);
  });
  return freeze(index.toJSON());
}
