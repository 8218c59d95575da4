import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { webApi } from '@slack/bolt';
import { createEmulator } from 'emulate';
import { pino } from 'pino';
import type { Assistant } from '../../src/assistant/index.ts';
import { createApp, makeReceiver } from '../../src/slack/index.ts';

const SIGNING_SECRET = 'a-signing-secret-for-tests';
const BOT_TOKEN = 'xoxb-token-for-tests';
const BOT_USER = 'U0ZHIBIBOT';
const TEAM = 'T000000001';

const people = ['member', 'guest', 'foreigner', 'englishman'] as const;
type PersonName = (typeof people)[number];

/** What the emulator's users.info lacks and Slack's has. */
const USER_FIELDS: Record<PersonName, object> = {
  member: { locale: 'zh-CN', team_id: TEAM, is_restricted: false },
  guest: { locale: 'zh-CN', team_id: TEAM, is_restricted: true },
  foreigner: { locale: 'zh-CN', team_id: 'T0ELSEWHERE', is_stranger: true },
  englishman: { locale: 'en-GB', team_id: TEAM, is_restricted: false },
};

const tokenOf = (name: PersonName): string => `xoxp-${name}`;

const seed = {
  slack: {
    signing_secret: SIGNING_SECRET,
    strict_scopes: false,
    team: { name: '某单位', domain: 'office' },
    users: people.map((name) => ({ name, real_name: name, email: `${name}@office.test` })),
    channels: [{ name: 'drafting', topic: '' }],
    oauth_apps: [
      {
        client_id: '1.1',
        client_secret: 'secret',
        app_id: 'A0ZHIBI',
        name: 'Zhibi',
        redirect_uris: [],
        scopes: ['commands', 'chat:write', 'app_mentions:read', 'im:history', 'users:read'],
        bot_id: 'B0ZHIBI',
        bot_user_id: BOT_USER,
        bot_name: 'zhibi',
      },
    ],
    tokens: [
      { token: BOT_TOKEN, type: 'bot', user: BOT_USER, bot_id: 'B0ZHIBI', bot_user_id: BOT_USER, app_id: 'A0ZHIBI' },
      ...people.map((name) => ({ token: tokenOf(name), type: 'user', user: name })),
    ],
  },
};

/** A message as it reached Slack. */
export interface Posted {
  text: string;
  blocks: unknown;
  response_type?: string;
  thread_ts?: string;
  user?: string;
}

interface Signing {
  secret?: string;
  /** Seconds since 1970. */
  timestamp?: number;
  headers?: Record<string, string>;
}

/**
 * The app over HTTP between two stand-ins: a Slack Web API emulator, and a server for response URLs. Requests to the app
 * are signed as Slack signs them; what it sends is read back from where it arrived.
 */
