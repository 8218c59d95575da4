import type { Server } from 'node:http';
import { type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { Logger } from 'pino';
import { boltLogger } from '../bolt-logger.ts';
import { readFrame } from './frames.ts';
import { guarded } from './payload-guard.ts';
import { closePort, openPort } from './port.ts';
import { Refusals } from './refusals.ts';
import { SocketLine } from './socket-line.ts';

/** A call to Slack for the address of a web socket is given up after this time; it is made again. In milliseconds. */
const LONGEST_CALL = 10_000;

/** Receives payloads over a web socket that the bot opens, and opens again whenever it is gone. */
export function socketReceiver(
  { appToken, apiUrl, port }: { appToken: string; apiUrl: string | undefined; port: number },
  log: Logger,
): Receiver {
  const bolt = new SocketModeReceiver({
    appToken,
    logger: boltLogger(log),
    // Bolt's own way back leaves a rejection unhandled when Slack refuses the token.
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: {
        timeout: LONGEST_CALL,
        retryConfig: { retries: 0 },
        ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
      },
    },
  });
  guardFrames(bolt.client, new Refusals(log));
  const line = new SocketLine(bolt.client, log);
  let server: Server | undefined;
  return {
    init: (app) => bolt.init(guarded(app, log)),
    start: async () => {
      server = await openPort(port);
      await line.open();
    },
    stop: async () => {
      line.close();
      if (server !== undefined) await closePort(server);
    },
  };
}

/** Has the client listen to frames that were looked at, in place of those that came. */
function guardFrames(client: SocketModeReceiver['client'], refusals: Refusals): void {
  const listeners = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (data: unknown) => {
    const { frame, doubt } = readFrame(data);
    if (doubt !== null) refusals.note(doubt, 'frame not read');
    if (frame === null) return;
    for (const listener of listeners) {
      Promise.resolve(listener(frame, false)).catch(() => refusals.note('failed', 'frame not read'));
    }
  });
}
