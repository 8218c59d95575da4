import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELDS } from '../../../src/indexing/fields.ts';
import { FrozenIndex, freeze } from '../../../src/indexing/frozen/index.ts';
import { TermIndex } from '../../../src/indexing/term-index.ts';
import type { TermQuery } from '../../../src/indexing/term-searcher.ts';
import { miniSearchOf, type Terms } from '../../support/term-searchers.ts';

/** Few words, so that passages share them and scores come out equal. */
const WORDS = ['堤', '水', '水库', '路', '桥', '民生', '一', 'GDP', '2035', '𠮷'];
const word = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 3, unit: fc.constantFrom('a', '的', '\ud83d', '\0') }) },
);
const line = (maxLength: number) => fc.array(word, { maxLength }).map((words) => words.join(' '));
const corpus = fc
  .array(fc.record({ whole: line(30), headings: line(4), title: line(3) }), { maxLength: 40 })
  .map((passages) => passages.map((passage, i): Terms => ({ id: `p${(i * 7) % 41}`, ...passage })));

const weight = fc.oneof(fc.constantFrom(0, 0.5, 1, 2), fc.double({ min: 0, max: 9, noNaN: true }));
const query = fc.record(
  {
    terms: fc
      .uniqueArray(fc.tuple(word, weight), { maxLength: 12, selector: ([term]) => term })
      .map((terms) => new Map(terms)),
    boosts: fc
      .uniqueArray(fc.tuple(fc.constantFrom(...FIELDS), weight), { selector: ([field]) => field })
      .map((boosts): TermQuery['boosts'] => Object.fromEntries(boosts)),
    filter: fc.func(fc.boolean()),
    most: fc.nat(50),
  },
  { requiredKeys: ['terms', 'boosts'] },
);

describe('a frozen index', () => {
  it('answers as MiniSearch does: the same passages, order, scores and terms', () => {
    fc.assert(
      fc.property(corpus, fc.array(query, { minLength: 1, maxLength: 4 }), (passages, queries) => {
        const miniSearch = miniSearchOf(passages);
        const oracle = TermIndex.deserialise(JSON.stringify(miniSearch));
        const frozen = new FrozenIndex(freeze(miniSearch.toJSON()));
        for (const asked of queries) expect(frozen.search(asked)).toEqual(oracle.search(asked));
      }),
      { numRuns: 400 },
    );
  });

  it('answers as MiniSearch does once it has forgotten the passages that were discarded', () => {
    fc.assert(
      fc.asyncProperty(corpus, fc.func(fc.boolean()), query, async (passages, isDiscarded, asked) => {
        const miniSearch = miniSearchOf(passages);
        for (const { id } of passages) if (isDiscarded(id)) miniSearch.discard(id);
        const frozen = new FrozenIndex(freeze(miniSearch.toJSON()));
        await miniSearch.vacuum();
        const oracle = TermIndex.deserialise(JSON.stringify(miniSearch));
        expect(frozen.search(asked)).toEqual(oracle.search(asked));
      }),
      { numRuns: 100 },
    );
  });
});
