import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import MiniSearch, { type Options } from 'minisearch';
import { type Ask, HITS, type Peer } from '../peer.ts';

interface Document {
  id: number;
  text: string;
}

const options: Options<Document> = {
  fields: ['text'],
  tokenize: (text) => text.split(' '),
  processTerm: (term) => term,
};

const askerOf =
  (index: MiniSearch<Document>): Ask =>
  (terms) =>
    index
      .search(terms.join(' '))
      .slice(0, HITS)
      .map(({ id }) => Number(id));

const fileIn = (folder: string): string => join(folder, 'minisearch.json');

export const minisearch: Peer = {
  build: async (passages, folder) => {
    const index = new MiniSearch<Document>(options);
    for (const [id, text] of passages.entries()) index.add({ id, text });
    return { save: () => writeFile(fileIn(folder), JSON.stringify(index)), ask: askerOf(index) };
  },
  open: async (folder) => askerOf(MiniSearch.loadJSON(readFileSync(fileIn(folder), 'utf8'), options)),
};
