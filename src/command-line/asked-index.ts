import { readCorpus } from '../corpus/index.ts';
import { type Drafter, drafterOver, openDrafter } from '../drafting/index.ts';
import { SpeechIndex } from '../indexing/index.ts';
import { indexState } from '../keeping/index.ts';
import { ZhibiError } from '../speech/index.ts';
import { type CommonOptions, type Context, indexFolder, say } from './context.ts';

/**
 * What a question is asked of. With `--corpus` that is these folders and nothing else: their index where it is current, else
 * an index in memory; the index of another corpus stays as it is. Without, it is the index; that files have changed since it
 * was built is said.
 *
 * @throws ZhibiError `corpus-missing`, `corpus-empty`, and what {@link Drafter} throws
 */
export async function askedDrafter(context: Context, options: CommonOptions): Promise<Drafter> {
  const folder = indexFolder(context, options);
  const { corpus } = options;
  if (corpus === undefined) {
    await sayIfStale(context, folder);
    return openDrafter(folder);
  }
  const state = await indexState(folder, corpus);
  return state === 'current' ? openDrafter(folder) : drafterInMemory(context, corpus, folder);
}

/** Asks an index of the folders that is not written anywhere. */
export async function drafterInMemory(context: Context, corpus: readonly string[], folder: string): Promise<Drafter> {
  const { speeches } = await readCorpus(corpus);
  if (speeches.length === 0) throw new ZhibiError('corpus-empty', { folder: corpus.join(' ') });
  say(context, context.texts.terminal.indexingInMemory(folder));
  return drafterOver(await SpeechIndex.build(speeches));
}

/** Says that an index is stale, where that can be told. */
export async function sayIfStale(context: Context, folder: string): Promise<void> {
  // The folders that it was made from may be on another machine.
  const state = await indexState(folder).catch(() => 'unknown');
  if (state === 'stale') say(context, context.texts.terminal.staleIndex(folder));
}
