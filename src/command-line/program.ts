import { Command, CommanderError, InvalidArgumentError } from 'commander';
import {
  DEPTHS,
  genreNamed,
  levelNamed,
  phraseKindNamed,
  restrictionNamed,
  SECTIONS,
  type Texts,
  takeFilters,
  takeSkeletonOptions,
  yearsIn,
} from '../assistant/index.ts';
import { type Filters, PHRASE_KINDS, type PhraseKind } from '../drafting/index.ts';
import { GENRES, type Genre, LEVELS, type Level, RESTRICTIONS, type Restriction, SpeechDate } from '../speech/index.ts';
import type { EvaluateOptions } from './commands/evaluate-set.ts';
import type { ImportOptions } from './commands/import-files.ts';
import type { ManifestOptions } from './commands/print-manifest.ts';
import type { CommonOptions, Context, ExitCode } from './context.ts';

/** The commands, each loaded when it runs: the help is there at once. */
const commands = {
  ask: () => import('./commands/ask.ts'),
  buildIndex: () => import('./commands/build-index.ts'),
  doctor: () => import('./commands/doctor.ts'),
  draft: () => import('./commands/draft.ts'),
  evaluateSet: () => import('./commands/evaluate-set.ts'),
  importFiles: () => import('./commands/import-files.ts'),
  inspect: () => import('./commands/inspect.ts'),
  printManifest: () => import('./commands/print-manifest.ts'),
  trace: () => import('./commands/trace.ts'),
};

/** Hits of `find` without `--limit`. */
const DEFAULT_LIMIT = 10;

interface QueryOptions extends CommonOptions, Pick<Filters, 'genre' | 'except'> {
  year?: Pick<Filters, 'year' | 'until'>;
  from?: string;
}

interface OutlineOptions extends QueryOptions {
  sections?: number;
  depth?: number;
  points?: boolean;
  explain?: boolean;
}

interface FindOptions extends QueryOptions {
  limit?: number;
  like?: string;
  within?: string[];
  full?: boolean;
}

interface PhraseOptions extends QueryOptions {
  kind?: PhraseKind[];
  limit?: number;
  context?: number;
  csv?: boolean;
}

/** Paragraphs on each side of a passage: more is the speech. */
const MOST_AROUND = 50;

/** Characters on each side of a match: a paragraph is no context. */
const MOST_CONTEXT = 200;

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
  addSetup(program, context, onExit);
  return program;
}

type OnExit = (code: ExitCode) => void;

function addFileCommands(program: Command, context: Context, onExit: OnExit): void {
  const { options } = context.texts.terminal;
  addCommand(program, context.texts, 'inspect <file>').action(async (file: string, given: CommonOptions) =>
    onExit(await (await commands.inspect()).inspect(context, file, given)),
  );
  addCommand(program, context.texts, 'index').action(async (given: CommonOptions) =>
    onExit(await (await commands.buildIndex()).buildIndex(context, given)),
  );
  addCommand(program, context.texts, 'eval <set>')
    .option('--docs <file>', options.docs)
    .action(async (set: string, given: EvaluateOptions) =>
      onExit(await (await commands.evaluateSet()).evaluateSet(context, set, given)),
    );
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
      onExit(await (await commands.importFiles()).importFiles(context, files, given));
    });
}

function addQuestions(program: Command, context: Context, onExit: OnExit): void {
  const { texts } = context;
  addQuestion(program, texts, 'find [query...]')
    .option('--limit <n>', texts.terminal.options.limit, positiveIn(texts))
    .option('--like <passage>', texts.terminal.options.like)
    .option('--full', texts.terminal.options.full)
    .option('--within <ids>', texts.terminal.options.within, (ids: string) => ids.split(','))
    .action(async (words: string[], given: FindOptions) => {
      if (words.length === 0 && given.like === undefined)
        throw new CommanderError(2, 'commander.missingArgument', "'query'");
      const like = given.like === undefined ? {} : { like: given.like };
      const { query, filters } = questionOf(words, given);
      const within = given.within === undefined ? {} : { within: given.within };
      const request = { query, filters: { ...filters, ...within }, limit: given.limit ?? DEFAULT_LIMIT, ...like };
      onExit(await (await commands.ask()).ask(context, { kind: 'find', ...request }, given));
    });
  addOutline(program, context, onExit);
  addPhrase(program, context, onExit);
  addCommand(program, texts, 'show <passage>')
    .option('--around <n>', texts.terminal.options.around, between(texts, { least: 0, most: MOST_AROUND }))
    .action(async (passage: string, { around, ...given }: CommonOptions & { around?: number }) => {
      const request = { kind: 'passage', passage, ...(around === undefined ? {} : { around }) } as const;
      onExit(await (await commands.ask()).ask(context, request, given));
    });
  addCommand(program, texts, 'source [quote...]')
    .option('--file <file>', texts.terminal.options.quotes)
    .action(async (words: string[], { file, ...given }: CommonOptions & { file?: string }) => {
      if ((words.length === 0) === (file === undefined))
        throw new CommanderError(2, 'commander.missingArgument', "'quote'");
      const { traceFile, traceWords } = await commands.trace();
      onExit(
        await (file === undefined ? traceWords(context, words.join(' '), given) : traceFile(context, file, given)),
      );
    });
  addCommand(program, texts, 'draft <topic...>').action(async (words: string[], given: CommonOptions) =>
    onExit(await (await commands.draft()).draft(context, words.join(' '), given)),
  );
}

