import { type Speech, visibleTo, wordsAt } from '../speech/index.ts';
import { buildTerms } from './building/index.ts';
import { CharacterIndex } from './character-index/index.ts';
import { CollocationTable, learnCollocations } from './collocations/index.ts';
import { Families } from './families.ts';
import type { Artefacts, Lessons } from './known.ts';
import type { Made } from './made.ts';
import { bandTable, groupsAlike } from './near-duplicates/index.ts';
import { PassageNumbers } from './passage-numbers.ts';
import { passagesOf } from './passage-texts.ts';
import { learnPhraseology } from './phraseology/index.ts';
import { SectionTerms } from './section-terms.ts';

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
  return { frozen, numbers, artefacts: learn(speeches, onIndexing) };
}

function learn(speeches: readonly Speech[], onIndexing: OnIndexing): Artefacts {
  const open = speeches.filter(visibleTo({ internal: false, hidden: [] }));
  const hasInternal = open.length < speeches.length;
  const total = hasInternal ? PARTS + PARTS_OF_LESSONS : PARTS;
  let done = 0;
  const part = <Part>(learned: Part): Part => {
    onIndexing('learning', { done: ++done, total });
    return learned;
  };
  onIndexing('learning', { done, total });
  const lessons = (from: readonly Speech[]): Lessons => ({
    phraseology: part(learnPhraseology(from)),
    collocations: part(new CollocationTable(learnCollocations(from))),
  });
  return {
    ...part(alike(speeches)),
    sections: part(SectionTerms.of(speeches)),
    ...lessons(speeches),
    characters: part(CharacterIndex.build(speeches)),
    open: hasInternal ? lessons(open) : null,
  };
}

function alike(speeches: readonly Speech[]): Pick<Artefacts, 'families' | 'bands'> {
  const texts = speeches.flatMap((speech) => speech.passages.map((passage) => () => wordsAt(speech, passage)));
  const textAt = (i: number): string => texts[i]?.() ?? '';
  const bands = bandTable(texts.length, textAt);
  return { bands, families: Families.of(groupsAlike(bands, textAt)) };
}

/** How many parts are learned, and how many of them again without internal speeches. */
const PARTS = 5;
const PARTS_OF_LESSONS = 2;
