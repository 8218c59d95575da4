import { errorText } from '../../assistant/index.ts';
import { type Corpus, readCorpus } from '../../corpus/index.ts';
import type { SpeechIndex } from '../../indexing/index.ts';
import { makeIndex } from '../../keeping/index.ts';
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
  const corpus = await readCorpus(folders);
  if (options.json !== true) reportSkipped(context, corpus);
  const index = await makeIndex(corpus, folders, indexFolder(context, options));
  return { corpus, index };
}

function reportSkipped(context: Context, corpus: Corpus): void {
  if (corpus.skipped.length === 0) return;
  say(context, context.texts.terminal.skipped(corpus.skipped.length));
  for (const { error } of corpus.skipped) say(context, `  ${errorText(context.texts, error)}`);
}
