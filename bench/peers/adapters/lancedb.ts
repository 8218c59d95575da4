import { join } from 'node:path';
import { connect, Index, MatchQuery, Operator, type Table } from '@lancedb/lancedb';
import { type Ask, HITS, type Peer } from '../peer.ts';

const TABLE = 'passages';
/** Passages that are handed over at once, and make a fragment of the table. */
const BATCH = 20_000;

/** A row id is the number of the fragment in the upper 32 bits, and the place in it in the lower. */
const numberOf = (rowId: bigint): number => Number(rowId >> 32n) * BATCH + Number(rowId & 0xffff_ffffn);

const askerOf =
  (table: Table): Ask =>
  async (terms) => {
    const query = new MatchQuery(terms.join(' '), 'text', { operator: Operator.Or });
    // Row ids are in the index itself; a column of our own would have to be read for each hit.
    const rows = await table
      .query()
      .fullTextSearch(query)
      .withRowId()
      .select(['_rowid', '_score'])
      .limit(HITS)
      .toArray();
    return rows.map(({ _rowid }) => numberOf(_rowid));
  };

const rowsOf = (passages: readonly string[], from: number): { text: string }[] =>
  passages.slice(from, from + BATCH).map((text) => ({ text }));

export const lancedb: Peer = {
  build: async (passages, folder) => {
    const database = await connect(folder);
    const table = await database.createTable(TABLE, rowsOf(passages, 0));
    for (let from = BATCH; from < passages.length; from += BATCH) await table.add(rowsOf(passages, from));
    const config = Index.fts({
      baseTokenizer: 'whitespace',
      withPosition: false,
      lowercase: false,
      stem: false,
      removeStopWords: false,
      asciiFolding: false,
    });
    await table.createIndex('text', { config, waitTimeoutSeconds: 3600 });
    return { save: async () => {}, ask: askerOf(table) };
  },
  open: async (folder, isToStay) => {
    const table = await (await connect(folder)).openTable(TABLE);
    if (isToStay) await table.prewarmIndex('text_idx');
    return askerOf(table);
  },
  indexIn: (folder) => join(folder, `${TABLE}.lance`, '_indices'),
};
