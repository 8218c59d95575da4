import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { commandBody, eventBody, FORM, signedHeaders } from '../tests/support/slack-requests.ts';
import { BOT_USER, startEmulator, startResponseServer } from '../tests/support/slack-stand-ins.ts';
import type { AppReport } from './slack-app.ts';

/** One who types, and what. */
export interface Typed {
  person: number;
  text: string;
}

/** What became of something typed, in milliseconds from its sending. */
export interface Timing {
  /** To the end of the acknowledgement. */
  acknowledged: number;
  /** To the arrival of the last message for it. */
  delivered: number;
}

/** Nothing is taken for the last message before it was quiet for so long. In milliseconds. */
const QUIET = 250;

/** The app in a process of its own, and the rest of Slack in this one. */
export async function startWorkspace(indexFolder: string, where: 'worker' | 'in-thread', people: number) {
  /** When messages came last, by what they answer. */
  const arrivals = new Map<string, number>();
  const names = Array.from({ length: people }, (_, i) => `writer-${i}`);
  const emulator = await startEmulator(names);
  const webApi = await startWebApi(emulator.slackApiUrl, (thread) => arrivals.set(thread, performance.now()));
  const responses = await startResponseServer((_, path) => arrivals.set(path, performance.now()));
  const child = fork('bench/slack-app.ts', [indexFolder, webApi.url, where], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const port = Number(await nextMessage(child));
  const agent = new Agent({ keepAlive: true });
  let count = 0;

  /** Sends all at once and waits for the answers. Signing is done before, and not timed. */
  const sendAll = async (requests: readonly { body: string; type: string; target: string }[]): Promise<Timing[]> => {
    for (const { target } of requests) arrivals.delete(target);
    const signed = requests.map((one) => ({ ...one, headers: signedHeaders(one.body, one.type, {}) }));
    const acknowledgements = signed.map(({ body, headers }) => acknowledgement(agent, port, body, headers));
    const times = await Promise.all(acknowledgements);
    const targets = requests.map(({ target }) => target);
    await untilQuiet(arrivals, targets);
    return times.map(({ sent, ms }, i) => ({
      acknowledged: ms,
      delivered: (arrivals.get(targets[i] ?? '') ?? Number.NaN) - sent,
    }));
  };
  const userOf = ({ person }: Typed): string => emulator.ids[names[person % people] ?? ''] ?? '';

  return {
    commands: (all: readonly Typed[]): Promise<Timing[]> =>
      sendAll(
        all.map((typed) => {
          const target = `/response/${++count}`;
          const responseUrl = new URL(target, responses.url).href;
          const body = commandBody(typed.text, { user: userOf(typed), channel: emulator.channel, responseUrl });
          return { body, type: FORM, target };
        }),
      ),
    mention: async (typed: Typed): Promise<Timing[]> => {
      const { ts = '' } = await emulator.bot.chat.postMessage({ channel: emulator.channel, text: 'thread' });
      const event = {
        type: 'app_mention',
        user: userOf(typed),
        text: `<@${BOT_USER}> ${typed.text}`,
        ts,
        event_ts: ts,
      };
      const body = eventBody({ ...event, channel: emulator.channel });
      return sendAll([{ body, type: 'application/json', target: MENTION }]);
    },
    /** What the machine, HTTP and this process take of an acknowledgement: requests that the app turns away unread. */
    turnedAway: async (many: number): Promise<number[]> => {
      const body = commandBody('find', { user: '', channel: '', responseUrl: '' });
      const headers = signedHeaders(body, FORM, {});
      const all = Array.from({ length: many }, () => acknowledgement(agent, port, body, headers, '/nowhere'));
      return (await Promise.all(all)).map(({ ms }) => ms);
    },
    report: async (): Promise<AppReport> => {
      child.send('report');
      return (await nextMessage(child)) as AppReport;
    },
    stop: async (): Promise<void> => {
      agent.destroy();
      child.kill();
      await once(child, 'exit');
      webApi.stop();
      responses.stop();
      await emulator.stop();
    },
  };
}

/** Mentions are asked one at a time: what is posted then is for the one. */
const MENTION = 'mention';

/** Passes the Web API's calls on to the emulator, and tells when a message comes by. */
async function startWebApi(emulatorUrl: string, tell: (target: string) => void) {
  const server = createServer(async (incoming, response) => {
    const method = incoming.url?.replace('/api/', '') ?? '';
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    if (method === 'chat.postMessage' || method === 'chat.update') tell(MENTION);
    const { authorization = '', 'content-type': type = FORM } = incoming.headers;
    const body = Buffer.concat(chunks);
    const answer = await fetch(emulatorUrl + method, {
      method: 'POST',
      body,
      headers: { authorization, 'content-type': type },
    });
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(await answer.text());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`, stop };
}

const EVENTS = '/slack/events';

/** Posts to the app. @returns when, and how long its acknowledgement took, in milliseconds */
function acknowledgement(agent: Agent, port: number, body: string, headers: Record<string, string>, path = EVENTS) {
  return new Promise<{ sent: number; ms: number }>((resolve, reject) => {
    const sent = performance.now();
    const outgoing = request({ agent, port, host: '127.0.0.1', path, method: 'POST', headers });
    outgoing.once('error', reject).once('response', (response) => {
      if (response.statusCode !== (path === EVENTS ? 200 : 404))
        reject(new Error(`acknowledged with ${response.statusCode}`));
      response.resume().once('end', () => resolve({ sent, ms: performance.now() - sent }));
    });
    outgoing.end(body);
  });
}

async function nextMessage(child: ChildProcess): Promise<unknown> {
  const waiting = new AbortController();
  const { signal } = waiting;
  const ended = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`the app ended with ${code}`);
  });
  try {
    const [message] = await Promise.race([once(child, 'message', { signal }), ended]);
    return message;
  } finally {
    waiting.abort();
  }
}

/** Waits until everything was answered, and nothing more has come for a while. */
async function untilQuiet(arrivals: ReadonlyMap<string, number>, targets: readonly string[]): Promise<void> {
  const patience = performance.now() + 60_000;
  const isQuiet = (): boolean =>
    targets.every((target) => (arrivals.get(target) ?? Number.POSITIVE_INFINITY) < performance.now() - QUIET);
  while (!isQuiet()) {
    if (performance.now() > patience) throw new Error('an answer never came');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
