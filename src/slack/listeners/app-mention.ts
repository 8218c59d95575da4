import type { App } from '@slack/bolt';
import { readCommand } from '../../assistant/index.ts';
import { answerAsked } from '../answering.ts';
import type { Services } from '../services.ts';
import { typedText } from '../typed-text.ts';

/** A mention is answered in its thread, where everybody reads it: internal material stays out. */
export function registerAppMention(app: App, { assistant, people, log }: Services): void {
  app.event('app_mention', async ({ client, context, event }) => {
    if (event.user === undefined || 'bot_id' in event) return;
    const person = await people.get(client, event.user, context.teamId);
    const command = readCommand(typedText(event.text, context.botUserId));
    const message = await answerAsked(assistant, log, { surface: 'mention', command, person, audience: 'public' });
    await client.chat.postMessage({
      channel: event.channel,
      thread_ts: event.thread_ts ?? event.ts,
      unfurl_links: false,
      unfurl_media: false,
      ...message,
    });
  });
}