function addSetup(program: Command, context: Context, onExit: OnExit): void {
  const { texts } = context;
  addCommand(program, texts, 'manifest')
    .option('--url <url>', texts.terminal.options.url, requestUrlIn(texts))
    .option('--plain', texts.terminal.options.plain)
    .action(async (given: ManifestOptions) =>
      onExit(await (await commands.printManifest()).printManifest(context, given)),
    );
  addCommand(program, texts, 'doctor').action(async (given: CommonOptions) =>
    onExit(await (await commands.doctor()).doctor(context, given)),
  );
}

function addOutline(program: Command, context: Context, onExit: OnExit): void {
  const { texts } = context;
  const { options } = texts.terminal;
  addQuestion(program, texts, 'outline <query...>')
    .option('--sections <n>', options.sections, between(texts, SECTIONS))
    .option('--depth <n>', options.depth, between(texts, DEPTHS))
    .option('--points', options.points)
    .option('--explain', options.explain)
    .action(async (words: string[], given: OutlineOptions) => {
      const { query, filters } = questionOf(words, given);
      const { query: topic, options: said } = takeSkeletonOptions(query);
      const { sections = said.sections, depth = said.depth, points = said.points } = given;
      const shape = {
        ...(sections === undefined ? {} : { sections }),
        ...(depth === undefined ? {} : { depth }),
        ...(points === undefined ? {} : { points }),
      };
      onExit(await (await commands.ask()).ask(context, { kind: 'outline', query: topic, filters, ...shape }, given));
    });
}

function addPhrase(program: Command, context: Context, onExit: OnExit): void {
  const { texts } = context;
  const { options } = texts.terminal;
  addQuestion(program, texts, 'phrase <query...>')
    .option('--kind <kinds>', options.kind, kindsIn(texts))
    .option('--limit <n>', options.limit, positiveIn(texts))
    .option('--context <n>', options.context, between(texts, { least: 0, most: MOST_CONTEXT }))
    .option('--csv', options.csv)
    .action(async (words: string[], given: PhraseOptions) => {
      const { kind: kinds, limit, context: around } = given;
      const how = {
        ...(kinds === undefined ? {} : { kinds }),
        ...(limit === undefined ? {} : { limit }),
        ...(around === undefined ? {} : { context: around }),
      };
      onExit(await (await commands.ask()).ask(context, { kind: 'phrase', ...questionOf(words, given), ...how }, given));
    });
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
    .option('--year <year>', options.year, yearsFor(texts))
    .option('--from <words>', options.source)
    .option('--except <words>', options.except);
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

/** Slack sends requests to nothing but https. */
const requestUrlIn =
  (texts: Texts) =>
  (given: string): string =>
    URL.canParse(given) && new URL(given).protocol === 'https:' ? given : refuse(texts.setup.invalidUrl);

const positiveIn =
  (texts: Texts) =>
  (given: string): number => {
    if (!/^[1-9]\d{0,5}$/.test(given)) throw new InvalidArgumentError(texts.terminal.invalidNumber);
    return Number(given);
  };

const between =
  (texts: Texts, { least, most }: { least: number; most: number }) =>
  (given: string): number => {
    const number = given === '0' ? 0 : positiveIn(texts)(given);
    return number >= least && number <= most ? number : refuse(texts.terminal.invalidRange(least, most));
  };

const kindsIn =
  (texts: Texts) =>
  (given: string): PhraseKind[] =>
    given.split(',').map((name) => phraseKindNamed(name) ?? refuse(texts.terminal.invalidKind(PHRASE_KINDS)));

const yearsFor =
  (texts: Texts) =>
  (given: string): Pick<Filters, 'year' | 'until'> =>
    yearsIn(given) ?? refuse(texts.terminal.invalidYears);

/** A question as in Slack, filter words and all; what is given by option counts for more. */
function questionOf(
  words: readonly string[],
  { genre, year, from, except }: QueryOptions,
): { query: string; filters: Filters } {
  const { query, filters } = takeFilters(words.join(' '));
  const given = {
    ...(genre === undefined ? {} : { genre }),
    ...year,
    ...(except === undefined ? {} : { except }),
    ...(from === undefined ? {} : { source: from }),
  };
  return { query, filters: { ...filters, ...given } };
}
