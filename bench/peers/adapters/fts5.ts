import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Ask, HITS, type Peer } from '../peer.ts';

/** SQLite may keep as much of the file in memory as the other engines keep of theirs. In KiB, negative as it wants it. */
const CACHE = -1_048_576;

/**
 * Without a copy of the texts. Positions (`detail=full`) and lengths (`columnsize=1`) stay, though nobody asks for phrases:
 * without them `bm25` has to cut the text of every hit to terms again, which takes four times as long.
 *
 * To the tokenizer `ascii` every character beyond ASCII belongs to a word; of ASCII, terms have points beside letters and digits.
 */
const TABLE = `CREATE VIRTUAL TABLE passages USING fts5(text, content='', tokenize="ascii tokenchars '.'")`;

const quoted = (term: string): string => `"${term.replaceAll('"', '""')}"`;

/** By `bm25`, which SQLite sorts while it keeps no more than it is asked for; by the column `rank` takes half as long again. */
function askerOf(database: Database): Ask {
  const statement = database.prepare(
    `SELECT rowid AS id FROM passages WHERE passages MATCH ? ORDER BY bm25(passages) LIMIT ${HITS}`,
  );
  return (terms) => statement.all(terms.map(quoted).join(' OR ')).map(({ id }) => id);
}

const fileIn = (folder: string): string => join(folder, 'fts5.sqlite');

export const fts5: Peer = {
  build: async (passages, folder) => {
    const database = new Database(fileIn(folder));
    database.pragma('journal_mode = OFF');
    database.pragma('synchronous = OFF');
    database.pragma(`cache_size = ${CACHE}`);
    database.exec(TABLE);
    const insert = database.prepare('INSERT INTO passages(rowid, text) VALUES (?, ?)');
    database.transaction(() => {
      for (const [id, text] of passages.entries()) insert.run(id, text);
    })();
    database.exec(`INSERT INTO passages(passages) VALUES ('optimize')`);
    return { save: async () => {}, ask: askerOf(database) };
  },
  open: async (folder) => {
    const database = new Database(fileIn(folder), { readonly: true });
    database.pragma(`cache_size = ${CACHE}`);
    return askerOf(database);
  },
};
