import type { Speech } from '../speech/index.ts';
import { buildTerms } from './building/index.ts';
import { CharacterIndex } from './character-index/index.ts';
import { CollocationTable, learnCollocations } from './collocations/index.ts';
import { Families } from './families.ts';
import { FrozenIndex } from './frozen/index.ts';
import type { Learned } from './known.ts';
import type { Made } from './made.ts';
import { nearDuplicates } from './near-duplicates/index.ts';
import { PassageNumbers } from './passage-numbers.ts';
import { passagesOf } from './passage-texts.ts';
import { learnPhraseology } from './phraseology/index.ts';
import { sectionProfiles } from './section-profiles.ts';

/** What is done to make an index, in this order. */
export type IndexingStep = 'indexing' | 'learning' | 'writing';

/** Told how far a step is: passages of indexing, parts of learning. */
export type OnIndexing = (step: IndexingStep, progress: { done: number; total: number }) => void;

/**
 * Loads jieba's dictionary, here or, for a corpus of more than one chunk, in threads; see `buildTerms`. What is learned of
 * all speeches together keeps the processor for about a second a megabyte.
 *
 * @throws ZhibiError `dictionary-missing`; `indexing-stopped` where a thread dies
 */
export async function makeOf(speeches: readonly Speech[], onIndexing: OnIndexing = () => {}): Promise<Made> {
  const numbers = PassageNumbers.of(Uint32Array.from(speeches, ({ passages }) => passages.length));
  const { total } = numbers;
  const frozen = await buildTerms(passagesOf(speeches), {
    onPassages: (done) => onIndexing('indexing', { done, total }),
  });
  return { frozen, terms: FrozenIndex.of(frozen), numbers, learned: learn(speeches, onIndexing) };
}

function learn(speeches: readonly Speech[], onIndexing: OnIndexing): Learned {
  let done = 0;
  const part = <Part>(learned: Part): Part => {
    onIndexing('learning', { done: ++done, total: PARTS });
    return learned;
  };
  onIndexing('learning', { done, total: PARTS });
  return {
    families: part(Families.of(nearDuplicates(speeches))),
    profiles: part(sectionProfiles(speeches)),
    phraseology: part(learnPhraseology(speeches)),
    collocations: part(new CollocationTable(learnCollocations(speeches))),
    characters: part(CharacterIndex.build(speeches)),
  };
}

/** How many parts are learned. */
const PARTS = 5;
