import { importSpeech, readCorpus, readDocumentAsSpeech, readSpeech } from '../../corpus/index.ts';
import { type Drafter, type DraftRequest, drafterOver } from '../../drafting/index.ts';
import { fingerprintAt, fingerprintOf, SpeechIndex } from '../../indexing/index.ts';
import { type Restriction, type Speech, strictest, ZhibiError } from '../../speech/index.ts';
import type { Reading } from '../workspace/index.ts';

/** Where speeches are, where their index is kept, and where what is dropped goes. */
export interface LibraryFolders {
  corpus: readonly string[];
  index: string;
  dropped: string;
}

/** What was found when it was opened. */
export interface Opened {
  speeches: number;
  /** Files that are not in it. */
  skipped: ZhibiError[];
}

/** A speech that was taken in. */
export interface Added {
  title: string;
  rights: Restriction;
  /** How many there are now. */
  speeches: number;
}

/** The speeches that the local workspace asks: those of the corpus folders, and what is dropped while it runs. */
export interface Library {
  /** Waits for {@link open}. */
  draft: Drafter;
  /** Settles when the first question can be answered at once. @throws ZhibiError `corpus-missing`, `corpus-empty` */
  open(): Promise<Opened>;
  /** Takes a document in. @throws ZhibiError for everything that can be wrong with it; `speech-duplicate` */
  add(name: string, bytes: Uint8Array): Promise<Added>;
}

/** What the first question of each kind prepares, the second finds ready. */
const FIRST_QUESTIONS: readonly DraftRequest[] = [
  { kind: 'find', query: '讲话', filters: {}, limit: 1 },
  { kind: 'outline', query: '讲话', filters: {} },
  { kind: 'phrase', query: '加强工作', filters: {}, limit: 1 },
  { kind: 'source', quote: '讲话' },
];

/** @param onReading told how far speeches are read and indexed; of the last step with `null` */
export function openLibrary(folders: LibraryFolders, onReading: (reading: Reading | null) => void): Library {
  let loading: Promise<Loaded> | undefined;
  let changed: SpeechIndex | undefined;
  // One after another: what is taken in second joins the first.
  let last: Promise<unknown> = Promise.resolve();
  const loaded = (): Promise<Loaded> => {
    loading ??= load(folders, onReading).finally(() => onReading(null));
    return loading;
  };
  const now = async (): Promise<SpeechIndex> => {
    const { index } = await loaded();
    return changed ?? index;
  };
  const add = async (name: string, bytes: Uint8Array): Promise<Added> => {
    const index = await now();
    const speech = await takenIn(name, bytes, folders.dropped, index.speeches);
    changed = await index.changed({ added: [speech], removed: [] });
    return { title: speech.title, rights: strictest(speech.rights), speeches: changed.speeches.length };
  };
  return {
    open: async () => {
      const { index, skipped } = await loaded();
      return { speeches: index.speeches.length, skipped };
    },
    draft: async (request, audience) => drafterOver(await now())(request, audience),
    add: (name, bytes) => {
      const added = last.then(() => add(name, bytes));
      last = added.catch(() => undefined);
      return added;
    },
  };
}

interface Loaded extends Pick<Opened, 'skipped'> {
  index: SpeechIndex;
}

async function load(folders: LibraryFolders, onReading: (reading: Reading) => void): Promise<Loaded> {
  const corpus = await readCorpus(folders.corpus, (done, total) => onReading({ step: 'reading', done, total }));
  if (corpus.speeches.length === 0) throw new ZhibiError('corpus-empty', { folder: folders.corpus.join(' ') });
  const index = await currentIndex(corpus.speeches, folders.index, onReading);
  for (const question of FIRST_QUESTIONS) await drafterOver(index)(question);
  return { index, skipped: corpus.skipped.map(({ error }) => error) };
}

/** The index of these speeches in the folder; made and kept there where there is none. */
async function currentIndex(
  speeches: readonly Speech[],
  folder: string,
  onReading: (reading: Reading) => void,
): Promise<SpeechIndex> {
  const [there, wanted] = await Promise.all([fingerprintAt(folder), fingerprintOf(speeches)]);
  // One that is damaged, or another program's, is made anew.
  if (there?.corpus === wanted.corpus) {
    const read = await SpeechIndex.read(folder).catch(nullIfCoded);
    if (read !== null) return read;
  }
  const index = await SpeechIndex.build(speeches, (step, of) => {
    if (step === 'indexing') onReading({ step, ...of });
  });
  // Where it can't be kept, it is made again the next time.
  await index.write(folder).catch(nullIfCoded);
  return index;
}

function nullIfCoded(error: unknown): null {
  if (error instanceof ZhibiError) return null;
  throw error;
}

/** Writes a document into the folder as `zhibi import` does, and reads it from there. */
async function takenIn(name: string, bytes: Uint8Array, folder: string, speeches: readonly Speech[]): Promise<Speech> {
  const reading = await readDocumentAsSpeech(name, bytes);
  return readSpeech(await importSpeech(reading, {}, folder, speeches), folder);
}
