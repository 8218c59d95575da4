import { App, type AppOptions as BoltOptions, type Receiver, type ReceiverEvent } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Assistant } from '../assistant/index.ts';
import type { Store } from '../store/index.ts';
import type { Access } from './access/index.ts';
import { FairLine } from './answering/fair-line.ts';
import { tellLeftBehind } from './answering/left-behind.ts';
import { boltLogger } from './bolt-logger.ts';
import { CALLED_ONCE, type CallClock, InOrder, slackCalls } from './delivery/index.ts';
import { registerListeners } from './listeners/index.ts';
import { Conversations } from './remembering/conversations.ts';
import { NewSpeeches } from './remembering/new-speeches.ts';
import { Questions } from './remembering/questions.ts';
import { inTime, Unanswered } from './remembering/unanswered.ts';
import type { Services } from './services.ts';

export interface AppOptions extends Pick<Services, 'readDocument'>, Partial<Pick<Services, 'fetch'>> {
  assistant: Assistant;
  access: Access;
  /** What must outlive a restart. */
  store: Store;
  log: Logger;
  botToken: string;
  receiver: Receiver;
  /** Where the Web API is, and what reaches it. */
  clientOptions?: { slackApiUrl?: string; fetch?: typeof globalThis.fetch };
  /** Time between calls that are repeated; tests have their own. */
  callClock?: CallClock;
}

/**
 * The Bolt app: every listener, over any receiver. Not started, and its token not yet verified: `app.init()` does that, and
 * tells whoever an earlier life left without an answer.
 */
export function createApp(options: AppOptions): App {
  const { callClock, log, botToken, receiver, clientOptions = {}, store } = options;
  const { fetch = globalThis.fetch } = options;
  const app = new OnceApp(
    {
      token: botToken,
      receiver,
      clientOptions: {
        ...clientOptions,
        ...CALLED_ONCE,
        fetch: slackCalls(clientOptions.fetch ?? globalThis.fetch, callClock),
      },
      logger: boltLogger(log),
      deferInitialization: true,
      convoStore: false,
    },
    new Unanswered(store),
  );
  app.error(async (error) => {
    log.error({ code: error.code, type: error.name }, 'listener failed');
  });
  const services: Services = {
    assistant: options.assistant,
    access: options.access,
    readDocument: options.readDocument,
    questions: new Questions(store),
    conversations: new Conversations(store),
    newSpeeches: new NewSpeeches(store),
    inOrder: new InOrder(),
    line: new FairLine(),
    saved: () => inTime(store.flush()),
    fetch,
    respondWith: slackCalls(fetch, callClock),
    log,
  };
  app.onInit = (left) => tellLeftBehind(services, app.client, left);
  registerListeners(app, services);
  return app;
}

/** Handles once what Slack tells, and remembers what is not done. */
class OnceApp extends App {
  /** Told of what an earlier life left, once the token is verified. */
  onInit: (left: ReturnType<Unanswered['takeLeft']>) => unknown = () => undefined;
  private readonly unanswered: Unanswered;

  constructor(options: BoltOptions, unanswered: Unanswered) {
    super(options);
    this.unanswered = unanswered;
  }

  override async init(): Promise<void> {
    await super.init();
    const left = this.unanswered.takeLeft();
    if (left.length > 0) this.onInit(left);
  }

  override processEvent(event: ReceiverEvent): Promise<void> {
    return this.unanswered.once(event, (once) => super.processEvent(once));
  }
}
