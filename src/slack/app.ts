import { App, type Receiver, type webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Assistant } from '../assistant/index.ts';
import { boltLogger } from './bolt-logger.ts';
import { registerAppMention } from './listeners/app-mention.ts';
import { registerDirectMessage } from './listeners/direct-message.ts';
import { registerDraftCommand } from './listeners/draft-command.ts';
import { registerPhrasingButtons } from './listeners/phrasing-buttons.ts';
import { registerSkeletonButtons } from './listeners/skeleton-buttons.ts';
import { Once } from './once.ts';
import { People } from './people.ts';

export interface AppOptions {
  assistant: Assistant;
  log: Logger;
  botToken: string;
  receiver: Receiver;
  clientOptions?: webApi.WebClientOptions;
}

const EventBody = z.object({ event_id: z.string() });

/**
 * The Bolt app: every listener, over any receiver. Not started, and its token not yet verified: `app.init()` does that.
 */
export function createApp({ assistant, log, botToken, receiver, clientOptions = {} }: AppOptions): App {
  const app = new App({
    token: botToken,
    receiver,
    clientOptions,
    logger: boltLogger(log),
    deferInitialization: true,
    convoStore: false,
  });
  const once = new Once();
  app.use(async ({ body, next }) => {
    const event = EventBody.safeParse(body);
    if (event.success && !once.isFirst(event.data.event_id)) return;
    await next();
  });
  app.error(async (error) => {
    log.error({ code: error.code, type: error.name }, 'listener failed');
  });
  const services = { assistant, people: new People(), log };
  registerDraftCommand(app, services);
  registerAppMention(app, services);
  registerDirectMessage(app, services);
  registerSkeletonButtons(app, services);
  registerPhrasingButtons(app, services);
  return app;
}
