/**
 * The app as src/main.ts starts it, over HTTP, in a process of its own: `bench/slack.ts` forks it. It tells its parent its
 * port, and, when asked, what its process takes.
 *
 * Arguments: index folder, URL of the Web API, `worker` or `in-thread`.
 */
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pino } from 'pino';
import { assistantOver } from '../src/assistant/index.ts';
import { openDrafter, openDrafterInWorker } from '../src/drafting/index.ts';
import { createApp, makeReceiver } from '../src/slack/index.ts';
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
const app = createApp({
  assistant: assistantOver(draft),
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
process.send?.((server.address() as AddressInfo).port);
