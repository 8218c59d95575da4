import type { RespondFn, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Texts } from '../../assistant/index.ts';
import type { Whereabouts } from '../access/index.ts';
import { type Message, sentenceMessage, withNote } from '../blocks/index.ts';
import { tellDirectly, UNFURL_NOTHING } from './conversation-reply.ts';
import { OFFERED_DIRECTLY, OFFERED_PRIVATELY, OFFERED_TO_ALL, type Outlet } from './outlet.ts';

/** What a reply through a response URL needs. */
export interface Responding {
  respond: RespondFn;
  client: webApi.WebClient;
  log: Logger;
  where: Whereabouts;
  /** The thread that it is shown in. */
  threadTs?: string | undefined;
  /** Whether it stands in place of the message whose button was pressed. */
  replaces?: boolean;
}

/**
 * An answer that only the person sees (ephemeral). A response URL works for half an hour and five times
 * (docs.slack.dev/interactivity/handling-user-interaction); what it refuses is sent as a direct message, where the person
 * may see all that they may see here.
 */
export function privateReply({ respond, client, log, where, threadTs, replaces = false }: Responding): Outlet {
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  const how = { response_type: 'ephemeral', replace_original: replaces, ...thread, ...UNFURL_NOTHING } as const;
  const tell = async (message: Message, texts: Texts): Promise<void> => {
    try {
      await respond({ ...how, ...message });
    } catch (error) {
      log.warn({ type: error instanceof Error ? error.name : 'unknown' }, 'response refused');
      await tellDirectly(client, log, where.user, withNote(message, texts.sentHereInstead));
    }
  };
  const send = async (message: Message, texts: Texts): Promise<null> => {
    await tell(message, texts);
    return null;
  };
  return { where, offers: where.delivery === 'direct' ? OFFERED_DIRECTLY : OFFERED_PRIVATELY, send, tell };
}

/**
 * Something for the whole channel, through a response URL: that works where we are no member too. What Slack refuses is
 * shown to the person alone.
 */
export function shareReply(responding: Responding): Outlet {
  const { respond, log, where, threadTs } = responding;
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  const how = { response_type: 'in_channel', replace_original: false, ...thread, ...UNFURL_NOTHING } as const;
  const { tell } = privateReply(responding);
  const send = async (message: Message, texts: Texts): Promise<null> => {
    try {
      await respond({ ...how, ...message });
    } catch (error) {
      log.warn({ type: error instanceof Error ? error.name : 'unknown' }, 'share refused');
      await tell(sentenceMessage(texts.shareRefused), texts);
    }
    return null;
  };
  return { where, offers: OFFERED_TO_ALL, send, tell };
}
