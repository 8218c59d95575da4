import type { Logger } from 'pino';
import type { Assistant } from '../assistant/index.ts';
import type { Digest } from '../speech/index.ts';
import type { Access } from './access/index.ts';
import type { FairLine } from './answering/fair-line.ts';
import type { Fetch, InOrder } from './delivery/index.ts';
import type { Conversations } from './remembering/conversations.ts';
import type { NewSpeeches } from './remembering/new-speeches.ts';
import type { Questions } from './remembering/questions.ts';

/** What every listener works with. */
export interface Services {
  assistant: Assistant;
  access: Access;
  questions: Questions;
  conversations: Conversations;
  newSpeeches: NewSpeeches;
  inOrder: InOrder;
  line: FairLine;
  /** Waits until what was remembered so far is on disk, a moment at most. */
  saved: () => Promise<unknown>;
  /**
   * Reads a document that somebody sent.
   *
   * @param load brings its bytes, when its turn has come
   * @throws ZhibiError for everything that can be wrong with a file; what `load` throws
   */
  readDocument: (name: string, load: () => Promise<Uint8Array>, person: string) => Promise<Digest>;
  /** Reaches Slack's files. */
  fetch: typeof globalThis.fetch;
  /** Reaches response URLs: see `slackCalls`. */
  respondWith: Fetch;
  log: Logger;
}
