import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Texts } from '../../assistant/index.ts';
import type { Whereabouts } from '../access/index.ts';
import { type Message, sentenceMessage, withoutTables } from '../blocks/index.ts';
import { OFFERED_DIRECTLY, OFFERED_TO_ALL, type Outlet } from './outlet.ts';
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
 * A message in a conversation: a thread, a direct message. What Slack refuses because of its blocks is sent as plain
 * text; where we may not write, the person is told in a direct message what to do about it.
 */
export function conversationReply(replying: Replying): Outlet {
  const { log, where } = replying;
  const isDirect = where.delivery === 'direct';
  const send = async (message: Message, texts: Texts): Promise<string | null> => {
    try {
      return await post(replying, message);
    } catch (error) {
      return afterRefusal(replying, message, texts, logged(log, error));
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
  await client.chat
    .postMessage({ channel: user, ...UNFURL_NOTHING, ...message })
    .catch((error: unknown) => logged(log, error));
}

const logged = (log: Logger, error: unknown): Refusal => {
  const refusal = refusalOf(error);
  log.warn(refusal, 'message refused');
  return refusal;
};

const inThread = ({ threadTs }: Replying): { thread_ts?: string } =>
  threadTs === undefined ? {} : { thread_ts: threadTs };

async function post(replying: Replying, message: Partial<Message> & Pick<Message, 'text'>): Promise<string | null> {
  const { client, where, replaces } = replying;
  if (replaces !== undefined) {
    const edited = await client.chat
      .update({ channel: where.channel, ts: replaces, ...message })
      // Whoever deleted our message wants another all the same, or they would not have edited theirs.
      .catch((error: unknown) => (refusalOf(error).fault === 'message-gone' ? null : Promise.reject(error)));
    if (edited !== null) return replaces;
  }
  const { channel } = where;
  const posted = await client.chat.postMessage({ channel, ...inThread(replying), ...UNFURL_NOTHING, ...message });
  return posted.ts ?? null;
}

async function afterRefusal(
  replying: Replying,
  message: Message,
  texts: Texts,
  refusal: Refusal,
): Promise<string | null> {
  const { client, log, where } = replying;
  const tellWhy = async (refused: Refusal): Promise<null> => {
    const sentence = texts.slackFaults[refused.fault](refused.needed);
    await tellDirectly(client, log, where.user, sentenceMessage(sentence));
    return null;
  };
  if (refusal.fault !== 'message-refused') return tellWhy(refusal);
  return postPlainer(replying, message).catch((error: unknown) => tellWhy(logged(log, error)));
}

/** Some workspaces refuse tables: without them, then as plain text alone. */
async function postPlainer(replying: Replying, { blocks, text }: Message): Promise<string | null> {
  if (blocks.some(({ type }) => type === 'table')) {
    const posted = await post(replying, { text, blocks: withoutTables(blocks) }).catch(refusalOf);
    if (posted === null || typeof posted === 'string') return posted;
  }
  return post(replying, { text, blocks: [] });
}

/** Ephemeral, in the thread; where we are not in the channel, directly. */
async function tellInChannel(replying: Replying, message: Message): Promise<void> {
  const { client, log, where } = replying;
  try {
    await client.chat.postEphemeral({ channel: where.channel, user: where.user, ...inThread(replying), ...message });
  } catch (error) {
    logged(log, error);
    await tellDirectly(client, log, where.user, message);
  }
}
