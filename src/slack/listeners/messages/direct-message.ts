import type { App } from '@slack/bolt';
import { readMessage } from '../../../assistant/index.ts';
import { inspectFile } from '../../answering/documents.ts';
import { inTurn, takeTurn } from '../../answering/turn.ts';
import { messageWords } from '../../reading/message-words.ts';
import { DirectMessage } from '../../reading/payloads.ts';
import { directly } from '../../reading/where.ts';
import type { Services } from '../../services.ts';

/**
 * A direct message: a pasted sentence is traced to its source, a file is looked into, anything else is read like the
 * command. Editing a message edits its answer.
 */
export function registerDirectMessage(app: App, services: Services): void {
  app.event('message', async ({ client, context, event }) => {
    const read = DirectMessage.safeParse(event);
    if (!read.success) return;
    const { channel } = read.data;
    const message = 'message' in read.data ? read.data.message : read.data;
    const before = 'message' in read.data ? (read.data.previous_message ?? { text: null }) : undefined;
    // Slack also tells of a message that it has added a preview to: its words are the same.
    const typed = messageWords(message);
    if (before !== undefined && messageWords(before) === typed) return;
    services.conversations.rememberDirect(channel);
    const { files, ts, thread_ts: threadTs, user } = message;
    const turn = { surface: 'direct-message', where: directly(context, { channel, user }), threadTs, ts } as const;
    await inTurn(services, client, turn, async (outlet) => {
      // Editing the words beside a file changes nothing of the file.
      if (before === undefined) for (const file of files) await inspectFile(services, client, file, outlet);
      if (typed !== '' || files.length === 0) {
        await takeTurn(services, client, { ...turn, typed }, outlet, readMessage);
      }
    });
  });
}
