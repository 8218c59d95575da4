/**
 * store/: what must outlive a restart. A key-value store with expiry in one folder, for one process: a journal of
 * checksummed lines, replayed when it is opened, written in groups, rewritten when most of it is past. A disk that fails
 * is told, and the store goes on in memory.
 */
export { openStore, type StoreOptions } from './open-store.ts';
export { type JsonValue, type Limits, memoryStore, type Store } from './store.ts';
