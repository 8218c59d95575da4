import type { App } from '@slack/bolt';
import { readCommand } from '../../assistant/index.ts';
import { answerAsked } from '../answering.ts';
import type { Services } from '../services.ts';
import { typedText } from '../typed-text.ts';

/** `/draft …`: acknowledged before anything else, answered to the person alone. */
export function registerDraftCommand(app: App, { assistant, people, log }: Services): void {
  app.command('/draft', async ({ ack, client, command, context, respond }) => {
    await ack();
    const person = await people.get(client, command.user_id, context.teamId);
    const audience = person.isInsider ? 'insider' : 'public';
    const asked = {
      surface: 'command',
      command: readCommand(typedText(command.text, context.botUserId)),
      person,
      audience,
      offered: ['alternatives', 'share'],
    } as const;
    const message = await answerAsked(assistant, log, asked);
    await respond({ response_type: 'ephemeral', ...message });
  });
}
