/**
 * command-line/: the commands of `zhibi`, one file a command. Everything that is read or printed is given to them, so
 * that tests run them as people do, without a process.
 */
import { CommanderError, InvalidArgumentError } from 'commander';
import { errorText, type Language, type Texts, textsIn } from '../assistant/index.ts';
import type { Config, Installation } from '../config.ts';
import { ZhibiError } from '../speech/index.ts';
import { makePage } from '../terminal/index.ts';
import { type Context, EXIT, type ExitCode, say, type Terminal } from './context.ts';
import { makeProgram } from './program.ts';

/** Where nothing of Slack is set. */
const NOTHING_SET: Omit<Installation, 'config'> = {
  slack: {
    botToken: undefined,
    appToken: undefined,
    signingSecret: undefined,
    port: 0,
    apiUrl: undefined,
    accessFile: undefined,
  },
  problems: [],
};

/**
 * Runs one command of `zhibi`.
 *
 * @param installation what `doctor` looks at beside the configuration
 * @returns the exit code: 0 answered, 1 nothing found, 2 wrong use or bad input
 */
export async function runCommandLine(
  argv: readonly string[],
  terminal: Terminal,
  config: Config,
  { slack, problems }: Omit<Installation, 'config'> = NOTHING_SET,
): Promise<ExitCode> {
  const language = languageIn(argv) ?? config.language;
  const texts = textsIn(language);
  const page = makePage(texts, terminal.columns, terminal.coloured);
  const context = { terminal, config, installation: { config, slack, problems }, language, texts, page };
  let exitCode: ExitCode = EXIT.answered;
  const program = makeProgram(context, (code) => {
    exitCode = code;
  });
  if (argv.length === 0) {
    terminal.error(program.helpInformation());
    return EXIT.badInput;
  }
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    return report(context, error);
  }
}

/** The language is needed before the options are parsed: help texts are in it. */
function languageIn(argv: readonly string[]): Language | null {
  const given = argv[argv.indexOf('--lang') + 1];
  return argv.includes('--lang') && (given === 'zh' || given === 'en') ? given : null;
}

/** Says what went wrong, in one line. Faults that are ours alone are thrown on. */
function report(context: Context, error: unknown): ExitCode {
  if (error instanceof CommanderError && error.exitCode === 0) return EXIT.answered;
  if (error instanceof CommanderError) say(context, usageText(context.texts, error));
  else if (error instanceof ZhibiError) say(context, errorText(context.texts, error));
  else throw error;
  return EXIT.badInput;
}

/** What commander found wrong, in our words: it names the offender in quotation marks, and our reason comes last. */
function usageText(texts: Texts, error: CommanderError): string {
  const { usage } = texts.terminal;
  const kind = error.code.replace('commander.', '');
  const offenders = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1]);
  const reason =
    error instanceof InvalidArgumentError ? error.message : (error.message.split(' is invalid. ')[1] ?? '');
  return [kind in usage ? usage[kind as keyof typeof usage] : usage.other, ...offenders, reason, 'zhibi --help']
    .filter((part) => part !== '')
    .join('  ');
}
