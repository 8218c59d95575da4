import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AckFn, ReceiverEvent } from '@slack/bolt';
import { z } from 'zod';
import type { Store } from '../../store/index.ts';
import { unpackModal } from '../delivery/modal-metadata.ts';
import { DirectMessage, Mention, Pressing, Shortcut, SlashCommand, Submission } from '../reading/payloads.ts';
import { eventKeys } from './deduplication.ts';

/** A response URL works for half an hour; an hour later nobody waits for an answer. In milliseconds. */
const URL_WORKS = 30 * 60_000;
const AWAITED_FOR = 60 * 60_000;
/** Slack delivers an event again for up to an hour (docs.slack.dev/apis/events-api, “Retries”). In milliseconds. */
const REMEMBERED_FOR = 60 * 60_000;
/** A disk gets so long to keep something before we go on without it. In milliseconds. */
const DISK = 200;

const BEGUN = 'begun:';

/** Where whoever asked something can be told what became of it; holds no word of it. */
const Begun = z.strictObject({
  user: z.string(),
  channel: z.string().nullable(),
  team: z.string().nullable(),
  /** `direct`: nobody else reads there. */
  delivery: z.enum(['direct', 'private', 'posted']),
  thread: z.string().nullable(),
  /** Timestamp of the message that asks. */
  message: z.string().nullable(),
  responseUrl: z.url().nullable(),
});
export type Begun = z.infer<typeof Begun>;

/** Waits for the disk, and no longer than a person would notice. */
export const inTime = (saved: Promise<unknown>): Promise<unknown> =>
  Promise.race([saved, sleep(DISK, undefined, { ref: false })]);

/**
 * What was begun and is not done: it outlives a kill, so that nobody is left without an answer or a word. An event that Slack
 * delivers again is refused when it is done, or under way in this life; what a life before left half done is done again.
 */
export class Unanswered {
  private readonly store: Store;
  private readonly running = new Set<string>();

  constructor(store: Store) {
    this.store = store;
  }

  /** Handles something that Slack tells, once. It is acknowledged when that it was begun is on disk. */
  async once(event: ReceiverEvent, handle: (event: ReceiverEvent) => Promise<void>): Promise<void> {
    const keys = eventKeys(event.body);
    if (keys.some((key) => this.running.has(key) || this.isDone(key))) return event.ack();
    for (const key of keys) this.running.add(key);
    const id = keys[0] ?? randomUUID();
    const begun = begunOf(event.body);
    const ttl = begun?.responseUrl == null ? AWAITED_FOR : URL_WORKS;
    const saved = begun === null ? Promise.resolve() : this.store.set(BEGUN + id, begun, ttl);
    const ack: AckFn<unknown> = async (response) => {
      await inTime(saved);
      await event.ack(response);
    };
    try {
      await handle({ ...event, ack });
    } finally {
      for (const key of keys) {
        void this.store.set(key, true, REMEMBERED_FOR);
        this.running.delete(key);
      }
      if (begun !== null) void this.store.delete(BEGUN + id);
    }
  }

  /** What lives before this one left; to be asked for before anything is handled. Each is taken for done. */
  takeLeft(): Begun[] {
    const left = this.store.list(BEGUN, Begun);
    for (const [id] of left) {
      void this.store.delete(BEGUN + id);
      void this.store.set(id, true, REMEMBERED_FOR);
    }
    return left.map(([, begun]) => begun);
  }

  private isDone(key: string): boolean {
    return this.store.get(key, z.literal(true)) === true;
  }
}

const WithUrl = z.object({ response_url: z.url() });
const InEvent = z.object({ team_id: z.string().optional(), event: z.unknown() });

/** Who is to be told, where; `null` of what nobody waits for. */
function begunOf(body: unknown): Begun | null {
  const { data: told } = InEvent.safeParse(body);
  return (told?.event === undefined ? null : ofEvent(told.event, told.team_id)) ?? ofInteraction(body);
}

function ofEvent(event: unknown, team: string | undefined): Begun | null {
  const mention = z.looseObject({ type: z.literal('app_mention') }).safeParse(event).success
    ? Mention.safeParse(event)
    : null;
  if (mention?.success === true && mention.data.bot_id === undefined) {
    const { channel, thread_ts, ts, user, user_team } = mention.data;
    return {
      ...NOWHERE,
      user,
      channel,
      team: user_team ?? team ?? null,
      delivery: 'posted',
      thread: thread_ts ?? ts,
      message: ts,
    };
  }
  const { data: direct } = DirectMessage.safeParse(event);
  if (direct === undefined) return null;
  const { thread_ts, ts, user } = 'message' in direct ? direct.message : direct;
  return {
    ...NOWHERE,
    user,
    channel: direct.channel,
    team: team ?? null,
    delivery: 'direct',
    thread: thread_ts ?? null,
    message: ts,
  };
}

const NOWHERE = { channel: null, thread: null, message: null, responseUrl: null } as const;

function ofInteraction(body: unknown): Begun | null {
  const responseUrl = WithUrl.safeParse(body).data?.response_url ?? null;
  const common = { ...NOWHERE, responseUrl, delivery: 'private' } as const;
  const { data: command } = SlashCommand.safeParse(body);
  if (command !== undefined)
    return { ...common, user: command.user_id, channel: command.channel_id, team: command.team_id ?? null };
  const { data: shortcut } = Shortcut.safeParse(body);
  const { data: pressing } = shortcut === undefined ? Pressing.safeParse(body) : { data: undefined };
  const acted = shortcut ?? pressing;
  if (acted !== undefined)
    return { ...common, user: acted.user.id, channel: acted.channel?.id ?? null, team: acted.user.team_id ?? null };
  const { data: form } = Submission.safeParse(body);
  if (form === undefined) return null;
  const kept = unpackModal(form.view.private_metadata);
  const { id: user, team_id: team = null } = form.user;
  return { ...common, user, team, channel: kept?.channel ?? null, responseUrl: kept?.responseUrl ?? null };
}
