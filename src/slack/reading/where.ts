import type { Context } from '@slack/bolt';
import type { Whereabouts } from '../access/index.ts';
import type { Services } from '../services.ts';

/** What Slack says of where somebody did something. */
interface Told {
  channel: string | undefined;
  user: string;
  userTeam?: string | undefined;
}

/**
 * Where an answer for one person alone is read: in a channel, or in their direct messages with us. We know the latter by
 * what was said to us there; any other direct message is a channel like another.
 */
export function personally({ conversations }: Services, context: Context, told: Told): Whereabouts {
  const isOurs = told.channel === undefined || conversations.isDirect(told.channel);
  return { ...common(context, told), delivery: isOurs ? 'direct' : 'private' };
}

/** A conversation that everybody in it reads. */
export const openly = (context: Context, told: Told & { channel: string }): Whereabouts & { channel: string } => ({
  ...common(context, told),
  channel: told.channel,
  delivery: 'posted',
});

/** The direct messages of a person with us. */
export const directly = (context: Context, told: Told & { channel: string }): Whereabouts & { channel: string } => ({
  ...common(context, told),
  channel: told.channel,
  delivery: 'direct',
});

const common = ({ teamId }: Context, { channel, user, userTeam }: Told): Omit<Whereabouts, 'delivery'> => ({
  channel: channel ?? null,
  user,
  teamId,
  ...(userTeam === undefined ? {} : { userTeam }),
});
