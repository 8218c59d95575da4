import { dirname } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { errorText, genreNamed, type Language, type Texts, textsIn } from './assistant/index.ts';
import type { Config } from './config.ts';
import { type Corpus, readCorpus, readSpeech } from './corpus/index.ts';
import { type Answer, type DraftRequest, drafterOver, type Filters, openDrafter } from './drafting/index.ts';
import { fingerprintAt, fingerprintOf, SpeechIndex } from './indexing/index.ts';
import { GENRES, ZhibiError } from './speech/index.ts';
import { answerJson, inspectionJson, makePage, type Page, renderAnswer, renderInspection } from './terminal/index.ts';

/** What the command line talks to. Messages go to `error`, so that `out` can be piped. */
export interface Terminal {
  out: (text: string) => void;
  error: (text: string) => void;
  /** Columns of the screen; undefined when output goes elsewhere. */
  columns: number | undefined;
  coloured: boolean;
}

const EXIT = { answered: 0, nothing: 1, badInput: 2 } as const;

/** Hits of `find` without `--limit`. */
const DEFAULT_LIMIT = 10;

interface CommonOptions {
  corpus?: string[];
  index?: string;
  json?: boolean;
}

interface QueryOptions extends CommonOptions, Filters {
  limit?: number;
}

/**
 * Runs one command of `zhibi`.
 *
 * @returns the exit code: 0 answered, 1 nothing found, 2 wrong use or bad input
 */
export async function runCommandLine(argv: readonly string[], terminal: Terminal, config: Config): Promise<number> {
  const language = languageIn(argv) ?? config.language;
  const session = new Session(terminal, config, language);
  const program = session.program();
  if (argv.length === 0) {
    terminal.error(program.helpInformation());
    return EXIT.badInput;
  }
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return session.exitCode;
  } catch (error) {
    return session.report(error);
  }
}

/** The language is needed before the options are parsed: help texts are in it. */
function languageIn(argv: readonly string[]): Language | null {
  const given = argv[argv.indexOf('--lang') + 1];
  return argv.includes('--lang') && (given === 'zh' || given === 'en') ? given : null;
}

class Session {
  exitCode: number = EXIT.answered;
  private readonly terminal: Terminal;
  private readonly config: Config;
  private readonly texts: Texts;
  private readonly page: Page;

  constructor(terminal: Terminal, config: Config, language: Language) {
    this.terminal = terminal;
    this.config = config;
    this.texts = textsIn(language);
    this.page = makePage(this.texts, terminal.columns, terminal.coloured);
  }

  program(): Command {
    const { commands } = this.texts.terminal;
    const program = new Command('zhibi').description(commands.program).exitOverride();
    const { help, helpTitles } = this.texts.terminal;
    program
      .configureOutput({ writeOut: this.terminal.out, writeErr: () => {} })
      .configureHelp({ styleTitle: (title) => helpTitles[title] ?? title })
      .helpOption('-h, --help', help)
      .helpCommand(false);
    this.command(program, 'inspect <file>').action((file, options) => this.inspect(file, options));
    this.command(program, 'index').action((options) => this.index(options));
    this.query(program, 'find <query...>')
      .addOption(new Option('--limit <n>', this.texts.terminal.options.limit).argParser(this.positive))
      .action((words: string[], options: QueryOptions) => {
        const { limit = DEFAULT_LIMIT } = options;
        return this.ask({ kind: 'find', query: words.join(' '), filters: filtersOf(options), limit }, options);
      });
    for (const kind of ['outline', 'phrase'] as const) {
      this.query(program, `${kind} <query...>`).action((words: string[], options: QueryOptions) =>
        this.ask({ kind, query: words.join(' '), filters: filtersOf(options) }, options),
      );
    }
    this.command(program, 'source <quote...>').action((words: string[], options: CommonOptions) =>
      this.ask({ kind: 'source', quote: words.join(' ') }, options),
    );
    this.command(program, 'draft <topic...>').action((words: string[], options: CommonOptions) =>
      this.draft(words.join(' '), options),
    );
    return program;
  }

  /** A command with the options that all share. */
  private command(program: Command, usage: string): Command {
    const { commands, options } = this.texts.terminal;
    const name = usage.split(' ')[0] as keyof typeof commands;
    return program
      .command(usage)
      .description(commands[name])
      .option('--corpus <dir>', options.corpus, (dir: string, dirs: string[] = []) => [...dirs, dir])
      .option('--index <dir>', options.index)
      .option('--json', options.json)
      .option('--lang <zh|en>', options.language);
  }

  private query(program: Command, usage: string): Command {
    const { options, invalidGenre } = this.texts.terminal;
    const parseGenre = (name: string) => {
      const genre = genreNamed(name);
      if (genre === null) throw new InvalidArgumentError(invalidGenre(GENRES.map((known) => this.texts.genres[known])));
      return genre;
    };
    return this.command(program, usage)
      .option('--genre <genre>', options.genre, parseGenre)
      .option('--year <year>', options.year, this.positive);
  }

  private readonly positive = (given: string): number => {
    if (!/^[1-9]\d{0,5}$/.test(given)) throw new InvalidArgumentError(this.texts.terminal.invalidNumber);
    return Number(given);
  };

