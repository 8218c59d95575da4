import type { Speech } from '../speech/index.ts';
import { collocationsWithout } from './collocations/index.ts';
import type { Made } from './made.ts';
import { phraseologyWithout } from './phraseology/index.ts';
import type { TermHit, TermQuery } from './term-searcher.ts';

/** What an index answers from: all that was made of its speeches, or what of that is left without some of them. */
export interface Known extends Omit<Made, 'frozen' | 'terms'> {
  /** Number of each speech's first passage. */
  firstPassages: Uint32Array;
  search(query: TermQuery): TermHit[];
  documentFrequency(term: string): number;
  /** Every term that stands anywhere; without some speeches, theirs too, with a frequency of 0. */
  vocabulary(): Iterable<string>;
}

export const allOf = ({ terms, frozen: _, ...made }: Made, speeches: readonly Speech[]): Known => ({
  ...made,
  firstPassages: firstPassagesOf(speeches),
  search: (query) => terms.search(query),
  documentFrequency: (term) => terms.documentFrequency(term),
  vocabulary: () => terms.vocabulary(),
});

function firstPassagesOf(speeches: readonly Speech[]): Uint32Array {
  const firsts = new Uint32Array(speeches.length);
  for (let i = 1; i < speeches.length; i++) firsts[i] = (firsts[i - 1] ?? 0) + (speeches[i - 1]?.passages.length ?? 0);
  return firsts;
}

/**
 * What is known without some speeches: none of their passages, places, pairs or counts. What was learned of all together
 * and can't be taken apart again stays: how rare a term is (in BM25 and in the profiles of sections), and what the parts
 * themselves say of it (`phraseologyWithout`, `collocationsWithout`).
 *
 * @param kept those that stay, in their order
 */
export function knownWithout(made: Made, speeches: readonly Speech[], kept: readonly Speech[]): Known {
  const order = new Map(kept.map((speech, i) => [speech, i]));
  const numbers = speeches.map((speech) => order.get(speech) ?? -1);
  const numberOf = (speech: number): number => numbers[speech] ?? -1;
  const passages = new Set(kept.flatMap((speech) => speech.passages.map(({ id }) => id)));
  const isKept = (passage: string): boolean => passages.has(passage);
  const firstPassages = firstPassagesOf(speeches).filter((_, speech) => numberOf(speech) !== -1);
  const keptPassages = Uint32Array.from(
    kept.flatMap(({ passages: own }, i) => own.map((_, j) => (firstPassages[i] ?? 0) + j)),
  );
  const search = (query: TermQuery): TermHit[] => made.terms.search({ among: keptPassages, ...query });
  const all = speeches.reduce((sum, speech) => sum + speech.passages.length, 0);
  return {
    firstPassages,
    search,
    documentFrequency: frequencyIn(made, search, passages.size / Math.max(1, all)),
    vocabulary: () => made.terms.vocabulary(),
    duplicates: made.duplicates.map((family) => family.filter(isKept)).filter(({ length }) => length > 1),
    profiles: made.profiles,
    phraseology: phraseologyWithout(made.phraseology, numberOf),
    collocations: collocationsWithout(made.collocations, numberOf),
    characters: made.characters.without((speech) => numberOf(speech) === -1),
  };
}

/** A term of more passages than this is common here too; of fewer, those that are left are counted. */
const COMMON = 500;

/** In how many of the passages that are left a term stands: common ones by their share, rare ones counted, once each. */
function frequencyIn(made: Made, search: Known['search'], share: number): Known['documentFrequency'] {
  const counted = new Map<string, number>();
  return (term) => {
    const all = made.terms.documentFrequency(term);
    if (all === 0 || all > COMMON) return Math.round(all * share);
    const known = counted.get(term);
    if (known !== undefined) return known;
    const { length } = search({ terms: new Map([[term, 1]]), boosts: { whole: 1 } });
    counted.set(term, length);
    return length;
  };
}
