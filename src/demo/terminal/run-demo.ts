import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { errorText, textsIn } from '../../assistant/index.ts';
import { ZhibiError } from '../../speech/index.ts';
import { barOf, progressBar } from '../../terminal/index.ts';
import { type LibraryThread, openLibraryInThread } from '../library/index.ts';
import { isLoopback, isTaken } from '../server/index.ts';
import { type Demo, startDemo } from '../start-demo.ts';
import { demoTextsIn } from '../texts/index.ts';
import { openBrowser } from './open-browser.ts';
import type { Options } from './options.ts';

/** The port where nothing else is said: people keep the address. */
const USUAL_PORT = 4141;

interface Surroundings {
  corpusFolders: readonly string[];
  indexFolder: string;
  log: Logger;
  screen: { isTTY?: boolean; write(text: string): unknown };
}

/** A local workspace that runs. */
export interface Running {
  /** Settles when the speeches can be asked, and that has been said. @throws ZhibiError `corpus-missing`, `corpus-empty` */
  ready: Promise<void>;
  /** Ends it, and forgets what was dropped. */
  close(): Promise<void>;
}

/**
 * Runs the local workspace: the page is served at once, whatever there is to index.
 *
 * @throws ZhibiError `config-invalid`: the host is beyond this machine and nobody said that it may be, or the port is taken
 */
export async function runDemo(options: Options, given: Surroundings): Promise<Running> {
  const started = performance.now();
  const { host } = options;
  const { terminal } = demoTextsIn(options.lang);
  if (!isLoopback(host) && !options.allowNetwork) {
    throw new ZhibiError('config-invalid', { key: '--host', reason: terminal.hostRefused(host) });
  }
  const { demo, close } = await begin(options, given);
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${demo.port}/`;
  const say = (line: string): unknown => given.screen.write(`${line}\n`);
  if (options.port === undefined && demo.port !== USUAL_PORT) say(terminal.portTaken(USUAL_PORT));
  say(terminal.listening(address));
  if (!isLoopback(host)) say(terminal.network);
  if (options.open && given.screen.isTTY === true) openBrowser(address);
  const ready = async (): Promise<void> => {
    const { skipped, speeches } = await demo.library.open();
    say(terminal.ready(speeches, ((performance.now() - started) / 1000).toFixed(1)));
    if (skipped.length > 0) say(terminal.skipped(skipped.length));
    for (const error of skipped) say(`  ${errorText(textsIn(options.lang), error)}`);
    say(terminal.stop);
  };
  return { ready: ready(), close };
}

/** Starts on the port that is asked for; where none is, on the usual one, or on any. */
async function begin(options: Options, given: Surroundings): Promise<{ demo: Demo; close(): Promise<void> }> {
  const dropped = await mkdtemp(join(tmpdir(), 'zhibi-demo-'));
  const folders = { corpus: given.corpusFolders, index: given.indexFolder, dropped };
  const { terminal: _, ...texts } = demoTextsIn(options.lang);
  const bar = progressBar(given.screen);
  let thread: LibraryThread | undefined;
  const close = async (demo?: Demo): Promise<void> => {
    // What is being answered is not waited for.
    await thread?.close();
    await demo?.close();
    await rm(dropped, { recursive: true, force: true });
  };
  try {
    const demo = await startDemo({
      host: options.host,
      port: options.port ?? USUAL_PORT,
      orAnyPort: options.port === undefined,
      log: given.log,
      openLibrary: (onReading) => {
        thread = openLibraryInThread(folders, (reading) => {
          bar(reading === null ? null : barOf(texts[reading.step], reading));
          onReading(reading);
        });
        return thread;
      },
    });
    return { demo, close: () => close(demo) };
  } catch (error) {
    await close();
    if (!isTaken(error)) throw error;
    throw new ZhibiError('config-invalid', { key: '--port', reason: 'EADDRINUSE' }, { cause: error });
  }
}
