import type { Logger } from 'pino';
import type { Assistant } from '../assistant/index.ts';
import type { Digest } from '../speech/index.ts';
import type { Access } from './access/index.ts';
import type { InOrder } from './delivery/index.ts';
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
  /**
   * Reads a document that somebody sent.
   *
   * @param load brings its bytes, when its turn has come
   * @throws ZhibiError for everything that can be wrong with a file; what `load` throws
   */
  readDocument: (name: string, load: () => Promise<Uint8Array>, person: string) => Promise<Digest>;
  /** Reaches Slack beside its Web API: response URLs, files. */
  fetch: typeof globalThis.fetch;
  log: Logger;
}
