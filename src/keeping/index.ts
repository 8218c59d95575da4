/**
 * keeping/: keeps an index abreast of its corpus folders. Looks what has changed in them, reads it, has the index changed
 * that questions are asked of, and has it made anew in a process of its own when it is quiet. What each file gave is written
 * down beside the index (the ledger).
 */
export type { KeepingEvent } from './events.ts';
export { indexState } from './index-state.ts';
export { type KeeperThread, openKeeper } from './keeper-thread.ts';
export { makeIndex } from './make-index.ts';
