import { type RespondArguments, RespondError, type RespondFn, type webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Texts } from '../../assistant/index.ts';
import type { Whereabouts } from '../access/index.ts';
import { type Message, sentenceMessage, withNote } from '../blocks/index.ts';
import type { Fetch } from './calls.ts';
import { tellDirectly, UNFURL_NOTHING } from './conversation-reply.ts';
import { OFFERED_DIRECTLY, OFFERED_PRIVATELY, OFFERED_TO_ALL, type Outlet } from './outlet.ts';
import { sendPlainer } from './plainer.ts';
import { Refused, ResponseRefused, refusalOf } from './slack-fault.ts';

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
      await sendPlainer(message, (plainer) => respondWith(respond, { ...how, ...plainer }));
    } catch (error) {
      const { fault, ...said } = refusalOf(error);
      log.warn({ fault, ...said }, 'response refused');
      // It may be there already: the same a second time is worse than a word of doubt.
      const instead =
        fault === 'unsure' ? sentenceMessage(texts.slackFaults.unsure('')) : withNote(message, texts.sentHereInstead);
      await tellDirectly(client, log, where.user, instead);
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
      await sendPlainer(message, (plainer) => respondWith(respond, { ...how, ...plainer }));
    } catch (error) {
      const refusal = refusalOf(error);
      log.warn(refusal, 'share refused');
      await tell(
        sentenceMessage(refusal.fault === 'unsure' ? texts.slackFaults.unsure('') : texts.shareRefused),
        texts,
      );
    }
    return null;
  };
  return { where, offers: OFFERED_TO_ALL, send, tell };
}

/** A response URL says what it refuses with a status, or with `ok: false` and a status that is well. @throws ResponseRefused */
async function respondWith(respond: RespondFn, message: RespondArguments): Promise<void> {
  const response = await respond(message);
  const refused = Refused.safeParse(parsed(await response.text()));
  if (refused.success) throw new ResponseRefused(refused.data.error);
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** What Bolt's `respond` does, for a response URL that was kept. */
export const respondTo =
  (fetch: Fetch, url: string): RespondFn =>
  async (message) => {
    const body = JSON.stringify(typeof message === 'string' ? { text: message } : message);
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    if (!response.ok) throw new RespondError(`response URL: ${response.status}`, response.status);
    return response;
  };
