import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import type { Assistant } from '../../src/assistant/index.ts';
import { createApp, makeReceiver } from '../../src/slack/index.ts';
import { commandBody, eventBody, FORM, type Signing, signedHeaders } from './slack-requests.ts';
import {
  BOT_TOKEN,
  BOT_USER,
  type Posted,
  SIGNING_SECRET,
  startEmulator,
  startResponseServer,
  TEAM,
} from './slack-stand-ins.ts';

export type { Posted } from './slack-stand-ins.ts';

const people = ['member', 'guest', 'foreigner', 'englishman'] as const;
type PersonName = (typeof people)[number];

/** What the emulator's users.info lacks and Slack's has. */
const USER_FIELDS: Record<PersonName, object> = {
  member: { locale: 'zh-CN', team_id: TEAM, is_restricted: false },
  guest: { locale: 'zh-CN', team_id: TEAM, is_restricted: true },
  foreigner: { locale: 'zh-CN', team_id: 'T0ELSEWHERE', is_stranger: true },
  englishman: { locale: 'en-GB', team_id: TEAM, is_restricted: false },
};

/**
 * The app over HTTP between two stand-ins: a Slack Web API emulator, and a server for response URLs. Requests to the app
 * are signed as Slack signs them; what it sends is read back from where it arrived.
 */
export async function startSlackWorkspace(assistant: Assistant) {
  const { slackApiUrl, ids, channel, clientOf, tokenOf, bot, stop } = await startEmulator(people);
  const received: Posted[] = [];
  const responses = await startResponseServer((posted) => received.push(posted));
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

  const post = (body: string, contentType: string, signing: Signing) =>
    fetch(`${origin}/slack/events`, { method: 'POST', body, headers: signedHeaders(body, contentType, signing) });

  const event = (fields: object, { eventId, ...signing }: Signing & { eventId?: string } = {}) =>
    post(eventBody(fields, eventId), 'application/json', signing);

  return {
    origin,
    logLines,
    /** Types a slash command. @returns the acknowledgement; what is answered comes to `commandAnswer`. */
    command: async (text: string, from: PersonName = 'member', signing: Signing = {}) =>
      post(commandBody(text, { user: ids[from], channel, responseUrl: responses.url }), FORM, signing),
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
      return post(body, FORM, {});
    },
    commandAnswer: (): Promise<Posted> => eventually(async () => received.shift()),
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
      await stop();
    },
  };
}

export type SlackWorkspace = Awaited<ReturnType<typeof startSlackWorkspace>>;

/** The emulator's users.info knows neither locale nor guests: its answer is completed on the way. */
const completingUserInfo: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  if (!String(input).endsWith('users.info')) return response;
  const json = (await response.json()) as { user?: { name?: PersonName } };
  const fields = json.user?.name === undefined ? {} : USER_FIELDS[json.user.name];
  return Response.json({ ...json, user: { ...json.user, ...fields } });
};

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
