import type { Context, RespondFn, webApi } from '@slack/bolt';
import type { Whereabouts } from '../access/index.ts';
import {
  conversationReply,
  modalReply,
  type Opening,
  type Outlet,
  privateReply,
  shareReply,
  unpackModal,
} from '../delivery/index.ts';
import type { Services } from '../services.ts';
import type { Pressing } from './payloads.ts';
import { directly, openly, personally } from './where.ts';

/** Where a button was pressed, and so where what it brings can be shown: to who pressed it alone. */
export interface PressedIn {
  where: Whereabouts;
  /** Beside what it was pressed in. */
  beside: Outlet;
  /** In place of it. */
  instead: Outlet;
  /** A modal above it. */
  above: Outlet;
  opening: Opening;
  /** For the whole channel; `null` where there is none. */
  toChannel: Outlet | null;
}

interface Given {
  client: webApi.WebClient;
  context: Context;
  respond: RespondFn;
}

export function pressedIn(services: Services, given: Given, pressing: Pressing): PressedIn {
  return pressing.container.type === 'view'
    ? inView(services, given, pressing)
    : inMessage(services, given, pressing, pressing.container);
}

function inView(services: Services, { client, context }: Given, { trigger_id, user, view }: Pressing): PressedIn {
  const kept = view?.type === 'modal' ? unpackModal(view.private_metadata) : null;
  const where = personally(services, context, {
    channel: kept?.channel ?? undefined,
    user: user.id,
    userTeam: user.team_id,
  });
  const over = view !== undefined && kept !== null ? { id: view.id, depth: kept.depth } : undefined;
  const opening: Opening = { client, log: services.log, where, triggerId: trigger_id, over };
  const above = modalReply(opening);
  return { where, above, opening, beside: above, instead: modalReply({ ...opening, replaces: true }), toChannel: null };
}

type InMessage = Extract<Pressing['container'], { type: 'message' }>;

function inMessage(
  services: Services,
  { client, context, respond }: Given,
  { channel, trigger_id, user }: Pressing,
  { is_ephemeral, message_ts, thread_ts: threadTs }: InMessage,
): PressedIn {
  const { log } = services;
  const told = { channel: channel?.id, user: user.id, userTeam: user.team_id };
  const where = personally(services, context, told);
  const opening: Opening = { client, log, where, triggerId: trigger_id };
  const above = modalReply(opening);
  if (where.delivery === 'direct' && channel !== undefined && !is_ephemeral) {
    const replying = { client, log, where: directly(context, { ...told, channel: channel.id }), threadTs };
    const instead = conversationReply({ ...replying, replaces: message_ts });
    return { where, above, opening, beside: conversationReply(replying), instead, toChannel: null };
  }
  const responding = { respond, client, log, where, threadTs };
  const isShareable = where.delivery === 'private' && channel !== undefined;
  return {
    where,
    above,
    opening,
    beside: privateReply(responding),
    instead: privateReply({ ...responding, replaces: is_ephemeral }),
    toChannel: isShareable
      ? shareReply({ ...responding, where: openly(context, { ...told, channel: channel.id }) })
      : null,
  };
}
