import { setTimeout as wait } from 'node:timers/promises';
import { type Logger, pino } from 'pino';
import { readAccessPolicy } from './access-file.ts';
import { assistantOver, errorText, textsIn } from './assistant/index.ts';
import { readConfig, readSlackConfig } from './config.ts';
import { type Drafter, openDrafterInWorker } from './drafting/index.ts';
import { openIntake } from './intake/index.ts';
import { type KeepingEvent, openKeeper } from './keeping/index.ts';
import { Access, createApp, endOnFaults, makeReceiver, refusalOf } from './slack/index.ts';
import { ZhibiError } from './speech/index.ts';
import { openStore, type Store } from './store/index.ts';

/** Who is in the workspace is read this often, so that it is known after a quiet night too. In milliseconds. */
const PREPARED_EVERY = 10 * 60_000;

/**
 * Starts the bot, and stops it when the process is asked to end.
 *
 * @throws ZhibiError `config-invalid`, `store-locked`, and what {@link readAccessPolicy} throws: without its rules it does
 *   not start
 */
async function main(): Promise<void> {
  const config = readConfig();
  const { accessFile, apiUrl, botToken, connection, port } = readSlackConfig();
  const policy = await readAccessPolicy(accessFile);
  const log = pino({ level: config.logLevel });
  const store = await openState(config.stateFolder, log);
  const keeper = config.isWatching
    ? openKeeper({ folders: config.corpusFolders, indexFolder: config.indexFolder }, logKeeping(log))
    : undefined;
  const { draft, close } = openDrafterInWorker(config.indexFolder, (reach) => keeper?.connect(reach));
  await warmUp(draft, log);
  const access = new Access(policy, log);
  const intake = openIntake();
  const app = createApp({
    assistant: assistantOver(draft),
    access,
    store,
    readDocument: intake.read,
    log,
    botToken,
    receiver: makeReceiver(connection, port, apiUrl, log),
    clientOptions: apiUrl === undefined ? {} : { slackApiUrl: apiUrl },
  });
  await app.init();
  // Not waited for: until it has come, what is internal stays closed in large channels.
  const prepare = (): void => void access.prepare(app.client);
  prepare();
  setInterval(prepare, PREPARED_EVERY).unref();
  const stop = (status: number): void => {
    const exit = (): never => process.exit(status);
    setTimeout(exit, LONGEST_STOP).unref();
    app
      .stop()
      .then(() => keeper?.close())
      .then(close)
      .then(() => store.close())
      .then(exit, exit);
  };
  endOnFaults(process, log, stop);
  await app.start(port);
  log.info({ mode: connection.mode, port }, 'started');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'stopping');
      stop(0);
    });
  }
}

/** Who is being answered has this long when the bot stops. In milliseconds. */
const LONGEST_STOP = 10_000;

/** What the keeper of the index tells, in the log: counts, times and codes. */
const logKeeping =
  (log: Logger) =>
  ({ event, ...facts }: KeepingEvent): void => {
    if (event === 'failed') log.error(facts, 'index not kept');
    else if (event === 'many-gone') log.warn(facts, 'most of a corpus folder is gone');
    else if (event === 'unreadable') log.warn(facts, 'file not read');
    else log.info(facts, `index ${event}`);
  };

/** A bot that was killed leaves its lock behind, which another host takes for live for a minute. In milliseconds. */
const LOCK_PATIENCE = 75_000;
const LOCK_PAUSE = 5000;

/** Opens what outlives a restart. @throws ZhibiError `store-locked`, when another bot goes on using it */
async function openState(folder: string, log: Logger): Promise<Store> {
  const onFault = ({ code, details }: ZhibiError): void => log.error({ code, details }, 'state not kept');
  for (const end = Date.now() + LOCK_PATIENCE; ; await wait(LOCK_PAUSE)) {
    try {
      return await openStore(folder, { onFault });
    } catch (error) {
      if (!(error instanceof ZhibiError) || error.code !== 'store-locked' || Date.now() > end) throw error;
      log.warn({ code: error.code, details: error.details }, 'waiting for the state folder');
    }
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

/** Of Slack its own code alone: where a proxy answers in its place, the message is a page. */
const wordsOf = (error: unknown): string => {
  const isOfSlack = error instanceof Error && 'code' in error && String(error.code).startsWith('slack_');
  return isOfSlack ? `Slack: ${refusalOf(error).slack}` : String(error);
};

main().catch((error: unknown) => {
  // Without a valid configuration there is no language setting and no logger to go by.
  process.stderr.write(`${error instanceof ZhibiError ? errorText(textsIn('zh'), error) : wordsOf(error)}\n`);
  process.exit(2);
});
