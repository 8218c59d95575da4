import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { answerAsked } from '../answering.ts';
import { SKELETON_ACTIONS, skeletonMessage, unpackSkeleton } from '../blocks/index.ts';
import type { Services } from '../services.ts';

/**
 * The buttons of a composed skeleton: other headings to choose from, for the person alone; or the tree for the whole
 * channel, without what is internal. A button keeps ids alone, so that it works after a restart, and tells when a speech
 * has gone.
 */
export function registerSkeletonButtons(app: App, services: Services): void {
  for (const what of ['alternatives', 'share'] as const) register(app, services, what);
}

function register(app: App, { assistant, people, log }: Services, what: keyof typeof SKELETON_ACTIONS): void {
  app.action<BlockAction<ButtonAction>>(
    SKELETON_ACTIONS[what],
    async ({ ack, action, body, client, context, respond }) => {
      await ack();
      const request = unpackSkeleton(action.value ?? '');
      if (request === null) return;
      const person = await people.get(client, body.user.id, context.teamId);
      const audience = what === 'alternatives' && person.isInsider ? 'insider' : 'public';
      const asked = { surface: 'button', command: { kind: 'request', request }, person, audience } as const;
      const message = await answerAsked(assistant, log, asked, (texts, reply) =>
        skeletonMessage(texts, reply, what, body.user.name ?? body.user.username ?? ''),
      );
      const response_type = what === 'share' ? 'in_channel' : 'ephemeral';
      await respond({ response_type, replace_original: false, ...message });
    },
  );
}
