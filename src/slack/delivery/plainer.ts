import { type Message, withoutTables } from '../blocks/index.ts';
import { refusalOf } from './slack-fault.ts';

/** The same message, plainer and plainer: without its tables, which some workspaces refuse, then as text alone. */
const plainerThan = ({ blocks, text }: Message): Message[] => [
  ...(blocks.some(({ type }) => type === 'table') ? [{ text, blocks: withoutTables(blocks) }] : []),
  { text, blocks: [] },
];

/**
 * Sends a message; where Slack refuses it for its blocks, the same made plainer.
 *
 * @throws what `send` throws of the plainest, or at once where the blocks are not to blame
 */
export async function sendPlainer<T>(message: Message, send: (message: Message) => Promise<T>): Promise<T> {
  let attempt = send(message);
  for (const plainer of plainerThan(message)) {
    attempt = attempt.catch((error: unknown) => {
      if (refusalOf(error).fault !== 'message-refused') throw error;
      return send(plainer);
    });
  }
  return attempt;
}
