import { createServer, type IncomingMessage, type Server, type ServerOptions, type ServerResponse } from 'node:http';

/** The longest body that is read. Slack's largest payload, a view of 250 KB in a form, has half of it. In bytes. */
export const LONGEST_BODY = 2 ** 20;

/** Connections at once; Slack opens some hundreds in a burst. */
const MOST_CONNECTIONS = 1000;

/**
 * How long a client may take, in milliseconds. Slack keeps connections open, and does not send a command again whose
 * connection was closed under it: an idle one stays for longer than Slack and load balancers (60 s) keep theirs.
 */
const PATIENCE: ServerOptions = {
  headersTimeout: 5000,
  requestTimeout: 10_000,
  keepAliveTimeout: 75_000,
  // How often the first two are looked at: every 30 s, if not said otherwise.
  connectionsCheckingInterval: 1000,
};

/** Where a server listens: a port, 0 for any that is free, on all addresses or one. */
export type Address = number | { port: number; host?: string };

/** A handler of requests to one path; the rest is answered with 404. */
export interface Route {
  path: string;
  handle: (request: IncomingMessage, response: ServerResponse) => void;
}

/**
 * Opens the bot's port: `GET /healthz` answers `ok` for as long as the process does.
 *
 * @throws Error `EADDRINUSE`, `EACCES`
 */
export function openPort(address: Address, route?: Route): Promise<Server> {
  const server = createServer(PATIENCE, (request, response) => {
    const path = pathOf(request);
    if (path === '/healthz' && request.method === 'GET') response.setHeader('content-type', 'text/plain').end('ok');
    else if (path === route?.path && request.method === 'POST') route.handle(request, response);
    else refuse(response, path === null ? 400 : 404);
  });
  server.maxConnections = MOST_CONNECTIONS;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, () => {
      server.off('error', reject);
      resolve(server);
    });
  });
}

/** Ends when every request that is being answered has been; idle connections are closed. */
export const closePort = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });

/** Refuses a request without reading its body: the connection is closed behind the answer. */
export function refuse(response: ServerResponse, status: number): void {
  if (response.headersSent) return;
  response.writeHead(status, { connection: 'close' }).end();
}

function pathOf({ url = '' }: IncomingMessage): string | null {
  try {
    return new URL(url, 'http://localhost').pathname;
  } catch {
    return null;
  }
}
