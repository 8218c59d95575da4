import { errorText } from '../../assistant/index.ts';
import { type Corpus, readCorpus } from '../../corpus/index.ts';
import type { SpeechIndex } from '../../indexing/index.ts';
import { makeIndex } from '../../keeping/index.ts';
import { barOf } from '../../terminal/index.ts';
import {
  type CommonOptions,
  type Context,
  corpusFolders,
  EXIT,
  type ExitCode,
  indexFolder,
  print,
  say,
} from '../context.ts';

/** Reads the corpus folders and writes their index. */
export async function buildIndex(context: Context, options: CommonOptions): Promise<ExitCode> {
  const started = performance.now();
  const { corpus, index } = await build(context, options);
  const ms = Math.round(performance.now() - started);
  const skipped = corpus.skipped.map(({ file, error }) => ({
    file,
    code: error.code,
    message: errorText(context.texts, error),
  }));
  const json = { speeches: corpus.speeches.length, passages: index.passageCount, skipped, ms };
  print(context, options, json, () =>
    context.texts.terminal.indexed(json.speeches, json.passages, (ms / 1000).toFixed(1)),
  );
  return EXIT.answered;
}

/** @throws ZhibiError `corpus-missing`, `corpus-empty` (the index before stays), `index-unwritable` */
export async function build(context: Context, options: CommonOptions): Promise<{ corpus: Corpus; index: SpeechIndex }> {
  const folders = corpusFolders(context, options);
  const progress = progressOf(context);
  try {
    const corpus = await readCorpus(folders, (done, total) => progress('reading', { done, total }));
    progress(null);
    if (options.json !== true) reportSkipped(context, corpus);
    return { corpus, index: await makeIndex(corpus, folders, indexFolder(context, options), progress) };
  } finally {
    progress(null);
  }
}

type Step = keyof Context['texts']['terminal']['steps'];

/** Shows how far a step is in a line of the terminal; `null` takes the line away. */
function progressOf({ terminal, texts }: Context): (step: Step | null, of?: { done: number; total: number }) => void {
  return (step, of = { done: 0, total: 1 }) =>
    terminal.progress?.(step === null ? null : barOf(texts.terminal.steps[step], of));
}

function reportSkipped(context: Context, corpus: Corpus): void {
  if (corpus.skipped.length === 0) return;
  say(context, context.texts.terminal.skipped(corpus.skipped.length));
  for (const { error } of corpus.skipped) say(context, `  ${errorText(context.texts, error)}`);
}
