import { lastUpToFrom } from '../sorted.ts';
import type { TermHit, TermQuery, TermSearcher } from '../term-searcher.ts';
import { Accumulator, normsOf, type PostingList } from './accumulator.ts';
import { Best, type Ranked } from './best.ts';
import type { FrozenField, FrozenTerms } from './frozen-terms.ts';

/** A term of a question that stands somewhere in the fields that are asked. */
interface FoundTerm {
  term: string;
  lists: readonly PostingList[];
}

/** Terms of one question that can be counted. */
const MOST_TERMS = 2 ** 16 - 1;

/**
 * Passages by their terms, from arrays. Answers as the MiniSearch that it was frozen from, to the last bit of the scores
 * and the order of equal ones, in a hundredth of the time; takes nothing in and out.
 */
export class FrozenIndex implements TermSearcher {
  private readonly terms: FrozenTerms;
  private readonly fields: ReadonlyMap<string, { field: FrozenField; norms: Float64Array }>;
  /** Kept between questions. A question that comes up within another, from its filter, makes one of its own. */
  private spare: Accumulator | undefined;

  constructor(terms: FrozenTerms) {
    this.terms = terms;
    this.fields = new Map(terms.fields.map((field) => [field.name, { field, norms: normsOf(field) }]));
  }

  get passageCount(): number {
    return this.terms.passages.length;
  }

  /** @throws RangeError for more than 65,535 terms that stand somewhere */
  search(query: TermQuery): TermHit[] {
    const found = this.find(query);
    if (found.length > MOST_TERMS) throw new RangeError('more terms than are counted');
    const accumulator = this.spare ?? new Accumulator(this.passageCount);
    this.spare = undefined;
    for (const { lists } of found) accumulator.add(lists);
    const best = this.best(accumulator, query);
    accumulator.clear();
    // Only now: one whose question ended in an error is not clear.
    this.spare = accumulator;
    return this.toHits(best, found);
  }

  private find({ terms, boosts }: TermQuery): FoundTerm[] {
    const asked = Object.entries(boosts).flatMap(([name, boost]) => {
      const field = this.fields.get(name);
      return field === undefined ? [] : [{ ...field, boost: boost || 1 }];
    });
    return [...terms].flatMap(([term, weight]) => {
      const number = this.terms.vocabulary.find(term);
      if (number === -1) return [];
      const lists = asked.flatMap(({ field, norms, boost }) => {
        const start = field.starts[number] ?? 0;
        const end = field.starts[number + 1] ?? 0;
        return start === end ? [] : [{ field, norms, start, end, weight: weight * boost }];
      });
      return lists.length === 0 ? [] : [{ term, lists }];
    });
  }

  private best({ touched, scores, counts }: Accumulator, { filter, most }: TermQuery): Ranked[] {
    const best = new Best(Math.min(most ?? touched.length, touched.length));
    for (const passage of touched) {
      const count = counts[passage] ?? 1;
      // MiniSearch sorts by the score times the terms that matched, its wrapper then by that divided again: as they do,
      // so that what rounds there rounds here, and equal scores stand in the same order.
      const multiplied = (scores[passage] ?? 0) * count;
      const score = multiplied / count;
      if (!best.wants(score, multiplied)) continue;
      if (filter?.(this.terms.passages.at(passage)) ?? true) best.add(passage, score, multiplied);
    }
    return best.ranked();
  }

  private toHits(best: readonly Ranked[], found: readonly FoundTerm[]): TermHit[] {
    const matched = matchedTerms(best, found);
    return best.map(({ passage, score }) => ({
      passage: this.terms.passages.at(passage),
      score,
      matched: matched.get(passage) ?? [],
    }));
  }
}

/** By passage, the terms it holds: each list is gone through once, in leaps. */
function matchedTerms(best: readonly Ranked[], found: readonly FoundTerm[]): Map<number, string[]> {
  const ascending = Uint32Array.from(best, ({ passage }) => passage).sort();
  const matched = new Map<number, string[]>([...ascending].map((passage) => [passage, []]));
  for (const { term, lists } of found) {
    for (const { field, start, end } of lists) {
      const holders = field.passages.subarray(start, end);
      let at = 0;
      for (const passage of ascending) {
        at = lastUpToFrom(holders, at, passage);
        const terms = matched.get(passage);
        if (holders[at] === passage && terms?.at(-1) !== term) terms?.push(term);
      }
    }
  }
  return matched;
}
