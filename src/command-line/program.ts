import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { genreNamed, levelNamed, restrictionNamed, type Texts, takeFilters } from '../assistant/index.ts';
import type { Filters } from '../drafting/index.ts';
import { GENRES, type Genre, LEVELS, type Level, RESTRICTIONS, type Restriction, SpeechDate } from '../speech/index.ts';
import { ask } from './commands/ask.ts';
import { buildIndex } from './commands/build-index.ts';
import { draft } from './commands/draft.ts';
import { type EvaluateOptions, evaluateSet } from './commands/evaluate-set.ts';
import { type ImportOptions, importFiles } from './commands/import-files.ts';
import { inspect } from './commands/inspect.ts';
import type { CommonOptions, Context, ExitCode } from './context.ts';

/** Hits of `find` without `--limit`. */
const DEFAULT_LIMIT = 10;

interface QueryOptions extends CommonOptions, Pick<Filters, 'genre' | 'year'> {
  from?: string;
}

interface FindOptions extends QueryOptions {
  limit?: number;
  like?: string;
}

/** Every command of `zhibi` with its options. `onExit` hears the exit code of the one that runs. */
export function makeProgram(context: Context, onExit: (code: ExitCode) => void): Command {
  const program = new Command('zhibi');
  const { commands, help, helpTitles } = context.texts.terminal;
  program
    .description(commands.program)
    .exitOverride()
    .configureOutput({ writeOut: context.terminal.out, writeErr: () => {} })
    .configureHelp({ styleTitle: (title) => helpTitles[title] ?? title })
    .helpOption('-h, --help', help)
    .helpCommand(false);
  addFileCommands(program, context, onExit);
  addImport(program, context, onExit);
  addQuestions(program, context, onExit);
  return program;
}

type OnExit = (code: ExitCode) => void;

function addFileCommands(program: Command, context: Context, onExit: OnExit): void {
  const { options } = context.texts.terminal;
  addCommand(program, context.texts, 'inspect <file>').action(async (file: string, given: CommonOptions) =>
    onExit(await inspect(context, file, given)),
  );
  addCommand(program, context.texts, 'index').action(async (given: CommonOptions) =>
    onExit(await buildIndex(context, given)),
  );
  addCommand(program, context.texts, 'eval <set>')
    .option('--docs <file>', options.docs)
    .action(async (set: string, given: EvaluateOptions) => onExit(await evaluateSet(context, set, given)));
}

function addImport(program: Command, context: Context, onExit: OnExit): void {
  const { texts } = context;
  const { options, oneFileOnly } = texts.terminal;
  addCommand(program, texts, 'import <file...>')
    .option('--title <title>', options.title)
    .option('--date <date>', options.date, dateIn(texts))
    .option('--genre <genre>', options.genreIs, genreIn(texts))
    .option('--level <level>', options.level, levelIn(texts))
    .option('--rights <rights>', options.rights, restrictionIn(texts))
    .option('--occasion <occasion>', options.occasion)
    .option('--speaker <speaker>', options.speaker)
    .option('--origin <origin>', options.origin)
    .action(async (files: string[], given: ImportOptions) => {
      const isOfOne = given.title ?? given.date ?? given.occasion ?? given.speaker;
      if (files.length > 1 && isOfOne !== undefined) throw new InvalidArgumentError(oneFileOnly);
      onExit(await importFiles(context, files, given));
    });
}

function addQuestions(program: Command, context: Context, onExit: OnExit): void {
  const { texts } = context;
  addQuestion(program, texts, 'find [query...]')
    .option('--limit <n>', texts.terminal.options.limit, positiveIn(texts))
    .option('--like <passage>', texts.terminal.options.like)
    .action(async (words: string[], given: FindOptions) => {
      if (words.length === 0 && given.like === undefined)
        throw new CommanderError(2, 'commander.missingArgument', "'query'");
      const like = given.like === undefined ? {} : { like: given.like };
      const request = { ...questionOf(words, given), limit: given.limit ?? DEFAULT_LIMIT, ...like };
      onExit(await ask(context, { kind: 'find', ...request }, given));
    });
  for (const kind of ['outline', 'phrase'] as const) {
    addQuestion(program, texts, `${kind} <query...>`).action(async (words: string[], given: QueryOptions) =>
      onExit(await ask(context, { kind, ...questionOf(words, given) }, given)),
    );
  }
  addCommand(program, texts, 'source <quote...>').action(async (words: string[], given: CommonOptions) =>
    onExit(await ask(context, { kind: 'source', quote: words.join(' ') }, given)),
  );
  addCommand(program, texts, 'draft <topic...>').action(async (words: string[], given: CommonOptions) =>
    onExit(await draft(context, words.join(' '), given)),
  );
}

/** A command with the options that all share. */
function addCommand(program: Command, texts: Texts, usage: string): Command {
  const { commands, options } = texts.terminal;
  const name = usage.split(' ')[0] as keyof typeof commands;
  return program
    .command(usage)
    .description(commands[name])
    .option('--corpus <dir>', options.corpus, (dir: string, dirs: string[] = []) => [...dirs, dir])
    .option('--index <dir>', options.index)
    .option('--json', options.json)
    .option('--lang <zh|en>', options.language);
}

/** A command with the options that narrow a question. */
function addQuestion(program: Command, texts: Texts, usage: string): Command {
  const { options } = texts.terminal;
  return addCommand(program, texts, usage)
    .option('--genre <genre>', options.genre, genreIn(texts))
    .option('--year <year>', options.year, positiveIn(texts))
    .option('--from <words>', options.source);
}

const genreIn =
  (texts: Texts) =>
  (name: string): Genre =>
    genreNamed(name) ?? refuse(texts.terminal.invalidGenre(GENRES.map((known) => texts.genres[known])));

const levelIn =
  (texts: Texts) =>
  (name: string): Level =>
    levelNamed(name) ?? refuse(texts.terminal.invalidLevel(LEVELS.map((known) => texts.levels[known])));

const restrictionIn =
  (texts: Texts) =>
  (name: string): Restriction =>
    restrictionNamed(name) ?? refuse(texts.terminal.invalidRights(RESTRICTIONS));

const dateIn =
  (texts: Texts) =>
  (given: string): string =>
    SpeechDate.safeParse(given).data ?? refuse(texts.terminal.invalidDate);

function refuse(reason: string): never {
  throw new InvalidArgumentError(reason);
}

const positiveIn =
  (texts: Texts) =>
  (given: string): number => {
    if (!/^[1-9]\d{0,5}$/.test(given)) throw new InvalidArgumentError(texts.terminal.invalidNumber);
    return Number(given);
  };

/** A question as in Slack, filter words and all; what is given by option counts for more. */
function questionOf(
  words: readonly string[],
  { genre, year, from }: QueryOptions,
): { query: string; filters: Filters } {
  const { query, filters } = takeFilters(words.join(' '));
  const given = {
    ...(genre === undefined ? {} : { genre }),
    ...(year === undefined ? {} : { year }),
    ...(from === undefined ? {} : { source: from }),
  };
  return { query, filters: { ...filters, ...given } };
}
