import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import { type Memory, Remembered } from './remembered.ts';

/**
 * What Slack says of a channel: how far it reaches; or `unseen`, that the bot is not in it and is told nothing.
 * `organisation`: shared between workspaces of one Enterprise. `outside`: with other organisations, or invited to be.
 */
export type Channel =
  | { kind: 'channel'; reach: 'workspace' | 'organisation' | 'outside' }
  | { kind: 'direct'; partner: string }
  | { kind: 'unseen' };

/** Who is in a channel, by id; `crowded`: more than are looked at. */
export type Membership = readonly string[] | 'crowded';

/** A direct message says little more of itself than with whom it is. */
const DirectMessage = z.object({ is_im: z.literal(true), user: z.string() });

/** Of docs.slack.dev/reference/objects/conversation-object. What is missing is not taken for a no. */
const Conversation = z.object({
  is_im: z.literal(false).optional(),
  is_shared: z.boolean(),
  is_ext_shared: z.boolean(),
  is_org_shared: z.boolean(),
  is_pending_ext_shared: z.boolean(),
  pending_shared: z.array(z.string()).default([]),
  pending_connected_team_ids: z.array(z.string()).default([]),
});
const Info = z.object({ channel: z.union([DirectMessage, Conversation]) });

const MembersPage = z.object({
  members: z.array(z.string()),
  response_metadata: z.object({ next_cursor: z.string().default('') }).optional(),
});

/** What Slack answers about a private channel, or a direct message between others, that the bot is not in. */
const NOT_IN_IT: ReadonlySet<unknown> = new Set(['channel_not_found', 'not_in_channel']);
const Refusal = z.object({ data: z.object({ error: z.string() }) });

const MINUTE = 60_000;
/** A channel may be shared, or a guest invited, at any time. */
const TERM = { fresh: MINUTE, isAwaited: true, holds: 5 * MINUTE };
const MOST_CHANNELS = 2000;
const MOST_MEMBERSHIPS = 200;

/** `conversations.members` gives at most 999 people a page and may be asked 100 times a minute (tier 4). */
const PAGE = 999;
const MOST_PAGES = 3;

/** Looks channels up in Slack and remembers them for a while. Never rejects: `null` where Slack does not answer. */
export class Channels {
  private readonly infos: Remembered<Channel>;
  private readonly memberships: Remembered<Membership>;

  constructor(memory: Memory) {
    this.infos = new Remembered(TERM, MOST_CHANNELS, memory);
    this.memberships = new Remembered(TERM, MOST_MEMBERSHIPS, memory);
  }

  /** Costs a `conversations.info` (tier 3: 50 a minute). */
  get(client: webApi.WebClient, channel: string): Promise<Channel | null> {
    return this.infos.get(channel, async () => {
      try {
        return toChannel(Info.parse(await client.conversations.info({ channel })).channel);
      } catch (error) {
        const refusal = Refusal.safeParse(error);
        if (refusal.success && NOT_IN_IT.has(refusal.data.data.error)) return { kind: 'unseen' };
        throw error;
      }
    });
  }

  /** Slack told that a channel is another's too, or that somebody came. */
  forget(channel: string): void {
    this.infos.forget(channel);
    this.memberships.forget(channel);
  }

  /** Costs a `conversations.members` for every 999 people. */
  members(client: webApi.WebClient, channel: string): Promise<Membership | null> {
    return this.memberships.get(channel, () => readMembers(client, channel));
  }
}

function toChannel(channel: z.infer<typeof Info>['channel']): Channel {
  if (channel.is_im === true) return { kind: 'direct', partner: channel.user };
  return { kind: 'channel', reach: reachOf(channel) };
}

function reachOf(channel: z.infer<typeof Conversation>): 'workspace' | 'organisation' | 'outside' {
  const isPending = channel.pending_shared.length > 0 || channel.pending_connected_team_ids.length > 0;
  if (channel.is_ext_shared || channel.is_pending_ext_shared || isPending) return 'outside';
  if (channel.is_org_shared) return 'organisation';
  return channel.is_shared ? 'outside' : 'workspace';
}

async function readMembers(client: webApi.WebClient, channel: string): Promise<Membership> {
  let members: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await client.conversations.members({
      channel,
      limit: PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    });
    const parsed = MembersPage.parse(answer);
    members = members.concat(parsed.members);
    cursor = parsed.response_metadata?.next_cursor ?? '';
    if (cursor === '') return members;
  }
  return 'crowded';
}
