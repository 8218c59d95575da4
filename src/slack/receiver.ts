import type { ServerResponse } from 'node:http';
import { HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { Logger } from 'pino';
import { boltLogger } from './bolt-logger.ts';

/** How Slack reaches us: a web socket that we open, or signed HTTP requests. */
export type Connection = { mode: 'socket'; appToken: string } | { mode: 'http'; signingSecret: string };

/** Answers as long as the process does; for a container's health check. */
const HEALTH = {
  path: '/healthz',
  method: 'GET',
  handler: (_request: unknown, response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'text/plain' });
    response.end('ok');
  },
};

/** Bolt's receiver for a connection, with the health check on `port`. */
export function makeReceiver(connection: Connection, port: number, apiUrl: string | undefined, log: Logger): Receiver {
  const logger = boltLogger(log);
  if (connection.mode === 'http') {
    return new HTTPReceiver({ signingSecret: connection.signingSecret, port, logger, customRoutes: [HEALTH] });
  }
  return new SocketModeReceiver({
    appToken: connection.appToken,
    logger,
    customRoutes: [HEALTH],
    installerOptions: { port, ...(apiUrl === undefined ? {} : { clientOptions: { slackApiUrl: apiUrl } }) },
  });
}
