// npm run demo: the local workspace, for whoever wants to see Zhibi at work without a Slack account.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CommanderError } from 'commander';
import { pino } from 'pino';
import { errorText, textsIn } from './assistant/index.ts';
import { readConfig } from './config.ts';
import { languageIn, readOptions, runDemo } from './demo/index.ts';
import { ZhibiError } from './speech/index.ts';

async function main(argv: readonly string[]): Promise<void> {
  const config = readConfig();
  const options = readOptions(argv, languageIn(argv, config.language));
  const { close, ready } = await runDemo(options, {
    corpusFolders: options.corpus ?? [...config.corpusFolders, ...withRights(config.corpusFolders)],
    // Of its own: what is shown here is not what the bot asks.
    indexFolder: options.index ?? join(config.indexFolder, 'demo'),
    // What goes well is seen on the page.
    log: pino({ level: 'warn' }, process.stderr),
    screen: process.stderr,
  });
  let isStopping = false;
  const stop = (code: number): void => {
    // Ctrl + C reaches us twice: from the terminal, and from what runs us.
    if (isStopping) return;
    isStopping = true;
    const exit = (): never => process.exit(code);
    close().then(exit, exit);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop(0));
  await ready.catch((error: unknown) => {
    // Whoever stops it while it reads does not want to hear that it has stopped reading.
    if (isStopping) return;
    report(error);
    stop(2);
  });
}

/**
 * Beside the starter speeches, which are free, one for reference alone and one that is internal: so that rights can be seen
 * at work.
 */
function withRights(folders: readonly string[]): string[] {
  const folder = fileURLToPath(new URL('./demo/speeches', import.meta.url));
  return folders.join() === 'corpus' && existsSync(folder) ? [folder] : [];
}

function report(error: unknown): void {
  const language = languageIn(process.argv, 'zh');
  // Commander has said itself what it could not read.
  if (error instanceof CommanderError) return;
  process.stderr.write(`${error instanceof ZhibiError ? errorText(textsIn(language), error) : String(error)}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  report(error);
  process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? 0 : 2;
});
