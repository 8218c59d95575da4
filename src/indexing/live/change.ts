import type { Speech } from '../../speech/index.ts';

/** What happens to an index. A speech that is another than it was is in both. */
export interface Change {
  added: readonly Speech[];
  /** Ids of speeches. */
  removed: readonly string[];
}
