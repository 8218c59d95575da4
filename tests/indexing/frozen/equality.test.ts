import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELDS } from '../../../src/indexing/fields.ts';
import { FrozenIndex, freeze } from '../../../src/indexing/frozen/index.ts';
import { TermIndex } from '../../../src/indexing/term-index.ts';
import type { TermHit, TermQuery } from '../../../src/indexing/term-searcher.ts';
import { frozenOf, miniSearchOf, oracleOf, SEARCHERS, type Terms } from '../../support/term-searchers.ts';

/** Few words, so that passages share them and scores come out equal. */
const WORDS = ['堤', '水', '水库', '路', '桥', '民生', '一', 'GDP', '2035', '𠮷'];
const word = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 3, unit: fc.constantFrom('a', '的', '\ud83d', '\0') }) },
);
const line = (maxLength: number) => fc.array(word, { maxLength }).map((words) => words.join(' '));
const corpus: fc.Arbitrary<Terms[]> = fc.array(fc.record({ whole: line(30), headings: line(4), title: line(3) }), {
  maxLength: 40,
});

const weight = fc.oneof(fc.constantFrom(0, 0.5, 1, 2), fc.double({ min: 0, max: 9, noNaN: true }));
const query = fc.record(
  {
    terms: fc
      .uniqueArray(fc.tuple(word, weight), { maxLength: 12, selector: ([term]) => term })
      .map((terms) => new Map(terms)),
    boosts: fc
      .uniqueArray(fc.tuple(fc.constantFrom(...FIELDS), weight), { selector: ([field]) => field })
      .map((boosts): TermQuery['boosts'] => Object.fromEntries(boosts)),
    among: fc.uniqueArray(fc.nat(40)).map((numbers) => Uint32Array.from(numbers).sort()),
    most: fc.nat(50),
  },
  { requiredKeys: ['terms', 'boosts'] },
);

describe('a frozen index', () => {
  it('answers as MiniSearch does: the same passages, order, scores and terms', () => {
    fc.assert(
      fc.property(corpus, fc.array(query, { minLength: 1, maxLength: 4 }), (passages, queries) => {
        const oracle = oracleOf(passages);
        const frozen = FrozenIndex.of(frozenOf(passages));
        for (const asked of queries) expect(frozen.search(asked)).toEqual(oracle.search(asked));
      }),
      { numRuns: 400 },
    );
  });

  it('answers as MiniSearch does once it has forgotten the passages that were discarded', () => {
    fc.assert(
      fc.asyncProperty(corpus, fc.func(fc.boolean()), query, async (passages, isDiscarded, asked) => {
        const miniSearch = miniSearchOf(passages);
        for (const i of passages.keys()) if (isDiscarded(i)) miniSearch.discard(i);
        const json = miniSearch.toJSON();
        const left = Object.values(json.documentIds);
        const among = asked.among?.filter((number) => number < left.length);
        const frozen = FrozenIndex.of(freeze(json)).search({ ...asked, ...(among && { among }) });
        await miniSearch.vacuum();
        const amongLeft = among?.map((number) => Number(left[number]));
        const expected = TermIndex.of(miniSearch.toJSON()).search({ ...asked, ...(amongLeft && { among: amongLeft }) });
        expect(frozen.map((hit) => ({ ...hit, passage: left[hit.passage] }))).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });
});

/** Scores that differ by less are those of passages that hold the same. */
const SAME = 1e-9;

/** That two answers are the same, but for what rounds in an average over segments. */
function expectAlike(found: readonly TermHit[], expected: readonly TermHit[]): void {
  expect(found.map(({ passage }) => passage)).toEqual(expected.map(({ passage }) => passage));
  for (const [i, { score, matched }] of expected.entries()) {
    expect(found[i]?.matched).toEqual(matched);
    expect(Math.abs((found[i]?.score ?? 0) - score)).toBeLessThanOrEqual(SAME * Math.max(1, score));
  }
}

describe.each(Object.entries(SEARCHERS))('%s', (_, make) => {
  it('answers as one MiniSearch over all that is left', () => {
    fc.assert(
      fc.property(corpus, fc.uniqueArray(fc.nat(39), { maxLength: 20 }), query, (passages, taken, asked) => {
        const removed = taken.filter((number) => number < passages.length);
        const [searcher, oracle] = [make(passages, removed), oracleOf(passages, removed)];
        expectAlike(searcher.search(asked), oracle.search(asked));
        for (const term of WORDS) expect(searcher.documentFrequency(term)).toBe(oracle.documentFrequency(term));
      }),
      { numRuns: 150 },
    );
  });
});

/** A corpus of many blocks, and asks which lists can be left out: some words are in nearly every passage. */
function largeCorpus(random: () => number, passages: number): Terms[] {
  const wordOf = (): string => `w${Math.floor(60 * random() ** 3)}`;
  return Array.from({ length: passages }, () => ({
    whole: Array.from({ length: 3 + Math.floor(30 * random()) }, wordOf).join(' '),
    headings: Array.from({ length: Math.floor(3 * random()) }, wordOf).join(' '),
    title: wordOf(),
  }));
}

/** Lehmer's generator (Park and Miller 1988). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

describe('what is left out of counting', () => {
  const random = seeded(7);
  const passages = largeCorpus(random, 9000);
  const oracle = oracleOf(passages);
  const frozen = FrozenIndex.of(frozenOf(passages));
  const asked = Array.from({ length: 60 }, (): TermQuery => {
    const terms = Array.from({ length: 1 + Math.floor(14 * random()) }, () => `w${Math.floor(60 * random() ** 2)}`);
    return {
      terms: new Map(terms.map((term) => [term, Math.floor(4 * random()) / 2])),
      boosts: random() < 0.5 ? { whole: 1 } : { whole: 0.5, headings: 2, title: 3 },
      most: [1, 10, 10, 200][Math.floor(4 * random())] ?? 10,
      ...(random() < 0.3 && {
        among: Uint32Array.from(passages.keys()).filter(() => random() < (random() < 0.5 ? 0.5 : 0.01)),
      }),
    };
  });

  it.each(asked.map((query, i) => [i, query] as const))('changes nothing in the best, question %i', (_, query) => {
    expect(frozen.search(query)).toEqual(oracle.search(query));
  });

  it('changes nothing in the best of several segments from which passages were taken', () => {
    const removed = [...passages.keys()].filter((number) => number % 7 === 0);
    // Not MiniSearch: its average lengths round with every passage that goes, which decides between nearly equal scores.
    const whole = new FrozenIndex([{ terms: frozenOf(passages), removed: Uint32Array.from(removed) }]);
    const segments = [0, 2000, 2100].map((from, i, starts) => {
      const to = starts[i + 1] ?? passages.length;
      const own = removed.filter((number) => number >= from && number < to).map((number) => number - from);
      return { terms: frozenOf(passages.slice(from, to)), removed: Uint32Array.from(own) };
    });
    const several = new FrozenIndex(segments);
    for (const { most = 10, ...query } of asked)
      expect(several.search({ ...query, most })).toEqual(whole.search(query).slice(0, most));
  });
});
