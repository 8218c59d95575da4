import type { App } from '@slack/bolt';
import { readShortcut, SHORTCUTS } from '../../../assistant/index.ts';
import { answerIn, sayIn } from '../../answering/answering.ts';
import { privateReply } from '../../delivery/index.ts';
import { messageWords } from '../../reading/message-words.ts';
import { readPayload, Shortcut } from '../../reading/payloads.ts';
import { personally } from '../../reading/where.ts';
import type { Services } from '../../services.ts';

/** What is asked about a message from its menu: where its words stand, passages like it, its phrasing. For the person alone. */
export function registerMessageShortcuts(app: App, services: Services): void {
  for (const shortcut of SHORTCUTS) {
    app.shortcut({ type: 'message_action', callback_id: `draft_${shortcut}` }, async (args) => {
      const { ack, client, context, respond } = args;
      await ack();
      const read = readPayload(Shortcut, args.shortcut, { kind: 'shortcut', log: services.log });
      if (read === null) return;
      const { channel, user, message } = read;
      const where = personally(services, context, { channel: channel.id, user: user.id, userTeam: user.team_id });
      const outlet = privateReply({ respond, client, log: services.log, where, threadTs: message.thread_ts });
      const words = messageWords(message);
      if (!/[\p{L}\p{N}]/u.test(words)) {
        await sayIn(services, client, outlet, (texts) => texts.messageWithoutWords);
        return;
      }
      const command = readShortcut(shortcut, words);
      await answerIn(services, client, { surface: 'shortcut', command }, outlet);
    });
  }
}