  private async inspect(file: string, options: CommonOptions): Promise<void> {
    const speech = await readSpeech(file, dirname(file));
    this.print(options, inspectionJson(this.texts, speech), () => renderInspection(this.page, speech));
  }

  private async index(options: CommonOptions): Promise<void> {
    const started = performance.now();
    const { corpus, index } = await this.build(options);
    const ms = Math.round(performance.now() - started);
    const skipped = corpus.skipped.map(({ file, error }) => ({
      file,
      code: error.code,
      message: errorText(this.texts, error),
    }));
    const json = { speeches: corpus.speeches.length, passages: index.passageCount, skipped, ms };
    this.print(options, json, () => this.texts.terminal.indexed(json.speeches, json.passages, (ms / 1000).toFixed(1)));
  }

  private async build(options: CommonOptions): Promise<{ corpus: Corpus; index: SpeechIndex }> {
    const folders = options.corpus ?? this.config.corpusFolders;
    const corpus = await readCorpus(folders);
    if (options.json !== true) this.reportSkipped(corpus);
    if (corpus.speeches.length === 0) throw new ZhibiError('corpus-empty', { folder: folders.join(' ') });
    const index = await SpeechIndex.build(corpus.speeches);
    await index.write(this.indexFolder(options));
    return { corpus, index };
  }

  private reportSkipped(corpus: Corpus): void {
    if (corpus.skipped.length === 0) return;
    this.say(this.texts.terminal.skipped(corpus.skipped.length));
    for (const { error } of corpus.skipped) this.say(`  ${errorText(this.texts, error)}`);
  }

  private async ask(request: DraftRequest, options: CommonOptions): Promise<void> {
    const answer = await openDrafter(this.indexFolder(options))(request);
    this.print(options, answerJson(answer), () => renderAnswer(this.page, answer));
    if (answer.kind === 'nothing') this.exitCode = EXIT.nothing;
  }

  /** Everything on a topic at once, from an index that is made if there is none of this corpus. */
  private async draft(topic: string, options: CommonOptions): Promise<void> {
    const drafter = drafterOver(await this.currentIndex(options));
    const requests: DraftRequest[] = [
      { kind: 'find', query: topic, filters: {}, limit: 3 },
      { kind: 'outline', query: topic, filters: {} },
      { kind: 'phrase', query: topic, filters: {} },
    ];
    const answers: Answer[] = [];
    for (const request of requests) answers.push(shorten(await drafter(request)));
    const json = Object.fromEntries(answers.map((answer, i) => [requests[i]?.kind, answerJson(answer)]));
    this.print(options, json, () => answers.map((answer) => renderAnswer(this.page, answer)).join('\n\n\n'));
    if (answers.every((answer) => answer.kind === 'nothing')) this.exitCode = EXIT.nothing;
  }

  private async currentIndex(options: CommonOptions): Promise<SpeechIndex> {
    const folder = this.indexFolder(options);
    const { speeches } = await readCorpus(options.corpus ?? this.config.corpusFolders);
    const [there, wanted] = await Promise.all([fingerprintAt(folder), fingerprintOf(speeches)]);
    if (there?.corpus === wanted.corpus) return SpeechIndex.read(folder);
    this.say(this.texts.terminal.indexing);
    return (await this.build(options)).index;
  }

  private indexFolder = (options: CommonOptions): string => options.index ?? this.config.indexFolder;

  private print(options: CommonOptions, json: object, render: () => string): void {
    this.terminal.out(`${options.json === true ? JSON.stringify(json) : render()}\n`);
  }

  private say(message: string): void {
    this.terminal.error(`${message}\n`);
  }

  /** Says what went wrong, in one line. Faults that are ours alone are thrown on. */
  report(error: unknown): number {
    if (error instanceof ZhibiError) this.say(errorText(this.texts, error));
    else if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.answered;
      this.say(this.usageText(error));
    } else throw error;
    return EXIT.badInput;
  }

  /** What commander found wrong, in our words: it names the offender in quotation marks, and our reason comes last. */
  private usageText(error: CommanderError): string {
    const { usage } = this.texts.terminal;
    const kind = error.code.replace('commander.', '');
    const offenders = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1]);
    const reason = error.message.split(' is invalid. ')[1] ?? '';
    return [kind in usage ? usage[kind as keyof typeof usage] : usage.other, ...offenders, reason, 'zhibi --help']
      .filter((part) => part !== '')
      .join('  ');
  }
}

const filtersOf = ({ genre, year }: Filters): Filters => ({
  ...(genre === undefined ? {} : { genre }),
  ...(year === undefined ? {} : { year }),
});

/** For one screen: one skeleton, and a few phrasings of each kind. */
function shorten(answer: Answer): Answer {
  if (answer.kind === 'skeletons') return { ...answer, skeletons: answer.skeletons.slice(0, 1) };
  if (answer.kind !== 'phrasing') return answer;
  return { ...answer, groups: answer.groups.map(({ kind, items }) => ({ kind, items: items.slice(0, 4) })) };
}
