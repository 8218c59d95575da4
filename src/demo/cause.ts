import { AsyncLocalStorage } from 'node:async_hooks';

/** What somebody did, for which the app calls Slack. */
export interface Cause {
  person: string;
  /** The listener that heard of it, by its path in the sources. */
  listener: string;
}

/** Follows what the app does from what it was told of, however long that takes. */
export const causes = new AsyncLocalStorage<Cause>();
