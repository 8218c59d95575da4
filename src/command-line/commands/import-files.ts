import { dirname, relative } from 'node:path';
import { errorText, genreNamed, restrictionNamed } from '../../assistant/index.ts';
import { importSpeech, type Reading, readCorpus, readFileAsSpeech, type Statement } from '../../corpus/index.ts';
import { type Speech, SpeechDate, strictest, ZhibiError } from '../../speech/index.ts';
import { renderInspection } from '../../terminal/index.ts';
import { type CommonOptions, type Context, corpusFolders, EXIT, type ExitCode, print, say } from '../context.ts';
import { inspectionOf } from './inspect.ts';

export interface ImportOptions extends CommonOptions, Statement {}

/** A file that is in the corpus now. */
interface Imported {
  /** Path of the new file. */
  file: string;
  /** The file it was made from. */
  from: string;
  title: string;
  date: string | null;
  genre: string | null;
  level: string | null;
  rights: string;
  /** What neither the document nor the person said. */
  missing: string[];
  warnings: string[];
}

/**
 * Takes files into the corpus: each is shown as it was read; what is missing is asked for, where somebody can answer.
 * A file that can't be taken does not keep the others out.
 */
export async function importFiles(
  context: Context,
  files: readonly string[],
  options: ImportOptions,
): Promise<ExitCode> {
  const [folder = 'corpus'] = corpusFolders(context, options);
  const speeches = await speechesOf(folder);
  const imported: Imported[] = [];
  const refused: { file: string; code: string; message: string }[] = [];
  for (const file of files) {
    try {
      const reading = await readFileAsSpeech(file, dirname(file));
      imported.push(await importOne(context, reading, { file, folder, speeches }, options));
    } catch (error) {
      if (!(error instanceof ZhibiError)) throw error;
      const message = errorText(context.texts, error);
      refused.push({ file, code: error.code, message });
      say(context, message);
    }
  }
  if (options.json === true) print(context, options, { imported, refused }, () => '');
  return refused.length > 0 ? EXIT.badInput : EXIT.answered;
}

/** What the corpus holds; a folder that does not exist yet holds nothing. */
async function speechesOf(folder: string): Promise<Speech[]> {
  try {
    return (await readCorpus([folder])).speeches;
  } catch (error) {
    if (error instanceof ZhibiError && error.code === 'corpus-missing') return [];
    throw error;
  }
}

interface Destination {
  file: string;
  folder: string;
  speeches: Speech[];
}

async function importOne(
  context: Context,
  reading: Reading,
  { file, folder, speeches }: Destination,
  options: ImportOptions,
): Promise<Imported> {
  const { texts, page, terminal } = context;
  const { speech } = reading;
  const isShown = options.json !== true;
  if (isShown) terminal.out(`${renderInspection(page, inspectionOf(reading))}\n\n`);
  const statement = { ...statedIn(options), ...(isShown ? await askFor(context, speech, options) : {}) };
  if (isUntitled(speech) && statement.title === undefined)
    throw new ZhibiError('import-untitled', { file: speech.file });
  const path = await importSpeech(reading, statement, folder, speeches);
  speeches.push({ ...speech, file: relative(folder, path) });
  const missing = (['date', 'genre'] as const).filter((key) => (statement[key] ?? speech[key]) === null);
  if (isShown) {
    terminal.out(`${texts.terminal.imported(path)}\n`);
    if (missing.length > 0) say(context, texts.terminal.missing(missing.map((key) => texts.reading[key])));
  }
  return {
    file: path,
    from: file,
    title: statement.title ?? speech.title,
    date: statement.date ?? speech.date,
    genre: statement.genre ?? speech.genre,
    level: statement.level ?? speech.level,
    rights: statement.rights ?? strictest(speech.rights),
    missing,
    warnings: speech.warnings.map(({ code }) => code),
  };
}

const STATED = ['title', 'occasion', 'genre', 'level', 'date', 'speaker', 'origin', 'rights'] as const;

const statedIn = (options: ImportOptions): Statement =>
  Object.fromEntries(STATED.flatMap((key) => (options[key] === undefined ? [] : [[key, options[key]]])));

const isUntitled = (speech: Speech): boolean => speech.warnings.some(({ code }) => code === 'title-missing');

/** Asks for what neither the document nor an option says; an empty answer leaves it open. */
async function askFor({ terminal, texts }: Context, speech: Speech, options: ImportOptions): Promise<Statement> {
  const { ask } = terminal;
  if (ask === undefined) return {};
  const { ask: questions, notUnderstood } = texts.terminal;
  const answer = async <Value>(question: string, read: (words: string) => Value | null): Promise<Value | undefined> => {
    for (;;) {
      const words = (await ask(question)).trim();
      if (words === '') return undefined;
      const value = read(words);
      if (value !== null) return value;
      terminal.error(`${notUnderstood(words)}\n`);
    }
  };
  const needs = {
    title: isUntitled(speech) && options.title === undefined,
    date: speech.date === null && options.date === undefined,
    genre: speech.genre === null && options.genre === undefined,
    rights: strictest(speech.rights) === 'none' && options.rights === undefined,
  };
  const title = needs.title ? await answer(questions.title, (words) => words) : undefined;
  const date = needs.date ? await answer(questions.date, dateNamed) : undefined;
  const genre = needs.genre ? await answer(questions.genre, genreNamed) : undefined;
  const rights = needs.rights ? await answer(questions.rights, restrictionNamed) : undefined;
  return {
    ...(title === undefined ? {} : { title }),
    ...(date === undefined ? {} : { date }),
    ...(genre === undefined ? {} : { genre }),
    ...(rights === undefined ? {} : { rights }),
  };
}

const dateNamed = (words: string): string | null => SpeechDate.safeParse(words).data ?? null;
