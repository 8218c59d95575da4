import { type Likeness, likeTerms } from '../likeness.ts';
import { firstFrom } from '../sorted.ts';
import type { TermHit, TermQuery, TermSearcher } from '../term-searcher.ts';
import { collectBest } from './block-max.ts';
import { Candidates } from './candidates.ts';
import { inOrder, rankExactly, toHit } from './exact.ts';
import type { FrozenTerms } from './frozen-terms.ts';
import { type AskedTerm, type PostingList, postingLists } from './posting-list.ts';
import { type CountedSegment, type Segment, Segments, withoutPassages } from './segment.ts';

/** A segment with the posting lists that a question has in it. */
interface Asked {
  segment: CountedSegment;
  lists: readonly PostingList[];
  /** How many postings they have. */
  postings: number;
}

/** Looking up one passage in one list takes as long as going through so many postings. */
const LOOK_UP = 8;

/**
 * Passages by their terms, from arrays. Answers as the MiniSearch that it was frozen from, to the last bit of the scores
 * and the order of equal ones, in a hundredth of the time. It takes nothing in and out: what changes is another segment,
 * and another index over both.
 */
export class FrozenIndex implements TermSearcher {
  private readonly segments: Segments;

  /** @param segments numbers of a later one's passages follow those of the former; none at all is an empty index */
  constructor(segments: readonly Segment[]) {
    this.segments = new Segments(segments);
  }

  /** An index of one segment. */
  static of(terms: FrozenTerms): FrozenIndex {
    return new FrozenIndex([{ terms }]);
  }

  /**
   * The same without some passages, as if they had never been indexed: nothing of them is found, and nothing is counted.
   * Shares all arrays; takes a bit of time and a byte a passage.
   *
   * @param passages their numbers, ascending; those of the others stay
   */
  without(passages: Uint32Array): FrozenIndex {
    return new FrozenIndex(withoutPassages(this.segments.all, passages));
  }

  get passageCount(): number {
    return this.segments.end;
  }

  documentFrequency(term: string): number {
    return this.segments.holding(term, 'whole');
  }

  *vocabulary(): Generator<string> {
    const [only, ...others] = this.segments.all;
    const seen = others.length === 0 ? null : new Set<string>();
    for (const { terms } of only === undefined ? [] : [only, ...others]) {
      for (let i = 0; i < terms.vocabulary.length; i++) {
        const term = terms.vocabulary.at(i);
        if (seen?.has(term)) continue;
        seen?.add(term);
        yield term;
      }
    }
  }

  search({ terms, boosts, among, most, ...likeness }: TermQuery): TermHit[] {
    const asked = this.askedTerms(terms, likeness);
    const all = this.segments.all.map((segment): Asked => {
      const lists = postingLists(this.segments, segment, asked, boosts);
      return { segment, lists, postings: lists.reduce((sum, { start, end }) => sum + end - start, 0) };
    });
    const postings = all.reduce((sum, one) => sum + one.postings, 0);
    const wanted = Math.min(most ?? postings, postings);
    if (wanted === 0) return [];
    const passages = isQuicker(among, all, postings) ? among : this.candidates(all, among, wanted);
    const words = [...terms.keys()];
    return all
      .flatMap(({ segment, lists }) => rankExactly(inSegment(passages, segment), lists, segment.base))
      .sort(inOrder)
      .slice(0, wanted)
      .map((one) => toHit(one, words));
  }

  private askedTerms(terms: TermQuery['terms'], likeness: Likeness): AskedTerm[] {
    return [...terms].flatMap(([term, weight], place) => {
      const like = likeTerms(term, this.vocabulary(), likeness);
      return [
        { term, weight, place },
        ...Array.from(like, ([other, share]) => ({ term: other, weight: weight * share, place })),
      ];
    });
  }

  /** The passages that may be among the best, ascending. */
  private candidates(all: readonly Asked[], among: Uint32Array | undefined, wanted: number): Uint32Array {
    const isOneList = all.every(({ lists }) => lists.length <= 1);
    const candidates = new Candidates(wanted, isOneList);
    for (const { segment, lists } of all) {
      if (lists.length === 0) continue;
      const allowed = among === undefined ? segment.isLeft : allowedIn(segment, among);
      collectBest(lists, { allowed, base: segment.base, passageCount: segment.terms.passageCount }, candidates);
    }
    return candidates.all().sort();
  }
}

/** Whether it is quicker to look each of a few passages up than to go through the postings. */
const isQuicker = (among: Uint32Array | undefined, all: readonly Asked[], postings: number): among is Uint32Array =>
  among !== undefined && among.length * LOOK_UP * all.reduce((sum, { lists }) => sum + lists.length, 0) < postings;

/** Those of some passages of the index that are of a segment and still there, by their numbers in it. */
function inSegment(passages: Uint32Array, { base, terms, isLeft }: CountedSegment): Uint32Array {
  const own = passages.subarray(firstFrom(passages, base), firstFrom(passages, base + terms.passageCount));
  const numbers = own.map((passage) => passage - base);
  return isLeft === null ? numbers : numbers.filter((number) => isLeft[number] === 1);
}

function allowedIn(segment: CountedSegment, among: Uint32Array): Uint8Array {
  const allowed = new Uint8Array(segment.terms.passageCount);
  for (const number of inSegment(among, segment)) allowed[number] = 1;
  return allowed;
}
