import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { describe, expect, it } from 'vitest';
import { FIELDS } from '../../src/indexing/fields.ts';
import { FrozenIndex } from '../../src/indexing/frozen/index.ts';
import { BM25, type TermSearcher } from '../../src/indexing/term-searcher.ts';
import { frozenOf, oracleOf, SEARCHERS, type Terms } from '../support/term-searchers.ts';

const passage = (whole: string): Terms => ({ whole, headings: '', title: '' });

describe.each(Object.entries(SEARCHERS))('%s', (_, make) => {
  const passages = ['水', '水库', '水库管理', '堤', '水路', '库'].map(passage);
  const found = (query: { terms: Record<string, number>; prefix?: boolean; fuzzy?: number }) =>
    make(passages)
      .search({ ...query, terms: new Map(Object.entries(query.terms)), boosts: { whole: 1 } })
      .map((hit) => [hit.passage, hit.matched]);

  it('finds what begins with a term where that is asked, the term itself first and longer ones last', () => {
    expect(found({ terms: { 水: 1 }, prefix: true })).toEqual([
      [0, ['水']],
      [1, ['水']],
      [4, ['水']],
      [2, ['水']],
    ]);
  });

  it('finds what is like a term where that is asked, by a share of its length or by a number of edits', () => {
    expect(found({ terms: { 水库: 1 }, fuzzy: 0.5 }).map(([number]) => number)).toEqual([1, 4, 5, 0]);
    expect(found({ terms: { 水库: 1 }, fuzzy: 0.2 }).map(([number]) => number)).toEqual([1]);
    expect(found({ terms: { 水库管: 1 }, fuzzy: 1 }).map(([number]) => number)).toEqual([2, 1]);
  });

  it('tells of each passage the terms of the question, whatever it holds that is like them', () => {
    expect(found({ terms: { 水: 1, 水库: 1 }, prefix: true })[0]).toEqual([1, ['水', '水库']]);
    expect(found({ terms: { '': 1 }, prefix: true, fuzzy: 1 })).toEqual([]);
  });
});

/** MiniSearch as it comes, which weighs prefixes and likeness itself. */
function plainMiniSearch(passages: readonly Terms[]): MiniSearch<Terms & { id: number }> {
  const miniSearch = new MiniSearch<Terms & { id: number }>({
    fields: [...FIELDS],
    tokenize: (text) => text.split(' ').filter((term) => term !== ''),
    processTerm: (term) => term,
    searchOptions: { bm25: BM25 },
  });
  miniSearch.addAll(passages.map((one, id) => ({ id, ...one })));
  return miniSearch;
}

const word = fc.string({ minLength: 1, maxLength: 5, unit: fc.constantFrom('水', '库', '堤', '路') });
const line = (maxLength: number) => fc.array(word, { maxLength }).map((words) => words.join(' '));

describe.each<[string, (passages: readonly Terms[]) => TermSearcher]>([
  ['the frozen index', (passages) => FrozenIndex.of(frozenOf(passages))],
  ['MiniSearch with spread keys', (passages) => oracleOf(passages)],
])('%s', (_, make) => {
  it('scores prefixes and like terms as MiniSearch does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ whole: line(12), headings: line(3), title: line(2) }), { maxLength: 25 }),
        fc.uniqueArray(fc.tuple(word, fc.constantFrom(0.5, 1, 2)), { maxLength: 4, selector: ([term]) => term }),
        fc.record({ prefix: fc.boolean(), fuzzy: fc.constantFrom(0, 0.2, 0.5, 1, 2) }),
        (passages, terms, likeness) => {
          const weights = new Map(terms);
          const expected = plainMiniSearch(passages).search('', {
            tokenize: () => [...weights.keys()],
            fields: ['whole', 'title'],
            boost: { title: 3 },
            boostTerm: (term) => weights.get(term) ?? 1,
            ...likeness,
          });
          const scores = new Map(expected.map(({ id, score, queryTerms }) => [id, score / queryTerms.length]));
          const hits = make(passages).search({ terms: weights, boosts: { whole: 1, title: 3 }, ...likeness });
          expect(new Set(hits.map((hit) => hit.passage))).toEqual(new Set(scores.keys()));
          for (const hit of hits) expect(hit.score).toBeCloseTo(scores.get(hit.passage) ?? Number.NaN, 8);
          expect(hits.map((hit) => hit.score)).toEqual(hits.map((hit) => hit.score).toSorted((a, b) => b - a));
        },
      ),
      { numRuns: 150 },
    );
  });
});
