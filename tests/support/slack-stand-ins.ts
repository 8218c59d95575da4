import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { webApi } from '@slack/bolt';
import { createEmulator } from 'emulate';

export const SIGNING_SECRET = 'a-signing-secret-for-tests';
export const BOT_TOKEN = 'xoxb-token-for-tests';
export const BOT_USER = 'U0ZHIBIBOT';
export const TEAM = 'T000000001';

const tokenOf = (name: string): string => `xoxp-${name}`;

/** A workspace with one channel, an app, and people who each have a token. */
const seedOf = (people: readonly string[]) => ({
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
});

/** A Slack Web API emulator with these people in it. */
export async function startEmulator<Name extends string>(people: readonly Name[]) {
  const emulator = await createEmulator({ service: 'slack', port: 0, seed: seedOf(people) });
  const slackApiUrl = `${emulator.url.replace('localhost', '127.0.0.1')}/api/`;
  const clientOf = (token: string) => new webApi.WebClient(token, { slackApiUrl, retryConfig: { retries: 0 } });
  const bot = clientOf(BOT_TOKEN);
  const idOf = async (name: Name) => String((await clientOf(tokenOf(name)).auth.test()).user_id);
  const ids = Object.fromEntries(await Promise.all(people.map(async (name) => [name, await idOf(name)] as const)));
  const channels = (await bot.conversations.list()).channels ?? [];
  const channel = String(channels.find((candidate) => candidate.name === 'drafting')?.id);
  return { slackApiUrl, ids, channel, clientOf, tokenOf, bot, stop: () => emulator.close() };
}

/** A message as it reached Slack. */
export interface Posted {
  text: string;
  blocks: unknown;
  response_type?: string;
  thread_ts?: string;
  user?: string;
  ts?: string;
  replace_original?: boolean;
}

/**
 * Stands in for the response URLs of commands.
 *
 * @param receive gets each message, and the path that it was posted to
 * @param status what is answered to it
 */
export async function startResponseServer(
  receive: (posted: Posted, path: string) => unknown,
  answer: (posted: Posted) => { status: number; body?: string } = () => ({ status: 200 }),
) {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const posted: Posted = JSON.parse(body);
    receive(posted, request.url ?? '');
    const { body: words = 'ok', status } = answer(posted);
    response.writeHead(status).end(words);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/response`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
