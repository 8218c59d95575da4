import type { App } from '@slack/bolt';
import { textsIn } from '../../../assistant/index.ts';
import { publishHome, suggestQuestions } from '../../answering/home.ts';
import { HomeOpened } from '../../reading/payloads.ts';
import { directly } from '../../reading/where.ts';
import type { Services } from '../../services.ts';

/** The Home tab is drawn when it is opened; in direct messages questions are suggested. */
export function registerAppHome(app: App, services: Services): void {
  app.event('app_home_opened', async ({ client, context, event }) => {
    const opened = HomeOpened.safeParse(event);
    if (!opened.success) return;
    const { channel, tab, user } = opened.data;
    services.conversations.rememberDirect(channel);
    const where = directly(context, { channel, user });
    const { isAllowed, person } = await services.access.admit(client, where);
    if (tab === 'messages' && isAllowed) {
      await suggestQuestions(services, client, { channel, user }, textsIn(person.language));
      return;
    }
    await publishHome(services, client, where);
  });
}
