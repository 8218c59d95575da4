import type { webApi } from '@slack/bolt';
import { conversationReply, type Outlet, privateReply, respondTo } from '../delivery/index.ts';
import type { Begun } from '../remembering/unanswered.ts';
import type { Services } from '../services.ts';
import { sayIn } from './answering.ts';

/** So many people are told at once. */
const AT_ONCE = 8;

/**
 * Tells everybody whose question an earlier life of the bot left half done to ask again: whether its answer had left can't be
 * known. Never throws.
 */
export async function tellLeftBehind(
  services: Services,
  client: webApi.WebClient,
  left: readonly Begun[],
): Promise<void> {
  services.log.warn({ count: left.length }, 'questions left by an earlier life');
  const { team_id: teamId } = await client.auth.test().catch((): { team_id?: string } => ({}));
  for (let i = 0; i < left.length; i += AT_ONCE) {
    const some = left.slice(i, i + AT_ONCE).map((begun) => sayAskAgain(services, client, { ...begun, teamId }));
    await Promise.allSettled(some);
  }
}

type Left = Begun & { teamId: string | undefined };

async function sayAskAgain(services: Services, client: webApi.WebClient, begun: Left): Promise<void> {
  const outlet = outletFor(services, client, begun);
  // In a thread that others read this is for who asked alone.
  const alone: Outlet = outlet.where.delivery === 'posted' ? { ...outlet, send: toldAs(outlet) } : outlet;
  const said = await sayIn(services, client, alone, (texts) => texts.askAgain);
  // Editing the question puts its answer in the place of these words.
  const { channel, message } = begun;
  if (said !== null && channel !== null && message !== null) {
    services.conversations.rememberReply(channel, message, said);
  }
}

const toldAs =
  (outlet: Outlet): Outlet['send'] =>
  async (message, texts) => {
    await outlet.tell(message, texts);
    return null;
  };

function outletFor(services: Services, client: webApi.WebClient, begun: Left): Outlet {
  const { conversations, log, respondWith } = services;
  const { channel, delivery, responseUrl, team, teamId, thread, user } = begun;
  const isDirect =
    delivery === 'direct' || (delivery === 'private' && (channel === null || conversations.isDirect(channel)));
  const where = { channel, user, teamId, ...(team === null ? {} : { userTeam: team }) };
  if (responseUrl !== null) {
    const here = { ...where, delivery: isDirect ? ('direct' as const) : ('private' as const) };
    return privateReply({ respond: respondTo(respondWith, responseUrl), client, log, where: here });
  }
  const place = delivery === 'posted' ? delivery : 'direct';
  const to = {
    ...where,
    channel: delivery === 'private' || channel === null ? user : channel,
    delivery: place,
  } as const;
  return conversationReply({ client, log, where: to, threadTs: thread ?? undefined });
}
