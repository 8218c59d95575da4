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
  let opening: Promise<Opened> | undefined;
  let speeches: readonly Speech[] = [];
  let draft: Drafter = () => Promise.reject(new ZhibiError('index-missing', { folder: folders.index }));
  // One after another: what is taken in second is indexed with the first.
  let last: Promise<unknown> = Promise.resolve();
  const use = (now: readonly Speech[], index: SpeechIndex): void => {
    speeches = now;
    draft = drafterOver(index);
  };
  const open = async (): Promise<Opened> => {
    const corpus = await readCorpus(folders.corpus, (done, total) => onReading({ step: 'reading', done, total }));
    if (corpus.speeches.length === 0) throw new ZhibiError('corpus-empty', { folder: folders.corpus.join(' ') });
    use(corpus.speeches, await currentIndex(corpus.speeches, folders.index, onReading));
    for (const question of FIRST_QUESTIONS) await draft(question);
    return { speeches: speeches.length, skipped: corpus.skipped.map(({ error }) => error) };
  };
  const opened = (): Promise<Opened> => {
    opening ??= open().finally(() => onReading(null));
    return opening;
  };
  const add = async (name: string, bytes: Uint8Array): Promise<Added> => {
    await opened();
    const speech = await takenIn(name, bytes, folders.dropped, speeches);
    const all = [...speeches, speech];
    use(all, await indexed(all, onReading));
    return { title: speech.title, rights: strictest(speech.rights), speeches: all.length };
  };
  return {
    open: opened,
    draft: async (request) => {
      await opened();
      return draft(request);
    },
    add: (name, bytes) => {
      const added = last.then(() => add(name, bytes)).finally(() => onReading(null));
      last = added.catch(() => undefined);
      return added;
    },
  };
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
  const index = await indexed(speeches, onReading);
  // Where it can't be kept, it is made again the next time.
  await index.write(folder).catch(nullIfCoded);
  return index;
}

function nullIfCoded(error: unknown): null {
  if (error instanceof ZhibiError) return null;
  throw error;
}

const indexed = (speeches: readonly Speech[], onReading: (reading: Reading) => void): Promise<SpeechIndex> => {
  const total = speeches.length;
  onReading({ step: 'indexing', done: 0, total });
  return SpeechIndex.build(speeches, (done) => onReading({ step: 'indexing', done, total }));
};

/** Writes a document into the folder as `zhibi import` does, and reads it from there. */
async function takenIn(name: string, bytes: Uint8Array, folder: string, speeches: readonly Speech[]): Promise<Speech> {
  const reading = await readDocumentAsSpeech(name, bytes);
  return readSpeech(await importSpeech(reading, {}, folder, speeches), folder);
}
