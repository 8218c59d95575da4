import type { App } from '@slack/bolt';
import { readCommand } from '../../../assistant/index.ts';
import { answerIn } from '../../answering/answering.ts';
import { privateReply } from '../../delivery/index.ts';
import { readPayload, SlashCommand } from '../../reading/payloads.ts';
import { typedText } from '../../reading/typed-text.ts';
import { personally } from '../../reading/where.ts';
import type { Services } from '../../services.ts';
import { openAskForm } from '../views/ask-form.ts';

/** `/draft …`: acknowledged before anything else, answered to the person alone; without a word, a form. */
export function registerDraftCommand(app: App, services: Services): void {
  app.command('/draft', async ({ ack, body, client, context, respond }) => {
    await ack();
    const command = readPayload(SlashCommand, body, { kind: 'command', log: services.log });
    if (command === null) return;
    const told = { channel: command.channel_id, user: command.user_id, userTeam: command.team_id };
    const where = personally(services, context, told);
    const outlet = privateReply({ respond, client, log: services.log, where });
    const typed = typedText(command.text);
    if (typed === '') {
      const opening = { client, log: services.log, where, triggerId: command.trigger_id };
      await openAskForm(services, opening, { outlet, responseUrl: command.response_url });
      return;
    }
    await answerIn(services, client, { surface: 'command', command: readCommand(typed) }, outlet);
  });
}
