import MiniSearch from 'minisearch';
import { mergeFrozen } from '../../src/indexing/building/index.ts';
import { FIELDS, type Field } from '../../src/indexing/fields.ts';
import { FrozenIndex, type FrozenTerms, freeze, frozenSections, readFrozen } from '../../src/indexing/frozen/index.ts';
import { spread } from '../../src/indexing/spread.ts';
import { TermIndex } from '../../src/indexing/term-index.ts';
import type { TermSearcher } from '../../src/indexing/term-searcher.ts';
import { reopened } from './section-files.ts';

/** A passage as its terms, by field, with blanks between them. */
export type Terms = Record<Field, string>;

/** A MiniSearch over terms as they are given: no analyser. Passages are numbered in their order, from `first` on. */
export function miniSearchOf(passages: readonly Terms[], first = 0): MiniSearch<Terms & { id: number }> {
  const miniSearch = new MiniSearch<Terms & { id: number }>({
    fields: [...FIELDS],
    tokenize: (text) => text.split(' ').filter((term) => term !== ''),
    processTerm: (term) => spread(term),
    autoVacuum: false,
  });
  miniSearch.addAll(passages.map((passage, i) => ({ id: first + i, ...passage })));
  return miniSearch;
}

export const frozenOf = (passages: readonly Terms[]): FrozenTerms => freeze(miniSearchOf(passages).toJSON());

/** Makes a searcher of passages, some of which are taken out again. */
export type MakeSearcher = (passages: readonly Terms[], removed?: readonly number[]) => TermSearcher;

/** MiniSearch itself: what all others are held against. */
export const oracleOf: MakeSearcher = (passages, removed = []) => {
  const miniSearch = miniSearchOf(passages);
  for (const id of removed) miniSearch.remove({ id, ...(passages[id] ?? { whole: '', headings: '', title: '' }) });
  return TermIndex.of(miniSearch.toJSON());
};

/** A frozen index of several segments, which begin at these shares of the passages. */
const inSegments =
  (...shares: number[]): MakeSearcher =>
  (passages, removed = []) => {
    const bounds = [...shares.map((share) => Math.floor(share * passages.length)), passages.length];
    return new FrozenIndex(
      shares.map((_, i) => {
        const [start = 0, end = 0] = [bounds[i], bounds[i + 1]];
        const own = removed.filter((number) => number >= start && number < end).map((number) => number - start);
        return { terms: frozenOf(passages.slice(start, end)), removed: Uint32Array.from(own).sort() };
      }),
    );
  };

/** Everything that can be asked for terms, by its name. */
export const SEARCHERS: Readonly<Record<string, MakeSearcher>> = {
  MiniSearch: oracleOf,
  'the frozen index': inSegments(0),
  'the frozen index, written and read': (passages, removed = []) => {
    const terms = readFrozen(reopened(frozenSections(frozenOf(passages))));
    return new FrozenIndex([{ terms, removed: Uint32Array.from(removed).sort() }]);
  },
  'the frozen index with what came since': inSegments(0, 0.6),
  'a frozen index merged of several segments': (passages, removed = []) => {
    const third = Math.ceil(passages.length / 3);
    const segments = [0, 1, 2].map((i) => frozenOf(passages.slice(i * third, (i + 1) * third)));
    return new FrozenIndex([{ terms: mergeFrozen(segments), removed: Uint32Array.from(removed).sort() }]);
  },
  'a frozen index of three segments': inSegments(0, 0.3, 0.5),
};