export async function startSlackWorkspace(assistant: Assistant) {
  const emulator = await createEmulator({ service: 'slack', port: 0, seed });
  const slackApiUrl = `${emulator.url.replace('localhost', '127.0.0.1')}/api/`;
  const responses = await startResponseServer();
  const logLines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => logLines.push(line) });
  const app = createApp({
    assistant,
    log,
    botToken: BOT_TOKEN,
    receiver: makeReceiver({ mode: 'http', signingSecret: SIGNING_SECRET }, 0, undefined, log),
    clientOptions: { slackApiUrl, retryConfig: { retries: 0 }, fetch: completingUserInfo },
  });
  await app.init();
  const server = await app.start({ port: 0, host: '127.0.0.1' });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clientOf = (token: string) => new webApi.WebClient(token, { slackApiUrl, retryConfig: { retries: 0 } });
  const bot = clientOf(BOT_TOKEN);
  const idOf = async (name: PersonName) => String((await clientOf(tokenOf(name)).auth.test()).user_id);
  const ids = Object.fromEntries(await Promise.all(people.map(async (name) => [name, await idOf(name)] as const)));
  const channels = (await bot.conversations.list()).channels ?? [];
  const channel = String(channels.find((candidate) => candidate.name === 'drafting')?.id);

  const post = (body: string, contentType: string, signing: Signing) =>
    fetch(`${origin}/slack/events`, { method: 'POST', body, headers: signedHeaders(body, contentType, signing) });

  const event = (fields: object, signing: Signing & { eventId?: string } = {}) => {
    const { eventId = `Ev${randomUUID()}`, ...rest } = signing;
    const body = JSON.stringify({
      type: 'event_callback',
      team_id: TEAM,
      api_app_id: 'A0ZHIBI',
      event_id: eventId,
      event_time: Math.floor(Date.now() / 1000),
      event: fields,
      authorizations: [
        { team_id: TEAM, user_id: BOT_USER, is_bot: true, enterprise_id: null, is_enterprise_install: false },
      ],
    });
    return post(body, 'application/json', rest);
  };

  return {
    origin,
    logLines,
    /** Types a slash command. @returns the acknowledgement; what is answered comes to `commandAnswer`. */
    command: async (text: string, from: PersonName = 'member', signing: Signing = {}) => {
      const fields = {
        command: '/draft',
        text,
        response_url: responses.url,
        trigger_id: '1.1',
        user_id: ids[from] ?? '',
      };
      const where = { team_id: TEAM, channel_id: channel, api_app_id: 'A0ZHIBI', is_enterprise_install: 'false' };
      return post(
        new URLSearchParams({ ...fields, ...where }).toString(),
        'application/x-www-form-urlencoded',
        signing,
      );
    },
    /** Presses a button of a message that was answered to a command. */
    press: async (button: { action_id: string; value: string }, from: PersonName = 'member') => {
      const payload = {
        type: 'block_actions',
        api_app_id: 'A0ZHIBI',
        team: { id: TEAM, domain: 'office' },
        user: { id: ids[from], name: from, username: from, team_id: TEAM },
        channel: { id: channel, name: 'drafting' },
        container: { type: 'message', channel_id: channel, message_ts: '1.1', is_ephemeral: true },
        response_url: responses.url,
        trigger_id: '1.1',
        actions: [{ type: 'button', block_id: 'b', action_ts: '1.1', ...button }],
      };
      const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
      return post(body, 'application/x-www-form-urlencoded', {});
    },
    commandAnswer: (): Promise<Posted> => eventually(async () => responses.received.shift()),
    /** Starts a thread in the channel. @returns its timestamp */
    thread: async (text: string, from: PersonName = 'member'): Promise<string> =>
      String((await clientOf(tokenOf(from)).chat.postMessage({ channel, text })).ts),
    mention: (
      text: string,
      threadTs: string,
      from: PersonName = 'member',
      signing: Signing & { eventId?: string } = {},
    ) => {
      const ts = `${Date.now() / 1000}`;
      const fields = { type: 'app_mention', user: ids[from], text: `<@${BOT_USER}> ${text}`, ts, event_ts: ts };
      return event({ ...fields, channel, thread_ts: threadTs }, signing);
    },
    /** The bot's replies in a thread, once there are so many. */
    replies: (threadTs: string, count = 1): Promise<Posted[]> =>
      eventually(async () => {
        const { messages = [] } = await bot.conversations.replies({ channel, ts: threadTs });
        const own = messages.filter((message) => message.user === BOT_USER) as Posted[];
        return own.length >= count ? own : undefined;
      }),
    /** Writes to the bot in a direct message and reads what it posts there. */
    directMessage: async (text: string, from: PersonName = 'member'): Promise<Posted> => {
      const dm = String((await bot.conversations.open({ users: ids[from] ?? '' })).channel?.id);
      const ts = `${Date.now() / 1000}`;
      await event({ type: 'message', channel_type: 'im', channel: dm, user: ids[from], text, ts, event_ts: ts });
      return eventually(async () => {
        const { messages = [] } = await bot.conversations.history({ channel: dm });
        return messages.find((message) => message.user === BOT_USER && Number(message.ts) >= Number(ts) - 1) as
          | Posted
          | undefined;
      });
    },
    stop: async () => {
      server.closeAllConnections();
      await app.stop();
      responses.stop();
      await emulator.close();
    },
  };
}

export type SlackWorkspace = Awaited<ReturnType<typeof startSlackWorkspace>>;

/** Bolt reads only this very content type as a form; fetch would add a charset to it. */
function signedHeaders(body: string, contentType: string, signing: Signing): Record<string, string> {
  const { secret = SIGNING_SECRET, timestamp = Math.floor(Date.now() / 1000), headers = {} } = signing;
  const hmac = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    'content-type': contentType,
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': `v0=${hmac}`,
    ...headers,
  };
}

/** The emulator's users.info knows neither locale nor guests: its answer is completed on the way. */
const completingUserInfo: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  if (!String(input).endsWith('users.info')) return response;
  const json = (await response.json()) as { user?: { name?: PersonName } };
  const fields = json.user?.name === undefined ? {} : USER_FIELDS[json.user.name];
  return Response.json({ ...json, user: { ...json.user, ...fields } });
};

async function startResponseServer() {
  const received: Posted[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    received.push(JSON.parse(body));
    response.end('ok');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/response`,
    received,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** What is answered comes after the acknowledgement. In milliseconds. */
const PATIENCE = 15_000;

async function eventually<T>(probe: () => Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + PATIENCE; ; ) {
    const value = await probe();
    if (value !== undefined) return value;
    if (Date.now() > end) throw new Error('nothing came');
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}
