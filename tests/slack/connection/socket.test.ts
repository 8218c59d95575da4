import { App } from '@slack/bolt';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFrame } from '../../../src/slack/connection/frames.ts';
import { makeReceiver } from '../../../src/slack/index.ts';
import { eventually } from '../../support/eventually.ts';
import { startSlackApi } from '../../support/slack-api-stand-in.ts';
import { BOT_TOKEN } from '../../support/slack-stand-ins.ts';
import { type ServerSocket, startWebSocketServer } from '../../support/web-socket-server.ts';

const SECRET = '一句谁也不该看见的话';
const COMMAND = {
  command: '/draft',
  text: SECRET,
  response_url: 'https://hooks.test/1',
  user_id: 'U1',
  team_id: 'T1',
  channel_id: 'C1',
};

const rejections: unknown[] = [];
const note = (error: unknown): void => void rejections.push(error);
const stops: (() => unknown)[] = [];

beforeEach(() => {
  rejections.length = 0;
  process.on('unhandledRejection', note);
});
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
  process.off('unhandledRejection', note);
});

/** The bot's receiver over a web socket of ours. `refusal`: what Slack says, while it is set, when asked for an address. */
async function connected() {
  const sockets: ServerSocket[] = [];
  const server = await startWebSocketServer((socket) => {
    sockets.push(socket);
    socket.send('{"type":"hello"}');
  });
  const answers: Parameters<typeof startSlackApi>[0] & Record<string, { body: object | string }> = {
    'apps.connections.open': { body: { ok: true, url: server.url } },
  };
  const api = await startSlackApi(answers);
  stops.push(() => server.stop(), api.stop);
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => lines.push(line) });
  const receiver = makeReceiver({ mode: 'socket', appToken: 'xapp-1' }, 0, api.apiUrl, log);
  const authorize = async () => ({ botToken: BOT_TOKEN, botId: 'B1', botUserId: 'U0' });
  const app = new App({ authorize, receiver, convoStore: false });
  const heard: string[] = [];
  app.command('/draft', async ({ ack, command }) => {
    heard.push(command.text);
    await ack();
  });
  app.error(async () => {});
  const begin = async (): Promise<void> => {
    stops.push(() => app.stop());
    await app.start();
  };
  return {
    ...{ answers, api, begin, heard, lines, sockets },
    acknowledged: (): string[] =>
      sockets.flatMap(({ received }) => received.map((one) => String((one as { envelope_id: unknown }).envelope_id))),
  };
}

const envelope = (id: string, fields: object = {}): string =>
  JSON.stringify({ type: 'slash_commands', envelope_id: id, payload: COMMAND, ...fields });

describe('a frame', () => {
  it('that is malformed is acknowledged where it can be, and what follows is heard', async () => {
    const { acknowledged, begin, heard, lines, sockets } = await connected();
    await begin();
    const frames: (string | Buffer)[] = [
      `{"text":"${SECRET}`,
      ...['null', '[]', '1', '"text"', '{}'],
      ...['{"type":"hello!"}', '{"type":"events_api"}', '{"type":"events_api","payload":{}}'],
      Buffer.from(SECRET),
      ...[{ payload: undefined }, { payload: null }, { payload: SECRET }, { type: 'other' }, { type: null }].map(
        (fields, i) => envelope(`bad-${i}`, fields),
      ),
      ...[{}, { event: null }, { type: 'event_callback', event: { type: 7 } }].map((payload, i) =>
        envelope(`empty-${i}`, { type: 'events_api', payload }),
      ),
      ...['close', 'error', 'ws_message', 'disconnected', 'slack_event'].map((type) =>
        envelope(`event-${type}`, { type: 'events_api', payload: { type: 'event_callback', event: { type } } }),
      ),
    ];
    for (const frame of frames) sockets[0]?.send(frame);
    sockets[0]?.send(envelope('good'));
    await eventually(async () => (acknowledged().includes('good') ? true : undefined));
    const ids = frames.flatMap((frame) => /"envelope_id":"([^"]+)"/.exec(frame.toString())?.[1] ?? []);
    expect(new Set(acknowledged())).toEqual(new Set([...ids, 'good']));
    expect([heard, sockets.length, rejections]).toEqual([[SECRET], 1, []]);
    expect(lines.join()).not.toContain(SECRET.slice(0, 4));
  });

  it('reaches Bolt as an interaction, so that no event is taken for one of the client’s own', () => {
    const given = { type: 'events_api', envelope_id: '1', payload: { event: { type: 'close' } }, retry_attempt: 2 };
    const { frame, doubt } = readFrame(JSON.stringify(given));
    expect([JSON.parse(frame ?? ''), doubt]).toEqual([{ ...given, type: 'interactive' }, null]);
  });
});

describe('a connection', () => {
  it('that Slack closes or recycles is opened again', async () => {
    const { acknowledged, begin, sockets } = await connected();
    await begin();
    sockets[0]?.send('{"type":"disconnect","reason":"refresh_requested"}');
    await eventually(async () => sockets[1]);
    sockets[1]?.close();
    await eventually(async () => sockets[2]);
    sockets[2]?.send(envelope('good'));
    await eventually(async () => (acknowledged().includes('good') ? true : undefined));
    expect(rejections).toEqual([]);
  });

  it.each([
    ['invalid_auth', { ok: false, error: 'invalid_auth' }],
    ['unreadable', `<html>${SECRET}</html>`],
  ])(
    'that is refused when it is opened again is tried until it is not, and the log says why: %s',
    async (word, refusal) => {
      const { answers, api, begin, lines, sockets } = await connected();
      await begin();
      const { body } = answers['apps.connections.open'] ?? { body: {} };
      answers['apps.connections.open'] = { body: refusal };
      sockets[0]?.close();
      await eventually(async () => api.asked[1]);
      answers['apps.connections.open'] = { body };
      await eventually(async () => sockets[1]);
      expect(rejections).toEqual([]);
      const told = lines.map((line) => JSON.parse(line)).find(({ msg }) => msg === 'not connected');
      expect(told).toMatchObject({ slack: word });
      expect(lines.join()).not.toContain(SECRET.slice(0, 4));
    },
  );

  it('whose token Slack refuses from the beginning is told to whoever starts the bot', async () => {
    const { answers, begin } = await connected();
    answers['apps.connections.open'] = { body: { ok: false, error: 'invalid_auth' } };
    await expect(begin()).rejects.toMatchObject({ data: { error: 'invalid_auth' } });
    expect(rejections).toEqual([]);
  });
});
