import type { PersonName } from './slack-completed.ts';
import type { Readers, Surface } from './slack-surfaces.ts';
import type { SlackWorkspace } from './slack-workspace.ts';

/** Something that left the app, as JSON. */
export interface Left {
  readers: Readers;
  words: string;
}

/** How much had left the app at a moment. */
type Mark = Record<'calls' | 'received', number>;

const markOf = ({ calls, received }: SlackWorkspace): Mark => ({ calls: calls.length, received: received.length });

/** What has left the app since, and who reads it where it went. */
function sentSince({ calls, received }: SlackWorkspace, mark: Mark): Left[] {
  const writes = calls.slice(mark.calls).filter(({ method }) => /^(?:chat|views|assistant)\./.test(method));
  return [
    ...writes.map(({ method, arguments: given }) => ({
      readers: readersOf(method, given),
      words: JSON.stringify(given),
    })),
    ...received.slice(mark.received).map((posted) => ({
      readers: posted.response_type === 'in_channel' ? ('posted' as const) : ('private' as const),
      words: JSON.stringify(posted),
    })),
  ];
}

function readersOf(method: string, { channel }: Readonly<Record<string, unknown>>): Readers {
  if (method === 'views.publish' || method.startsWith('assistant.')) return 'direct';
  if (method === 'chat.postEphemeral' || method.startsWith('views.')) return 'private';
  return `${channel}`.startsWith('C') ? 'posted' : 'direct';
}

/** Does something, and reads what leaves the app for it. */
export async function sentFor(
  slack: SlackWorkspace,
  { count = 1, name, run }: Surface,
  from: PersonName,
): Promise<Left[]> {
  const mark = markOf(slack);
  const acknowledged = await run(slack, from);
  const acknowledgement = acknowledged instanceof Response ? await acknowledged.text() : '';
  for (const end = Date.now() + 10_000; ; ) {
    const sent = sentSince(slack, mark);
    if (sent.length >= count) return [...sent, { readers: 'private', words: acknowledgement }];
    if (Date.now() > end) throw new Error(`${name}: ${sent.length} of ${count} came`);
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
}
