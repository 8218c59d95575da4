import type { App, webApi } from '@slack/bolt';
import { z } from 'zod';
import { readCommand, readMessage } from '../../../assistant/index.ts';
import { inTurn, saySentence, takeTurn } from '../../answering/turn.ts';
import { refusalOf } from '../../delivery/index.ts';
import { MessageParts, messageWords } from '../../reading/message-words.ts';
import { Mention } from '../../reading/payloads.ts';
import { openly } from '../../reading/where.ts';
import type { Services } from '../../services.ts';

/**
 * A mention is answered in its thread, where everybody reads it, once: editing the mention edits the answer. Without a word
 * it asks about the message that the thread hangs under.
 */
export function registerAppMention(app: App, services: Services): void {
  app.event('app_mention', async ({ client, context, event }) => {
    const mention = Mention.safeParse(event);
    if (!mention.success || mention.data.bot_id !== undefined) return;
    const { channel, ts, thread_ts: threadTs, user, user_team: userTeam } = mention.data;
    const where = openly(context, { channel, user, userTeam });
    const turn = { surface: 'mention', where, threadTs: threadTs ?? ts, ts } as const;
    const typed = messageWords(mention.data);
    await inTurn(services, client, turn, async (outlet) => {
      if (typed !== '') return takeTurn(services, client, { ...turn, typed }, outlet, readCommand);
      const { botUserId } = context;
      const above = threadTs === undefined ? null : await wordsAbove(client, { channel, thread: threadTs, botUserId });
      if (above === null) return saySentence(services, client, turn, outlet, (texts) => texts.sayWhat);
      return takeTurn(services, client, { ...turn, typed: above }, outlet, readMessage);
    });
  });
}

const Replies = z.object({
  messages: z.tuple([MessageParts.extend({ user: z.string().nullish() })], z.unknown()),
});

/**
 * What the message says that the thread hangs under; `null` where we may not read it (the scopes channels:history and
 * groups:history are optional), where it is ours, or has no words.
 */
async function wordsAbove(
  client: webApi.WebClient,
  { channel, thread, botUserId }: { channel: string; thread: string; botUserId: string | undefined },
): Promise<string | null> {
  const replies = await client.conversations.replies({ channel, ts: thread, limit: 1 }).catch(refusalOf);
  const read = Replies.safeParse(replies);
  if (!read.success) return null;
  const [above] = read.data.messages;
  const words = messageWords(above);
  return above.user === botUserId || words === '' ? null : words;
}
