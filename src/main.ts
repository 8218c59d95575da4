import { type Logger, pino } from 'pino';
import { assistantOver, errorText, textsIn } from './assistant/index.ts';
import { readConfig, readSlackConfig } from './config.ts';
import { type Drafter, openDrafterInWorker } from './drafting/index.ts';
import { createApp, makeReceiver } from './slack/index.ts';
import { ZhibiError } from './speech/index.ts';

/** Starts the bot, and stops it when the process is asked to end. @throws ZhibiError `config-invalid` */
async function main(): Promise<void> {
  const config = readConfig();
  const { apiUrl, botToken, connection, port } = readSlackConfig();
  const log = pino({ level: config.logLevel });
  const { draft, close } = openDrafterInWorker(config.indexFolder);
  await warmUp(draft, log);
  const app = createApp({
    assistant: assistantOver(draft),
    log,
    botToken,
    receiver: makeReceiver(connection, port, apiUrl, log),
    clientOptions: apiUrl === undefined ? {} : { slackApiUrl: apiUrl },
  });
  await app.init();
  await app.start(port);
  log.info({ mode: connection.mode, port }, 'started');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'stopping');
      const exit = (): never => process.exit(0);
      app.stop().then(close).then(exit, exit);
    });
  }
}

/**
 * Loads the index and jieba's dictionary before Slack is connected, so that no first question waits for them. An
 * index that is missing now may be there later: the bot starts all the same and says so with each question.
 */
async function warmUp(draft: Drafter, log: Logger): Promise<void> {
  const started = performance.now();
  try {
    await draft({ kind: 'find', query: '讲话', filters: {}, limit: 1 });
    // What the first question of each kind prepares, the second finds ready.
    await draft({ kind: 'outline', query: '讲话', filters: {} });
    await draft({ kind: 'phrase', query: '加强工作', filters: {}, limit: 1 });
    await draft({ kind: 'source', quote: '讲话' });
    log.info({ ms: Math.round(performance.now() - started) }, 'index loaded');
  } catch (error) {
    if (!(error instanceof ZhibiError)) throw error;
    log.error({ code: error.code, details: error.details }, 'index not loaded');
  }
}

main().catch((error: unknown) => {
  // Without a valid configuration there is no language setting and no logger to go by.
  process.stderr.write(`${error instanceof ZhibiError ? errorText(textsIn('zh'), error) : String(error)}\n`);
  process.exit(2);
});
