import type { CharacterIndex } from './character-index/index.ts';
import type { CollocationTable } from './collocations/index.ts';
import type { Families, FamilyTable } from './families.ts';
import type { BandTable } from './near-duplicates/index.ts';
import { once } from './once.ts';
import type { PassageNumbers } from './passage-numbers.ts';
import type { Phraseology } from './phraseology/index.ts';
import type { SectionProfiles } from './section-profiles.ts';
import type { SectionTerms } from './section-terms.ts';
import type { TermSearcher } from './term-searcher.ts';

/** Terms of passages that some of them can be left out of. */
export interface MaskableTerms extends TermSearcher {
  /** The same without some passages: see `FrozenIndex`. @param passages their numbers, ascending */
  without(passages: Uint32Array): MaskableTerms;
}

/** How some speeches put things, learned of all of them together: nothing of it can be taken apart again. */
export interface Lessons {
  readonly phraseology: Phraseology;
  readonly collocations: CollocationTable;
}

/**
 * What is made of speeches once, beside their terms. Speeches are known by their position among those of an index, passages
 * by their number.
 */
export interface Artefacts extends Lessons {
  readonly families: Families;
  /** Of each passage: what those are found by that come later and say nearly the same. */
  readonly bands: BandTable;
  readonly sections: SectionTerms;
  readonly characters: CharacterIndex;
  /** What was learned of the speeches that are not internal, where some are: speeches are numbered among these alone. */
  readonly open: Lessons | null;
}

/** What is known of the speeches of an index beside their terms. */
export interface Learned extends Lessons {
  readonly families: FamilyTable;
  readonly profiles: SectionProfiles;
  readonly characters: CharacterIndex;
}

/** What an index answers from, beside the speeches themselves. */
export interface Known {
  readonly numbers: PassageNumbers;
  readonly terms: MaskableTerms;
  /** Parts that are not at hand are read, or made, when they are first asked for. */
  readonly learned: Learned;
}

/** An object each of whose parts is made when it is first asked for. */
export function whenAsked<Parts extends object>(make: { [Part in keyof Parts]: () => Parts[Part] }): Parts {
  const parts = {};
  for (const [name, makePart] of Object.entries<() => unknown>(make)) {
    Object.defineProperty(parts, name, { get: once(makePart), enumerable: true });
  }
  return parts as Parts;
}
