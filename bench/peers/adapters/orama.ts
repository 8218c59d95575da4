import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AnyOrama, create, insertMultiple, load, save, search } from '@orama/orama';
import { type Ask, HITS, type Peer } from '../peer.ts';

/** Passages that are handed over at once. */
const BATCH = 1000;

/**
 * Terms match as prefixes, too, but for `exact`, which then wants every one of them between what ASCII calls word
 * boundaries. What no term holds, behind each term, makes a prefix the whole.
 */
const END = '\n';

/** Each term once, as Orama's own tokenizer gives them. */
const tokenize = (text: string): string[] => [...new Set(text.split(' '))].map((term) => term + END);

const newIndex = (): AnyOrama =>
  create({
    schema: { text: 'string' },
    // By a field, which nobody asks for.
    sort: { enabled: false },
    components: { tokenizer: { language: 'english', normalizationCache: new Map(), tokenize } },
  });

const askerOf =
  (index: AnyOrama): Ask =>
  async (terms) => {
    // With threshold 1 any term will do.
    const { hits } = await search(index, { term: terms.join(' '), limit: HITS, threshold: 1 });
    return hits.map(({ id }) => Number(id));
  };

const fileIn = (folder: string): string => join(folder, 'orama.json');

export const orama: Peer = {
  build: async (passages, folder) => {
    const index = newIndex();
    const documents = passages.map((text, id) => ({ id: String(id), text }));
    await insertMultiple(index, documents, BATCH);
    return { save: () => writeFile(fileIn(folder), JSON.stringify(save(index))), ask: askerOf(index) };
  },
  open: async (folder) => {
    const index = newIndex();
    load(index, JSON.parse(readFileSync(fileIn(folder), 'utf8')));
    return askerOf(index);
  },
};
