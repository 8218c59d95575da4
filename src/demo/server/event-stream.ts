import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LocalWorkspace } from '../workspace/index.ts';

/** What stands between us and the page may close what is silent. In milliseconds. */
const HEARTBEAT = 15_000;

/** A page that reads so much slower than it is told begins anew. In bytes. */
const MOST_WAITING = 16 * 1024 * 1024;

/** Every event has it: a page gets the whole state again, whatever it heard last. */
const HEARD = 'some';

/** Tells a page what one person sees, from the whole state on, until it goes. */
export function streamEvents(
  workspace: LocalWorkspace,
  person: string | null,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
  const { id } = workspace.personOr(person);
  // A browser that was cut off says what it heard last; a page that is opened anew has no modals, as in Slack.
  if (request.headers['last-event-id'] === undefined) workspace.arrive(id);
  const end = workspace.listen(id, (event) => {
    response.write(`id: ${HEARD}\ndata: ${JSON.stringify(event)}\n\n`);
    if (response.writableLength > MOST_WAITING) response.destroy();
  });
  const heartbeat = setInterval(() => response.write(': \n\n'), HEARTBEAT);
  request.once('close', () => {
    clearInterval(heartbeat);
    end();
  });
}
