import type { Peer } from './peer.ts';

/** An engine, as the comparison names and bounds it. */
export interface Engine {
  label: string;
  /** In pictures. */
  colour: string;
  /** The most passages it is tried with. */
  most: number;
  /** Loads the adapter, and with it the package. */
  load: () => Promise<Peer>;
}

export const ENGINES = {
  zhibi: {
    label: 'Zhibi',
    colour: '#c8102e',
    most: 1_000_000,
    load: async () => (await import('./adapters/zhibi.ts')).zhibi,
  },
  lancedb: {
    label: 'LanceDB',
    colour: '#0b63c5',
    most: 1_000_000,
    load: async () => (await import('./adapters/lancedb.ts')).lancedb,
  },
  fts5: {
    label: 'SQLite FTS5',
    colour: '#1a7f37',
    most: 1_000_000,
    load: async () => (await import('./adapters/fts5.ts')).fts5,
  },
  minisearch: {
    label: 'MiniSearch',
    colour: '#7a3fd1',
    most: 300_000,
    load: async () => (await import('./adapters/minisearch.ts')).minisearch,
  },
  flexsearch: {
    label: 'FlexSearch',
    colour: '#8f6200',
    most: 100_000,
    load: async () => (await import('./adapters/flexsearch.ts')).flexsearch,
  },
  orama: {
    label: 'Orama',
    colour: '#57606a',
    most: 100_000,
    load: async () => (await import('./adapters/orama.ts')).orama,
  },
  lunr: {
    label: 'lunr',
    colour: '#0b7a83',
    most: 100_000,
    load: async () => (await import('./adapters/lunr.ts')).lunrPeer,
  },
} as const satisfies Record<string, Engine>;

export type EngineName = keyof typeof ENGINES;

/** In the order in which they are built and shown. */
export const ENGINE_NAMES: readonly EngineName[] = Object.keys(ENGINES).filter((name) => isEngine(name));

export function isEngine(name: string): name is EngineName {
  return Object.hasOwn(ENGINES, name);
}
