/**
 * The app as src/main.ts starts it, over HTTP, in a process of its own: `bench/slack.ts` forks it. It tells its parent its
 * port, and, when asked, what its process takes.
 *
 * Arguments: index folder, URL of the Web API, `worker` or `in-thread`.
 */
import { mkdtempSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pino } from 'pino';
import { assistantOver } from '../src/assistant/index.ts';
import { openDrafter, openDrafterInWorker } from '../src/drafting/index.ts';
import { Access, createApp, DEFAULT_POLICY, makeReceiver } from '../src/slack/index.ts';
import { openStore } from '../src/store/index.ts';
import { BOT_TOKEN, SIGNING_SECRET } from '../tests/support/slack-stand-ins.ts';

/** What the app's process took since it was last asked. */
export interface AppReport {
  /** The longest that its main thread was kept from what came in. In milliseconds. */
  pause: number;
  megabytes: number;
}

const [indexFolder = 'index', slackApiUrl = '', where] = process.argv.slice(2);
const draft = where === 'in-thread' ? openDrafter(indexFolder) : openDrafterInWorker(indexFolder).draft;
const log = pino();
const stateFolder = mkdtempSync(join(tmpdir(), 'zhibi-bench-'));
const app = createApp({
  assistant: assistantOver(draft),
  access: new Access(DEFAULT_POLICY, log),
  store: await openStore(stateFolder),
  readDocument: () => Promise.reject(new Error('no file is sent')),
  log,
  botToken: BOT_TOKEN,
  receiver: makeReceiver({ mode: 'http', signingSecret: SIGNING_SECRET }, 0, undefined, log),
  clientOptions: { slackApiUrl },
});
await draft({ kind: 'find', query: '讲话', filters: {}, limit: 1 });
await app.init();
const server = await app.start({ port: 0, host: '127.0.0.1' });

const delays = monitorEventLoopDelay({ resolution: 1 });
delays.enable();
process.on('message', () => {
  const report: AppReport = { pause: delays.max / 1e6, megabytes: process.memoryUsage().rss / 2 ** 20 };
  delays.reset();
  process.send?.(report);
});
process.once('disconnect', () => process.exit());
process.send?.((server.address() as AddressInfo).port);
