import type { CharacterIndex } from './character-index/index.ts';
import type { CollocationTable } from './collocations/index.ts';
import type { Families } from './families.ts';
import { once } from './once.ts';
import { type PassageNumbers, positionsAmong } from './passage-numbers.ts';
import { type Phraseology, phraseologyWithout } from './phraseology/index.ts';
import type { SectionProfile } from './section-profiles.ts';
import type { TermQuery, TermSearcher } from './term-searcher.ts';

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

/** What an index answers from, beside the speeches themselves. */
export interface Known {
  readonly numbers: PassageNumbers;
  readonly terms: TermSearcher;
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
 * What is known without some speeches: none of their passages, places, pairs or counts. What was learned of all together
 * and can't be taken apart again stays: how rare a term is (in BM25 and in the profiles of sections), and what the parts
 * themselves say of it (`phraseologyWithout`, `CollocationTable`).
 *
 * @param isKept by the position of a speech; those that stay are numbered anew, in their order
 */
export function knownWithout({ numbers, terms, learned }: Known, isKept: (speech: number) => boolean): Known {
  const positionOf = positionsAmong(numbers.firsts.length, isKept);
  const left = numbers.only(isKept);
  return {
    numbers: left,
    terms: termsAmong(terms, left.all(), left.total / Math.max(1, numbers.total)),
    learned: learnedWhenAsked({
      families: () => learned.families.only((passage) => left.find(passage) !== undefined),
      profiles: () => learned.profiles,
      phraseology: () => phraseologyWithout(learned.phraseology, positionOf),
      collocations: () => learned.collocations.without(positionOf),
      characters: () => learned.characters.without((speech) => positionOf(speech) === -1),
    }),
  };
}

/** A term of more passages than this is common here too; of fewer, those that are left are counted. */
const COMMON = 500;

/**
 * Terms of some passages alone. Of a question that is narrowed, the numbers are some of these.
 *
 * @param share of all passages, 0..1
 */
function termsAmong(terms: TermSearcher, passages: Uint32Array, share: number): TermSearcher {
  const search = (query: TermQuery): ReturnType<TermSearcher['search']> => terms.search({ among: passages, ...query });
  const counted = new Map<string, number>();
  return {
    passageCount: terms.passageCount,
    search,
    vocabulary: () => terms.vocabulary(),
    // Common ones by their share, rare ones counted, once each.
    documentFrequency: (term) => {
      const all = terms.documentFrequency(term);
      if (all === 0 || all > COMMON) return Math.round(all * share);
      const known = counted.get(term);
      if (known !== undefined) return known;
      const { length } = search({ terms: new Map([[term, 1]]), boosts: { whole: 1 } });
      counted.set(term, length);
      return length;
    },
  };
}
