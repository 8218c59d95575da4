import MiniSearch from 'minisearch';
import { FIELDS, type Field } from '../../src/indexing/fields.ts';
import { FrozenIndex, freeze, packFrozen, readFrozen } from '../../src/indexing/frozen/index.ts';
import { spread } from '../../src/indexing/spread.ts';
import { TermIndex } from '../../src/indexing/term-index.ts';
import type { TermSearcher } from '../../src/indexing/term-searcher.ts';

/** A passage as its terms, by field, with blanks between them. */
export type Terms = { id: string } & Record<Field, string>;

/** A MiniSearch over terms as they are given: no analyser. */
export function miniSearchOf(passages: readonly Terms[]): MiniSearch<Terms> {
  const miniSearch = new MiniSearch<Terms>({
    fields: [...FIELDS],
    tokenize: (text) => text.split(' ').filter((term) => term !== ''),
    processTerm: (term) => spread(term),
    autoVacuum: false,
  });
  miniSearch.addAll(passages);
  return miniSearch;
}

export const FINGERPRINT = { format: 1, analyser: 1, dictionary: 'd', corpus: 'c' };

/** Everything that can be asked for terms, by its name, made of the same MiniSearch. */
export const SEARCHERS: Readonly<Record<string, (miniSearch: MiniSearch<Terms>) => TermSearcher>> = {
  MiniSearch: (miniSearch) => TermIndex.deserialise(JSON.stringify(miniSearch)),
  'the frozen index': (miniSearch) => new FrozenIndex(freeze(miniSearch.toJSON())),
  'the frozen index, written and read': (miniSearch) => {
    const bytes = packFrozen({ fingerprint: FINGERPRINT, terms: freeze(miniSearch.toJSON()) });
    return new FrozenIndex(readFrozen(bytes, 'index').terms);
  },
};
