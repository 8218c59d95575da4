import { describe, expect, it } from 'vitest';
import type { TermQuery } from '../../src/indexing/term-searcher.ts';
import { SEARCHERS, type Terms } from '../support/term-searchers.ts';

const passage = (whole: string, headings = '', title = ''): Terms => ({ whole, headings, title });

const ask = (terms: Record<string, number>, query: Partial<TermQuery> = {}): TermQuery => ({
  terms: new Map(Object.entries(terms)),
  boosts: { whole: 1 },
  ...query,
});

describe.each(Object.entries(SEARCHERS))('%s', (_, make) => {
  const numbersOf = (passages: Terms[], query: TermQuery, removed: number[] = []) =>
    make(passages, removed)
      .search(query)
      .map((hit) => hit.passage);

  it('finds the passages that hold any of the terms, with the terms they hold in the order of the question', () => {
    const searcher = make([passage('堤 水'), passage('路 桥'), passage('桥 堤 桥')]);
    const hits = searcher.search(ask({ 桥: 1, 堤: 1 }));
    expect(hits.map((hit) => [hit.passage, hit.matched])).toEqual([
      [2, ['桥', '堤']],
      [1, ['桥']],
      [0, ['堤']],
    ]);
  });

  it('finds nothing where no passage holds a term, where no term is asked and where there is no passage', () => {
    expect(make([passage('堤')]).search(ask({ 桥: 1 }))).toEqual([]);
    expect(make([passage('堤')]).search(ask({}))).toEqual([]);
    expect(make([passage('堤')]).search(ask({ '': 1 }))).toEqual([]);
    expect(make([]).search(ask({ 堤: 1 }))).toEqual([]);
  });

  it('finds a whole term only, not what begins with it', () => {
    expect(numbersOf([passage('水库'), passage('水')], ask({ 水: 1 }))).toEqual([1]);
  });

  it('scores by BM25+ with the parameters that were measured', () => {
    const searcher = make([passage('堤 堤 水'), passage('水')]);
    // idf ln(1 + 1.5/1.5); 2 of 2 different terms where the average is 1.5.
    const expected = Math.log(2) * (0.2 + (2 * 3.5) / (2 + 2.5 * (1 - 0.85 + (0.85 * 2) / 1.5)));
    expect(searcher.search(ask({ 堤: 1 }))[0]?.score).toBeCloseTo(expected, 12);
  });

  it('searches the fields that are asked alone, and counts each by its boost', () => {
    const passages = [passage('堤', '', '水'), passage('水', '堤', '')];
    expect(numbersOf(passages, ask({ 堤: 1 }, { boosts: { headings: 1 } }))).toEqual([1]);
    expect(numbersOf(passages, ask({ 水: 1 }, { boosts: { whole: 1, title: 3 } }))).toEqual([0, 1]);
    expect(numbersOf(passages, ask({ 水: 1 }, { boosts: { whole: 3, title: 1 } }))).toEqual([1, 0]);
    expect(numbersOf(passages, ask({ 水: 1 }, { boosts: {} }))).toEqual([]);
  });

  it('counts each term by its weight, and finds what holds a term of weight 0', () => {
    const passages = [passage('堤'), passage('水'), passage('路')];
    expect(numbersOf(passages, ask({ 堤: 1, 水: 2 }))).toEqual([1, 0]);
    expect(make(passages).search(ask({ 路: 0 }))).toEqual([{ passage: 2, score: 0, matched: ['路'] }]);
  });

  it('answers with the passages among which it is asked alone', () => {
    const passages = [passage('堤'), passage('堤'), passage('堤')];
    expect(numbersOf(passages, ask({ 堤: 1 }, { among: Uint32Array.of(0, 2) }))).toEqual([0, 2]);
    expect(numbersOf(passages, ask({ 堤: 1 }, { among: new Uint32Array() }))).toEqual([]);
    expect(numbersOf(passages, ask({ 堤: 1 }, { among: Uint32Array.of(1, 7) }))).toEqual([1]);
  });

  it('answers with as many as are wanted, the best of those among which it is asked', () => {
    const passages = [passage('堤 路 桥'), passage('堤 路'), passage('堤'), passage('堤 堤')];
    const all = numbersOf(passages, ask({ 堤: 1 }));
    expect(numbersOf(passages, ask({ 堤: 1 }, { most: 2 }))).toEqual(all.slice(0, 2));
    expect(numbersOf(passages, ask({ 堤: 1 }, { most: 9 }))).toEqual(all);
    expect(numbersOf(passages, ask({ 堤: 1 }, { most: 0 }))).toEqual([]);
    const among = Uint32Array.from(all.slice(1)).sort();
    expect(numbersOf(passages, ask({ 堤: 1 }, { most: 2, among }))).toEqual(all.slice(1, 3));
  });

  it('puts equal scores in the order in which the passages were indexed', () => {
    const passages = Array.from({ length: 9 }, () => passage('堤'));
    expect(numbersOf(passages, ask({ 堤: 1 }))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(numbersOf(passages, ask({ 堤: 1 }, { most: 3 }))).toEqual([0, 1, 2]);
  });

  it('puts those first among equal scores that hold more of the terms, then an earlier term', () => {
    const passages = [passage('路'), passage('堤'), passage('路 桥')];
    // A term without weight adds to what is matched and to nothing else.
    expect(numbersOf(passages, ask({ 堤: 0, 路: 0, 桥: 0 }))).toEqual([1, 0, 2]);
    expect(numbersOf(passages, ask({ 堤: 0, 路: 0, 桥: 0 }, { most: 1 }))).toEqual([1]);
    const even = [passage('路 水'), passage('堤 水'), passage('路 桥')];
    expect(numbersOf(even, ask({ 堤: 0, 路: 1, 桥: 0 }))).toEqual([2, 0, 1]);
    expect(numbersOf(even, ask({ 堤: 0, 路: 1, 桥: 0 }, { most: 1 }))).toEqual([2]);
  });

  it('finds terms of any characters', () => {
    const terms = ['𠮷', '\ud800', '\uffff', '__proto__', 'constructor', '10', '\\"'];
    const passages = terms.map((term) => passage(term));
    for (const [i, term] of terms.entries())
      expect(numbersOf(passages, { ...ask({}), terms: new Map([[term, 1]]) })).toEqual([i]);
  });

  it('answers one question after another', () => {
    const searcher = make([passage('堤 水'), passage('水'), passage('路')]);
    const first = searcher.search(ask({ 水: 1 }));
    expect(searcher.search(ask({ 堤: 1, 路: 1 }))).toHaveLength(2);
    expect(searcher.search(ask({ 水: 1 }))).toEqual(first);
  });

  it('does not know passages that were taken out', () => {
    const passages = [passage('堤 水'), passage('堤'), passage('路'), passage('堤 路')];
    expect(numbersOf(passages, ask({ 堤: 1 }), [1])).toEqual([0, 3]);
    expect(numbersOf(passages, ask({ 堤: 1 }, { among: Uint32Array.of(0, 1) }), [1])).toEqual([0]);
    expect(numbersOf(passages, ask({ 堤: 1 }), [0, 1, 2, 3])).toEqual([]);
    expect(make(passages, [1]).documentFrequency('堤')).toBe(2);
  });

  it('knows in how many passages a term stands, and all terms', () => {
    const searcher = make([passage('堤 水 堤'), passage('水', '路'), passage('桥', '', '水'), passage('堤')]);
    expect(['堤', '水', '桥', '路', '闸'].map((term) => searcher.documentFrequency(term))).toEqual([2, 2, 1, 0, 0]);
    expect([...searcher.vocabulary()].toSorted()).toEqual(['堤', '桥', '水', '路'].toSorted());
    expect(searcher.passageCount).toBe(4);
  });
});
