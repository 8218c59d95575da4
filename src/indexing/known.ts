import type { Speech } from '../speech/index.ts';
import { collocationsWithout } from './collocations/index.ts';
import type { Made } from './made.ts';
import { phraseologyWithout } from './phraseology/index.ts';
import type { TermHit, TermQuery } from './term-searcher.ts';

/** What an index answers from: all that was made of its speeches, or what of that is left without some of them. */
export interface Known extends Omit<Made, 'termIndex' | 'frequencies'> {
  search(query: TermQuery): TermHit[];
  documentFrequency(term: string): number;
  /** Every term that stands anywhere; without some speeches, theirs too, with a frequency of 0. */
  vocabulary(): Iterable<string>;
}

export const allOf = ({ termIndex, frequencies, ...made }: Made): Known => ({
  ...made,
  search: (query) => termIndex.search(query),
  documentFrequency: (term) => frequencies.get(term) ?? 0,
  vocabulary: () => frequencies.keys(),
});

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
  const search = ({ filter, ...query }: TermQuery): TermHit[] =>
    made.termIndex.search({ ...query, filter: (id) => isKept(id) && (filter?.(id) ?? true) });
  const all = speeches.reduce((sum, speech) => sum + speech.passages.length, 0);
  return {
    search,
    documentFrequency: frequencyIn(made, search, passages.size / Math.max(1, all)),
    vocabulary: () => made.frequencies.keys(),
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
    const all = made.frequencies.get(term) ?? 0;
    if (all === 0 || all > COMMON) return Math.round(all * share);
    const known = counted.get(term);
    if (known !== undefined) return known;
    const { length } = search({ terms: new Map([[term, 1]]), boosts: { whole: 1 } });
    counted.set(term, length);
    return length;
  };
}
