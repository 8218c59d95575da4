import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELDS } from '../../../src/indexing/fields.ts';
import { LiveTerms } from '../../../src/indexing/live/live-terms.ts';
import type { TermHit, TermQuery } from '../../../src/indexing/term-searcher.ts';
import { frozenOf, oracleOf, type Terms } from '../../support/term-searchers.ts';

const WORDS = ['堤', '水库', '民生', '路', '桥', '一', 'GDP', '2035'];
const word = fc.constantFrom(...WORDS);
const line = (maxLength: number) => fc.array(word, { maxLength }).map((words) => words.join(' '));
const passage: fc.Arbitrary<Terms> = fc.record({ whole: line(12), headings: line(3), title: line(2) });
const corpus = fc.array(passage, { maxLength: 12 });

/** What happens one after the other: segments that come, and which of all passages so far go, as shares of their number. */
const changes = fc.array(
  fc.record({
    added: fc.array(fc.array(passage, { minLength: 1, maxLength: 5 }), { maxLength: 3 }),
    removed: fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { maxLength: 4 }),
  }),
  { maxLength: 6 },
);

const query: fc.Arbitrary<TermQuery> = fc.record(
  {
    terms: fc.uniqueArray(word, { minLength: 1, maxLength: 5 }).map((words) => new Map(words.map((one) => [one, 1]))),
    boosts: fc.uniqueArray(fc.constantFrom(...FIELDS), { minLength: 1 }).map((fields) => {
      return Object.fromEntries(fields.map((field, i) => [field, 1 + i]));
    }),
    among: fc.uniqueArray(fc.nat(100)).map((numbers) => Uint32Array.from(numbers).sort()),
    most: fc.nat(30),
  },
  { requiredKeys: ['terms', 'boosts'] },
);

/** Scores that differ by less are those of passages that hold the same. */
const DIGITS = 9;

function expectAlike(found: readonly TermHit[], expected: readonly TermHit[]): void {
  const plain = (hits: readonly TermHit[]) => hits.map(({ passage, matched }) => ({ passage, matched }));
  expect(plain(found)).toEqual(plain(expected));
  for (const [i, { score }] of expected.entries()) expect(found[i]?.score).toBeCloseTo(score, DIGITS);
}

const breathe = async (): Promise<void> => {};

describe('terms of an index that changes', () => {
  it('answer after each change as one MiniSearch over what is left, and before it as they did', async () => {
    await fc.assert(
      fc.asyncProperty(corpus, changes, query, async (first, steps, asked) => {
        const passages = [...first];
        const removed = new Set<number>();
        let live = LiveTerms.over(frozenOf(first));
        for (const step of steps) {
          const [before, answered] = [live, live.search(asked)];
          const gone = step.removed.map((share) => Math.floor(share * passages.length)).filter((i) => i in passages);
          live = await live.changed({ added: step.added.map(frozenOf), removed: gone }, breathe);
          passages.push(...step.added.flat());
          for (const number of gone) removed.add(number);
          const oracle = oracleOf(passages, [...removed]);
          expectAlike(live.search(asked), oracle.search(asked));
          for (const term of WORDS) expect(live.documentFrequency(term)).toBe(oracle.documentFrequency(term));
          expect(before.search(asked)).toEqual(answered);
        }
        expect(live.passageCount).toBe(passages.length);
      }),
      { numRuns: 150 },
    );
  });

  it('go on doing so when so much comes that not all of it is merged', async () => {
    const passages = Array.from({ length: 1500 }, (_, i) => {
      return {
        whole: WORDS.filter((_, j) => (i * 7 + j * j) % (j + 3) === 0).join(' '),
        headings: '',
        title: `w${i % 9}`,
      };
    });
    let live = LiveTerms.over(frozenOf(passages.slice(0, 100)));
    const removed: number[] = [];
    for (let at = 100; at < passages.length; at += 140) {
      const gone = [at - 1, at - 90];
      const added = [passages.slice(at, at + 70), passages.slice(at + 70, at + 140)].map(frozenOf);
      live = await live.changed({ added, removed: gone }, breathe);
      removed.push(...gone);
    }
    const asked = {
      terms: new Map([
        ['民生', 1],
        ['路', 2],
        ['w3', 1],
      ]),
      boosts: { whole: 1, title: 2 },
      most: 60,
    };
    const oracle = oracleOf(passages, removed);
    expectAlike(live.search(asked), oracle.search(asked));
    expect([...live.vocabulary()].toSorted()).toEqual([...new Set(oracle.vocabulary())].toSorted());
  });
});
