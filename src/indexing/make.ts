import type { Speech } from '../speech/index.ts';
import { CharacterIndex } from './character-index/index.ts';
import { CollocationTable, learnCollocations } from './collocations/index.ts';
import { Families } from './families.ts';
import { FrozenIndex, freeze } from './frozen/index.ts';
import type { Made } from './made.ts';
import { nearDuplicates } from './near-duplicates/index.ts';
import { PassageNumbers } from './passage-numbers.ts';
import { learnPhraseology } from './phraseology/index.ts';
import { sectionProfiles } from './section-profiles.ts';
import { TermIndex } from './term-index.ts';

/** Loads jieba's dictionary, and keeps the processor for about 2 s a megabyte. */
export function makeOf(speeches: readonly Speech[], onSpeech?: (done: number) => void): Made {
  const frozen = freeze(TermIndex.build(speeches, onSpeech).toJSON());
  return {
    frozen,
    terms: FrozenIndex.of(frozen),
    numbers: PassageNumbers.of(Uint32Array.from(speeches, ({ passages }) => passages.length)),
    learned: {
      families: Families.of(nearDuplicates(speeches)),
      profiles: sectionProfiles(speeches),
      phraseology: learnPhraseology(speeches),
      collocations: new CollocationTable(learnCollocations(speeches)),
      characters: CharacterIndex.build(speeches),
    },
  };
}
