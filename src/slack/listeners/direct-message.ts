import type { App } from '@slack/bolt';
import { readMessage } from '../../assistant/index.ts';
import { answerAsked } from '../answering.ts';
import type { Services } from '../services.ts';
import { typedText } from '../typed-text.ts';

/** A direct message: a pasted sentence is traced to its source, anything else is read like the command. */
export function registerDirectMessage(app: App, { assistant, people, log }: Services): void {
  app.message(async ({ client, context, message }) => {
    // Edits, joins, bots' messages have a subtype or a bot's id: only what a person wrote is answered.
    if (message.subtype !== undefined || message.channel_type !== 'im' || message.bot_id !== undefined) return;
    const person = await people.get(client, message.user, context.teamId);
    const command = readMessage(typedText(message.text ?? '', context.botUserId));
    const audience = person.isInsider ? 'insider' : 'public';
    const answer = await answerAsked(assistant, log, {
      surface: 'direct-message',
      command,
      person,
      audience,
      offered: ['alternatives'],
    });
    await client.chat.postMessage({
      channel: message.channel,
      ...(message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts }),
      unfurl_links: false,
      unfurl_media: false,
      ...answer,
    });
  });
}
