import MiniSearch, { type Options } from 'minisearch';
import { mergeFrozen } from '../../../src/indexing/building/index.ts';
import { openIndexFolder, writeIndexFolder } from '../../../src/indexing/files/index.ts';
import { fingerprintOf } from '../../../src/indexing/fingerprint.ts';
import {
  FrozenIndex,
  type FrozenTerms,
  freeze,
  frozenSections,
  readFrozen,
} from '../../../src/indexing/frozen/index.ts';
import { spread } from '../../../src/indexing/spread.ts';
import { type Ask, HITS, type Peer } from '../peer.ts';

interface Document {
  id: number;
  whole: string;
}

/** As the index is built, but for the terms, which are here already, and the fields, of which there is one. */
const options: Options<Document> = {
  fields: ['whole'],
  tokenize: (text) => text.split(' '),
  processTerm: (term) => spread(term),
};

/** Passages that are indexed together, as `buildTerms` has it; here in one thread. */
const CHUNK = 10_000;

/** The part of an index that is asked for passages. */
const PART = 'terms';

/** What `find` asks of the index, with a weight of 1 for each term. */
const askerOf =
  (index: FrozenIndex): Ask =>
  (terms) =>
    index
      .search({ terms: new Map(terms.map((term) => [term, 1])), boosts: { whole: 1 }, most: HITS })
      .map(({ passage }) => passage);

function segmentOf(passages: readonly string[]): FrozenTerms {
  const miniSearch = new MiniSearch<Document>(options);
  for (const [id, whole] of passages.entries()) miniSearch.add({ id, whole });
  return freeze(miniSearch.toJSON());
}

function frozen(passages: readonly string[]): FrozenTerms {
  const segments: FrozenTerms[] = [];
  for (let from = 0; from < passages.length; from += CHUNK)
    segments.push(segmentOf(passages.slice(from, from + CHUNK)));
  return mergeFrozen(segments);
}

export const zhibi: Peer = {
  build: async (passages, folder) => {
    const terms = frozen(passages);
    const save = async () =>
      writeIndexFolder(folder, await fingerprintOf([]), new Map([[PART, () => frozenSections(terms)]]));
    return { save, ask: askerOf(FrozenIndex.of(terms)) };
  },
  open: async (folder) => askerOf(FrozenIndex.of(readFrozen((await openIndexFolder(folder)).part(PART)))),
};
