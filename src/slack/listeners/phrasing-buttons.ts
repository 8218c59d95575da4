import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { answerAsked } from '../answering.ts';
import { PHRASING_ACTION, unpackPhrasing } from '../blocks/index.ts';
import type { Services } from '../services.ts';

/** “More of this kind”: the same question asked for one kind of phrasing, answered to the person alone. */
export function registerPhrasingButtons(app: App, { assistant, people, log }: Services): void {
  app.action<BlockAction<ButtonAction>>(
    new RegExp(`^${PHRASING_ACTION}_`),
    async ({ ack, action, body, client, context, respond }) => {
      await ack();
      const request = unpackPhrasing(action.value ?? '');
      if (request === null) return;
      const person = await people.get(client, body.user.id, context.teamId);
      const audience = person.isInsider ? 'insider' : 'public';
      const message = await answerAsked(assistant, log, {
        surface: 'button',
        command: { kind: 'request', request },
        person,
        audience,
      });
      await respond({ response_type: 'ephemeral', replace_original: false, ...message });
    },
  );
}
