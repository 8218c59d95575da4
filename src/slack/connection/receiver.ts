import type { Receiver } from '@slack/bolt';
import type { Logger } from 'pino';
import { httpReceiver } from './http-receiver.ts';
import { socketReceiver } from './socket-receiver.ts';

/** How Slack reaches us: a web socket that we open, or signed HTTP requests. */
export type Connection = { mode: 'socket'; appToken: string } | { mode: 'http'; signingSecret: string };

/** The receiver for a connection. Its port answers `GET /healthz`, and in HTTP mode `POST /slack/events`. */
export const makeReceiver = (
  connection: Connection,
  port: number,
  apiUrl: string | undefined,
  log: Logger,
): Receiver =>
  connection.mode === 'http'
    ? httpReceiver(connection.signingSecret, port, log)
    : socketReceiver({ appToken: connection.appToken, apiUrl, port }, log);
