import { randomUUID } from 'node:crypto';
import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Texts } from '../../assistant/index.ts';
import type { Whereabouts } from '../access/index.ts';
import { type Message, sentenceMessage } from '../blocks/index.ts';
import { OFFERED_DIRECTLY, OFFERED_TO_ALL, type Outlet } from './outlet.ts';
import { sendPlainer } from './plainer.ts';
import { type Refusal, refusalOf } from './slack-fault.ts';

/** What a message in a conversation needs. */
export interface Replying {
  client: webApi.WebClient;
  log: Logger;
  where: Whereabouts & { channel: string };
  threadTs?: string | undefined;
  /** The message of ours that it stands in place of. */
  replaces?: string | undefined;
}

export const UNFURL_NOTHING = { unfurl_links: false, unfurl_media: false } as const;

/**
 * A message in a conversation: a thread, a direct message. What Slack refuses because of its blocks is sent plainer; where we
 * may not write, the person is told in a direct message what to do about it.
 */
export function conversationReply(replying: Replying): Outlet {
  const { client, log, where } = replying;
  const isDirect = where.delivery === 'direct';
  const send = async (message: Message, texts: Texts): Promise<string | null> => {
    try {
      return await sendPlainer(message, (plainer) => post(replying, plainer));
    } catch (error) {
      const { fault, needed } = logged(log, error);
      await tellDirectly(client, log, where.user, sentenceMessage(texts.slackFaults[fault](needed)));
      return null;
    }
  };
  const tell = async (message: Message, texts: Texts): Promise<void> => {
    if (isDirect) await send(message, texts);
    else await tellInChannel(replying, message);
  };
  return { where, offers: isDirect ? OFFERED_DIRECTLY : OFFERED_TO_ALL, send, tell };
}

/** Writes to a person; what Slack refuses is left at a line in the log, as there is nowhere else to say it. */
export async function tellDirectly(
  client: webApi.WebClient,
  log: Logger,
  user: string,
  message: Message,
): Promise<void> {
  await sendPlainer(message, (plainer) =>
    client.chat.postMessage({ channel: user, ...UNFURL_NOTHING, ...plainer }),
  ).catch((error: unknown) => logged(log, error));
}

const logged = (log: Logger, error: unknown): Refusal => {
  const refusal = refusalOf(error);
  log.warn(refusal, 'message refused');
  return refusal;
};

const inThread = ({ threadTs }: Replying): { thread_ts?: string } =>
  threadTs === undefined ? {} : { thread_ts: threadTs };

async function post(replying: Replying, message: Message): Promise<string | null> {
  const { client, where, replaces } = replying;
  if (replaces !== undefined) {
    const edited = await client.chat
      .update({ channel: where.channel, ts: replaces, ...message })
      // Whoever deleted our message wants another all the same, or they would not have edited theirs.
      .catch((error: unknown) => (refusalOf(error).fault === 'message-gone' ? null : Promise.reject(error)));
    if (edited !== null) return replaces;
  }
  const id = randomUUID();
  try {
    return await postAs(replying, message, id);
  } catch (error) {
    if (refusalOf(error).fault !== 'unsure') throw error;
    const found = await findPosted(replying, id);
    if (found === 'not known') throw error;
    return found === 'not there' ? postAs(replying, message, id) : found.ts;
  }
}

/** By this a message of ours is known again (docs.slack.dev/messaging/message-metadata). */
const EVENT_TYPE = 'zhibi_answer';

async function postAs(replying: Replying, message: Message, id: string): Promise<string | null> {
  const { client, where } = replying;
  const metadata = { event_type: EVENT_TYPE, event_payload: { id } };
  const to = { channel: where.channel, ...inThread(replying), ...UNFURL_NOTHING };
  const posted = await client.chat.postMessage({ ...to, ...message, metadata });
  return posted.ts ?? null;
}

const Posted = z.object({
  messages: z.array(
    z.object({ ts: z.string(), metadata: z.object({ event_payload: z.looseObject({ id: z.unknown() }) }).optional() }),
  ),
});
/** A message that was posted a moment ago is among so many. */
const LATEST = 20;

/**
 * Looks whether a message has arrived whose post broke off. In channels Slack tells us only with the optional scopes
 * `channels:history` and `groups:history`.
 */
async function findPosted(replying: Replying, id: string): Promise<{ ts: string } | 'not there' | 'not known'> {
  const { client, threadTs, where } = replying;
  const asked = { channel: where.channel, limit: LATEST, include_all_metadata: true };
  const { replies, history } = client.conversations;
  const answer = await (threadTs === undefined ? history(asked) : replies({ ...asked, ts: threadTs })).catch(refusalOf);
  const read = Posted.safeParse(answer);
  if (!read.success) return 'not known';
  return read.data.messages.find(({ metadata }) => metadata?.event_payload.id === id) ?? 'not there';
}

/** Ephemeral, in the thread; where we are not in the channel, directly. */
async function tellInChannel(replying: Replying, message: Message): Promise<void> {
  const { client, log, where } = replying;
  const to = { channel: where.channel, user: where.user, ...inThread(replying) };
  try {
    await sendPlainer(message, (plainer) => client.chat.postEphemeral({ ...to, ...plainer }));
  } catch (error) {
    logged(log, error);
    await tellDirectly(client, log, where.user, message);
  }
}
