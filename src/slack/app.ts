import { App, type Receiver, type webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Assistant } from '../assistant/index.ts';
import type { Store } from '../store/index.ts';
import type { Access } from './access/index.ts';
import { boltLogger } from './bolt-logger.ts';
import { InOrder } from './delivery/index.ts';
import { registerListeners } from './listeners/index.ts';
import { Conversations } from './remembering/conversations.ts';
import { isFirstDelivery } from './remembering/deduplication.ts';
import { NewSpeeches } from './remembering/new-speeches.ts';
import { Questions } from './remembering/questions.ts';
import type { Services } from './services.ts';

export interface AppOptions extends Pick<Services, 'readDocument'>, Partial<Pick<Services, 'fetch'>> {
  assistant: Assistant;
  access: Access;
  /** What must outlive a restart. */
  store: Store;
  log: Logger;
  botToken: string;
  receiver: Receiver;
  clientOptions?: webApi.WebClientOptions;
}

/**
 * The Bolt app: every listener, over any receiver. Not started, and its token not yet verified: `app.init()` does that.
 */
export function createApp(options: AppOptions): App {
  const { log, botToken, receiver, clientOptions = {}, store } = options;
  const app = new App({
    token: botToken,
    receiver,
    clientOptions,
    logger: boltLogger(log),
    deferInitialization: true,
    convoStore: false,
  });
  app.use(async ({ body, next }) => {
    if (isFirstDelivery(store, body)) await next();
  });
  app.error(async (error) => {
    log.error({ code: error.code, type: error.name }, 'listener failed');
  });
  registerListeners(app, {
    assistant: options.assistant,
    access: options.access,
    readDocument: options.readDocument,
    questions: new Questions(store),
    conversations: new Conversations(store),
    newSpeeches: new NewSpeeches(store),
    inOrder: new InOrder(),
    fetch: options.fetch ?? globalThis.fetch,
    log,
  });
  return app;
}
