import type { CharacterIndex } from './character-index/index.ts';
import type { CollocationTable } from './collocations/index.ts';
import type { Families } from './families.ts';
import { once } from './once.ts';
import { type PassageNumbers, positionsAmong } from './passage-numbers.ts';
import { type Phraseology, phraseologyWithout } from './phraseology/index.ts';
import type { SectionProfile } from './section-profiles.ts';
import type { TermSearcher } from './term-searcher.ts';

/**
 * What is learned of speeches once, beside their terms. Speeches are known by their position among those of an index,
 * passages by their number.
 */
export interface Learned {
  readonly families: Families;
  /** By speech's id, what its main sections are about. */
  readonly profiles: ReadonlyMap<string, readonly SectionProfile[]>;
  readonly phraseology: Phraseology;
  readonly collocations: CollocationTable;
  readonly characters: CharacterIndex;
}

/** Terms of passages that some of them can be left out of. */
export interface MaskableTerms extends TermSearcher {
  /** The same without some passages: see `FrozenIndex`. @param passages their numbers, ascending */
  without(passages: Uint32Array): MaskableTerms;
}

/** What an index answers from, beside the speeches themselves. */
export interface Known {
  readonly numbers: PassageNumbers;
  readonly terms: MaskableTerms;
  /** Parts that are not at hand are read, or made, when they are first asked for. */
  readonly learned: Learned;
}

/** Each part is made when it is first asked for. */
export function learnedWhenAsked(make: { [Part in keyof Learned]: () => Learned[Part] }): Learned {
  const families = once(make.families);
  const profiles = once(make.profiles);
  const phraseology = once(make.phraseology);
  const collocations = once(make.collocations);
  const characters = once(make.characters);
  return {
    get families() {
      return families();
    },
    get profiles() {
      return profiles();
    },
    get phraseology() {
      return phraseology();
    },
    get collocations() {
      return collocations();
    },
    get characters() {
      return characters();
    },
  };
}

/**
 * What is known without some speeches: none of their passages, places, pairs or counts.
 *
 * @param isKept by the position of a speech; those that stay are numbered anew, in their order
 */
export function knownWithout({ numbers, terms, learned }: Known, isKept: (speech: number) => boolean): Known {
  const positionOf = positionsAmong(numbers.firsts.length, isKept);
  const left = numbers.only(isKept);
  return {
    numbers: left,
    terms: terms.without(numbers.passagesOf((speech) => !isKept(speech))),
    learned: learnedWhenAsked({
      families: () => learned.families.only((passage) => left.find(passage) !== undefined),
      profiles: () => learned.profiles,
      phraseology: () => phraseologyWithout(learned.phraseology, positionOf),
      collocations: () => learned.collocations.without(positionOf),
      characters: () => learned.characters.without((speech) => positionOf(speech) === -1),
    }),
  };
}
