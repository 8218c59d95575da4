import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { Services } from '../../services.ts';

const OfChannel = z.object({ channel: z.string() });
const OfUser = z.object({ user: z.object({ id: z.string() }) });

/**
 * What Slack tells of channels and people that may see less from now on: what was remembered of them is looked up again with
 * the next question (docs.slack.dev/reference/events).
 */
export function registerPermissionsChanged(app: App, { access }: Services): void {
  for (const type of ['channel_shared', 'channel_unshared', 'member_joined_channel'] as const) {
    app.event(type, async ({ event }) => {
      const read = OfChannel.safeParse(event);
      if (read.success) access.channelChanged(read.data.channel);
    });
  }
  app.event('user_change', async ({ event }) => {
    const read = OfUser.safeParse(event);
    if (read.success) access.personChanged(read.data.user.id);
  });
}
