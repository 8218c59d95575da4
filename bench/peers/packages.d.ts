/**
 * What the adapters use of packages that may not be installed, so that types can be checked without them. Not their own
 * types: those are not there then.
 */

declare module 'better-sqlite3' {
  interface Statement {
    run: (...values: readonly (number | string)[]) => unknown;
    all: (...values: readonly (number | string)[]) => { id: number }[];
  }
  class Database {
    constructor(file: string, options?: { readonly?: boolean });
    pragma(source: string): unknown;
    exec(source: string): this;
    prepare(source: string): Statement;
    transaction(work: () => void): () => void;
  }
  export = Database;
}

declare module '@lancedb/lancedb' {
  export interface Query {
    fullTextSearch(query: MatchQuery): this;
    select(columns: readonly string[]): this;
    limit(count: number): this;
    withRowId(): this;
    toArray(): Promise<{ _rowid: bigint }[]>;
  }
  export interface Table {
    add(rows: readonly object[]): Promise<unknown>;
    createIndex(column: string, options: { config: Index; waitTimeoutSeconds: number }): Promise<void>;
    prewarmIndex(name: string): Promise<void>;
    query(): Query;
  }
  export interface Connection {
    createTable(name: string, rows: readonly object[]): Promise<Table>;
    openTable(name: string): Promise<Table>;
  }
  export interface Index {
    readonly inner: unknown;
  }
  export const Index: { fts: (options: Readonly<Record<string, string | boolean>>) => Index };
  export class MatchQuery {
    constructor(query: string, column: string, options: { operator: Operator });
  }
  export enum Operator {
    Or = 'OR',
  }
  export function connect(folder: string): Promise<Connection>;
}

declare module 'flexsearch' {
  export class Index {
    constructor(options: { tokenize: 'strict'; encode: (text: string) => string[] });
    add(id: number, text: string): this;
    search(text: string, options: { limit: number; suggest: boolean }): readonly (number | string)[];
    export(write: (key: string, data: string | undefined) => void): Promise<void>;
    import(key: string, data: string): void;
  }
}

declare module '@orama/orama' {
  export interface AnyOrama {
    readonly data: unknown;
  }
  export function create(options: {
    schema: Readonly<Record<string, 'string'>>;
    sort: { enabled: boolean };
    components: {
      tokenizer: {
        language: string;
        normalizationCache: Map<string, string>;
        tokenize: (text: string) => string[];
      };
    };
  }): AnyOrama;
  export function insertMultiple(index: AnyOrama, documents: readonly object[], batch: number): Promise<string[]>;
  export function save(index: AnyOrama): unknown;
  export function load(index: AnyOrama, raw: unknown): void;
  export function search(
    index: AnyOrama,
    question: { term: string; limit: number; threshold: number },
  ): Promise<{ hits: { id: string }[] }>;
}

declare module 'lunr' {
  namespace lunr {
    class Token {
      constructor(term: string, metadata: object);
    }
    interface Query {
      term(term: string, options: { usePipeline: boolean }): this;
    }
    class Index {
      query(fill: (query: Query) => void): { ref: string }[];
      static load(raw: unknown): Index;
    }
    class Builder {
      tokenizer: (text: unknown) => Token[];
      ref(name: string): void;
      field(name: string): void;
      add(document: object): void;
      build(): Index;
    }
  }
  export = lunr;
}
