import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { BOT_TOKEN, SIGNING_SECRET } from '../../tests/support/slack-stand-ins.ts';
import type { BotLog } from './bot-log.ts';
import type { Program } from './program.ts';
import { APP_TOKEN } from './slack/stand-in.ts';

export interface BotSettings {
  program: Program;
  apiUrl: string;
  mode: 'http' | 'socket';
  corpus: string;
  index: string;
  state: string;
  /** File of the access policy. */
  access?: string;
  log: BotLog;
}

/** A start takes a second or two for jieba's dictionary; a machine that has other work to do takes longer. In milliseconds. */
const START_PATIENCE = 120_000;

/** No bot outlives the attack. */
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** The bot as it is run, in a process of its own. */
export interface Bot {
  port: number;
  /** Whether its process is there. */
  isRunning: () => boolean;
  /** How it ended; `null` while it runs. */
  ending: () => string | null;
  /** Resident memory. */
  megabytes: () => Promise<number>;
  /** Kills it (SIGKILL) and waits until it is gone. */
  kill: () => Promise<void>;
}

/** Starts the bot and waits until it answers its health check. @throws Error where it ends before */
export async function startBot(settings: BotSettings): Promise<Bot> {
  const port = await freePort();
  const { command, given } = settings.program('main');
  const child = spawn(command, given, { env: environmentOf(settings, port), stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  child.once('exit', () => running.delete(child));
  settings.log.read(child);
  const bot: Bot = {
    port,
    isRunning: () => endingOf(child) === null,
    ending: () => endingOf(child),
    megabytes: () => megabytesOf(child.pid),
    kill: async () => {
      if (endingOf(child) !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
  try {
    await untilHealthy(bot);
  } catch (error) {
    await bot.kill();
    const [last = ''] = settings.log.last.slice(-1);
    throw new Error(last, { cause: error });
  }
  return bot;
}

const endingOf = ({ exitCode, signalCode }: ChildProcess): string | null =>
  signalCode ?? (exitCode === null ? null : `code ${exitCode}`);

function environmentOf({ access, apiUrl, corpus, index, mode, state }: BotSettings, port: number): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    SLACK_BOT_TOKEN: BOT_TOKEN,
    ...(mode === 'socket' ? { SLACK_APP_TOKEN: APP_TOKEN } : { SLACK_SIGNING_SECRET: SIGNING_SECRET }),
    SLACK_API_URL: apiUrl,
    ZHIBI_CORPUS: corpus,
    ZHIBI_INDEX: index,
    ZHIBI_STATE: state,
    ZHIBI_PORT: String(port),
    ...(access === undefined ? {} : { ZHIBI_ACCESS: access }),
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new TypeError('a server without a port');
  return address.port;
}

async function untilHealthy(bot: Bot): Promise<void> {
  for (const end = Date.now() + START_PATIENCE; ; await wait(50)) {
    const ending = bot.ending();
    if (ending !== null) throw new Error(`the bot ended while it started: ${ending}`);
    const health = await fetch(`http://127.0.0.1:${bot.port}/healthz`).catch(() => null);
    if (health?.ok === true) return;
    if (Date.now() > end) throw new Error('the bot did not start');
  }
}

const run = promisify(execFile);

async function megabytesOf(pid: number | undefined): Promise<number> {
  const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)]).catch(() => ({ stdout: 'NaN' }));
  return Number(stdout) / 1024;
}
