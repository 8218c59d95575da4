import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import lunr from 'lunr';
import { type Ask, HITS, type Peer } from '../peer.ts';

const askerOf =
  (index: lunr.Index): Ask =>
  (terms) => {
    const found = index.query((query) => {
      for (const term of terms) query.term(term, { usePipeline: false });
    });
    return found.slice(0, HITS).map(({ ref }) => Number(ref));
  };

const fileIn = (folder: string): string => join(folder, 'lunr.json');

export const lunrPeer: Peer = {
  build: async (passages, folder) => {
    const builder = new lunr.Builder();
    builder.tokenizer = (text) =>
      String(text)
        .split(' ')
        .map((term) => new lunr.Token(term, {}));
    builder.ref('id');
    builder.field('text');
    for (const [id, text] of passages.entries()) builder.add({ id, text });
    const index = builder.build();
    return { save: () => writeFile(fileIn(folder), JSON.stringify(index)), ask: askerOf(index) };
  },
  open: async (folder) => askerOf(lunr.Index.load(JSON.parse(readFileSync(fileIn(folder), 'utf8')))),
};
