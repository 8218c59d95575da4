import { firstFromOn } from '../sorted.ts';
import type { TermHit } from '../term-searcher.ts';
import { type PostingList, scoreOf } from './posting-list.ts';

/** A passage with its score as MiniSearch has it, and what decides among equal scores. */
interface Ranked {
  passage: number;
  score: number;
  /** Sum of what its terms give, times the number of terms that it holds: what MiniSearch sorts by. */
  multiplied: number;
  /** Places of the terms that it holds, in the order of the question. */
  terms: number[];
  /** Place in the question of the first list that it is in. */
  first: number;
}

/**
 * Scores passages exactly as MiniSearch does, to the last bit: fields of a term are added up first, then terms, in the
 * order of the question.
 *
 * @param passages of one segment, ascending
 * @param lists in the order of the question
 * @param base what is added to the numbers of passages
 */
export function rankExactly(passages: Uint32Array, lists: readonly PostingList[], base: number): Ranked[] {
  const sums = new Float64Array(passages.length);
  const ofTerm = new Float64Array(passages.length);
  const ranked = Array.from(
    passages,
    (passage): Ranked => ({
      passage: base + passage,
      score: 0,
      multiplied: 0,
      terms: [],
      first: -1,
    }),
  );
  for (const [i, list] of lists.entries()) {
    walk(passages, list, (which, at) => {
      const one = ranked[which];
      if (one === undefined) return;
      if (one.first === -1) one.first = list.order;
      if (one.terms.at(-1) !== list.term) one.terms.push(list.term);
      ofTerm[which] = (ofTerm[which] ?? 0) + scoreOf(list, at);
    });
    if (lists[i + 1]?.term === list.term) continue;
    for (let which = 0; which < sums.length; which++) sums[which] = (sums[which] ?? 0) + (ofTerm[which] ?? 0);
    ofTerm.fill(0);
  }
  for (const [which, one] of ranked.entries()) {
    // Its wrapper divides again what MiniSearch multiplies by: what rounds there rounds here.
    one.multiplied = (sums[which] ?? 0) * one.terms.length;
    one.score = one.terms.length === 0 ? 0 : one.multiplied / one.terms.length;
  }
  return ranked.filter(({ first }) => first !== -1);
}

/** Tells of each passage that a list holds, and where in the list it stands. */
function walk(passages: Uint32Array, list: PostingList, onPosting: (which: number, at: number) => void): void {
  let at = list.start;
  for (let which = 0; which < passages.length; which++) {
    const passage = passages[which] ?? 0;
    at = firstFromOn(list.passages, passage, at, list.end);
    if (at < list.end && list.passages[at] === passage) onPosting(which, at);
  }
}

/** The best first; see `TermSearcher.search` for equal scores. */
export const inOrder = (a: Ranked, b: Ranked): number =>
  b.score - a.score || b.multiplied - a.multiplied || a.first - b.first || a.passage - b.passage;

/** @param asked the terms of the question */
export const toHit = ({ passage, score, terms }: Ranked, asked: readonly string[]): TermHit => ({
  passage,
  score,
  matched: terms.map((place) => asked[place] ?? ''),
});
