import { describe, expect, it } from 'vitest';
import type { TermQuery } from '../../src/indexing/term-searcher.ts';
import { miniSearchOf, SEARCHERS, type Terms } from '../support/term-searchers.ts';

const passage = (id: string, whole: string, headings = '', title = ''): Terms => ({ id, whole, headings, title });

const ask = (terms: Record<string, number>, query: Partial<TermQuery> = {}): TermQuery => ({
  terms: new Map(Object.entries(terms)),
  boosts: { whole: 1 },
  ...query,
});

describe.each(Object.entries(SEARCHERS))('%s', (_, make) => {
  const searcherOf = (...passages: Terms[]) => make(miniSearchOf(passages));
  const idsOf = (passages: Terms[], query: TermQuery) =>
    searcherOf(...passages)
      .search(query)
      .map((hit) => hit.passage);

  it('finds the passages that hold any of the terms, with the terms they hold in the order of the question', () => {
    const searcher = searcherOf(passage('a', '堤 水'), passage('b', '路 桥'), passage('c', '桥 堤 桥'));
    const hits = searcher.search(ask({ 桥: 1, 堤: 1 }));
    expect(hits.map((hit) => [hit.passage, hit.matched])).toEqual([
      ['c', ['桥', '堤']],
      ['b', ['桥']],
      ['a', ['堤']],
    ]);
  });

  it('finds nothing where no passage holds a term, where no term is asked and where there is no passage', () => {
    expect(searcherOf(passage('a', '堤')).search(ask({ 桥: 1 }))).toEqual([]);
    expect(searcherOf(passage('a', '堤')).search(ask({}))).toEqual([]);
    expect(searcherOf(passage('a', '堤')).search(ask({ '': 1 }))).toEqual([]);
    expect(searcherOf().search(ask({ 堤: 1 }))).toEqual([]);
  });

  it('finds a whole term only, not what begins with it', () => {
    expect(idsOf([passage('a', '水库'), passage('b', '水')], ask({ 水: 1 }))).toEqual(['b']);
  });

  it('scores by BM25+ with the parameters that were measured', () => {
    const searcher = searcherOf(passage('a', '堤 堤 水'), passage('b', '水'));
    // idf ln(1 + 1.5/1.5); 2 of 2 different terms where the average is 1.5.
    const expected = Math.log(2) * (0.2 + (2 * 3.5) / (2 + 2.5 * (1 - 0.85 + (0.85 * 2) / 1.5)));
    expect(searcher.search(ask({ 堤: 1 }))[0]?.score).toBeCloseTo(expected, 12);
  });

  it('searches the fields that are asked alone, and counts each by its boost', () => {
    const passages = [passage('a', '堤', '', '水'), passage('b', '水', '堤', '')];
    expect(idsOf(passages, ask({ 堤: 1 }, { boosts: { headings: 1 } }))).toEqual(['b']);
    expect(idsOf(passages, ask({ 水: 1 }, { boosts: { whole: 1, title: 3 } }))).toEqual(['a', 'b']);
    expect(idsOf(passages, ask({ 水: 1 }, { boosts: { whole: 3, title: 1 } }))).toEqual(['b', 'a']);
    expect(idsOf(passages, ask({ 水: 1 }, { boosts: {} }))).toEqual([]);
  });

  it('counts each term by its weight, and finds what holds a term of weight 0', () => {
    const passages = [passage('a', '堤'), passage('b', '水'), passage('c', '路')];
    expect(idsOf(passages, ask({ 堤: 1, 水: 2 }))).toEqual(['b', 'a']);
    expect(searcherOf(...passages).search(ask({ 路: 0 }))).toEqual([{ passage: 'c', score: 0, matched: ['路'] }]);
  });

  it('answers with the passages of the filter alone', () => {
    const passages = [passage('a', '堤'), passage('b', '堤'), passage('c', '堤')];
    expect(idsOf(passages, ask({ 堤: 1 }, { filter: (id) => id !== 'b' }))).toEqual(['a', 'c']);
  });

  it('answers with as many as are wanted, the best of those that the filter lets through', () => {
    const passages = [passage('a', '堤 路 桥'), passage('b', '堤 路'), passage('c', '堤'), passage('d', '堤 堤')];
    const all = idsOf(passages, ask({ 堤: 1 }));
    expect(idsOf(passages, ask({ 堤: 1 }, { most: 2 }))).toEqual(all.slice(0, 2));
    expect(idsOf(passages, ask({ 堤: 1 }, { most: 9 }))).toEqual(all);
    expect(idsOf(passages, ask({ 堤: 1 }, { most: 0 }))).toEqual([]);
    const filter = (id: string) => id !== all[0];
    expect(idsOf(passages, ask({ 堤: 1 }, { most: 2, filter }))).toEqual(all.slice(1, 3));
  });

  it('puts equal scores in the order in which the passages were indexed', () => {
    const passages = ['丙', '甲', '乙'].map((id) => passage(id, '堤'));
    expect(idsOf(passages, ask({ 堤: 1 }))).toEqual(['丙', '甲', '乙']);
  });

  it('puts those first among equal scores that hold more of the terms, then an earlier term', () => {
    const passages = [passage('a', '路'), passage('b', '堤'), passage('c', '路 桥')];
    // A term without weight adds to what is matched and to nothing else.
    expect(idsOf(passages, ask({ 堤: 0, 路: 0, 桥: 0 }))).toEqual(['b', 'a', 'c']);
    const even = [passage('a', '路 水'), passage('b', '堤 水'), passage('c', '路 桥')];
    expect(idsOf(even, ask({ 堤: 0, 路: 1, 桥: 0 }))).toEqual(['c', 'a', 'b']);
  });

  it('finds terms of any characters', () => {
    const terms = ['𠮷', '\ud800', '\uffff', '__proto__', 'constructor', '10', '\\"'];
    const passages = terms.map((term, i) => passage(`${i}`, term));
    for (const [i, term] of terms.entries())
      expect(idsOf(passages, { ...ask({}), terms: new Map([[term, 1]]) })).toEqual([`${i}`]);
  });

  it('answers one question after another, however many come in between', () => {
    const searcher = searcherOf(passage('a', '堤 水'), passage('b', '水'), passage('c', '路'));
    const first = searcher.search(ask({ 水: 1 }));
    const within: unknown[] = [];
    searcher.search(ask({ 堤: 1 }, { filter: () => within.push(searcher.search(ask({ 水: 1 }))) > 0 }));
    expect(within).toEqual([first]);
    expect(() => searcher.search(ask({ 水: 1 }, { filter: () => JSON.parse('') }))).toThrow(SyntaxError);
    expect(searcher.search(ask({ 水: 1 }))).toEqual(first);
  });

  it('does not know passages that were taken out', () => {
    const gone = passage('b', '堤');
    const miniSearch = miniSearchOf([passage('a', '堤 水'), gone, passage('c', '路')]);
    miniSearch.remove(gone);
    miniSearch.add(passage('d', '堤 路'));
    const hits = make(miniSearch).search(ask({ 堤: 1 }));
    expect(hits.map((hit) => hit.passage)).toEqual(['a', 'd']);
  });
});
