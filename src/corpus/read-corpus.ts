import { basename, relative, sep } from 'node:path';
import { type ErrorCode, nameOfError, type Speech, ZhibiError } from '../speech/index.ts';
import { blanks } from '../text/index.ts';
import { contentHash, wholeHash } from './content-hash.ts';
import { findFiles } from './found-files.ts';
import { parseDocument, type Reading } from './parse-speech.ts';
import { readWholeFile } from './read-file.ts';
import { type Bounds, checkFormat, readDocument } from './readers/index.ts';

/** A file that is not in the corpus, and why; a folder, with a slash at its end, that can't be read. */
export interface Skipped {
  file: string;
  error: ZhibiError;
}

/** What a file gave when it was read. */
export interface FileRecord {
  /** Number of its corpus folder, in the order in which folders were given. */
  folder: number;
  /** Path below that folder, with forward slashes. */
  file: string;
  /** See {@link FoundFile}: of the file as it was read, or before. */
  stamp: string;
  /** The speech, whether another file has it too or not; `null` where none could be read. */
  speech: SpeechRecord | null;
  /** Why none could be read. */
  fault: ErrorCode | null;
}

/** A speech by what tells it from others. */
export interface SpeechRecord {
  id: string;
  /** What it says, see `contentHash`: of two files with the same the first is the one. */
  content: string;
  /** All that was read of the file, see `wholeHash`. */
  whole: string;
  /** How many it has. */
  passages: number;
}

export interface Corpus {
  speeches: Speech[];
  skipped: Skipped[];
  /** What each file gave, in the order in which they were read. */
  files: FileRecord[];
}

export const recordOf = (speech: Speech): SpeechRecord => ({
  id: speech.id,
  content: contentHash(speech),
  whole: wholeHash(speech),
  passages: speech.passages.length,
});

/**
 * Reads one file as a speech, and accounts for each of its characters.
 *
 * @param folder the corpus folder that the file is in; the speech remembers only its path below it
 * @throws ZhibiError for everything that can be wrong with a file: gone, unreadable, too large, damaged, encrypted,
 * scanned, empty, of unknown encoding or format, front matter invalid; `file-failed` for what should not happen
 */
export async function readFileAsSpeech(path: string, folder: string): Promise<Reading> {
  const file = relative(folder, path).split(sep).join('/') || basename(path);
  checkFormat(file);
  return readDocumentAsSpeech(file, await readWholeFile(path, file));
}

/**
 * The same for a document that is in memory.
 *
 * @param name of its file, whose end tells its format
 * @param bounds how much of it is read, as of one in the corpus if not given
 */
export async function readDocumentAsSpeech(name: string, bytes: Uint8Array, bounds?: Bounds): Promise<Reading> {
  try {
    return parseDocument(await readDocument(bytes, name, bounds), name);
  } catch (error) {
    throw faultOfFile(name, error);
  }
}

/** How many places an author left to be filled in (X市), of those in what is said. */
export const blanksSaid = ({ passages, text }: Speech): number =>
  passages.reduce((sum, { start, end }) => sum + blanks(text.slice(start, end)).length, 0);

/** The speech of {@link readFileAsSpeech}, without the account. */
export const readSpeech = async (path: string, folder: string): Promise<Speech> =>
  (await readFileAsSpeech(path, folder)).speech;

/**
 * Whatever goes wrong while a file is read is that file's fault, and no more: a fault that has a code as it is, any other
 * as `file-failed`.
 */
export const faultOfFile = (file: string, error: unknown): ZhibiError =>
  error instanceof ZhibiError
    ? error
    : new ZhibiError('file-failed', { file, reason: nameOfError(error) }, { cause: error });

/**
 * Reads every speech below the folders, in the order of their paths. A file that can't be read is skipped with its
 * error, never the end of the run; the same speech twice is one, the later file skipped.
 *
 * @param onFile told after each file, for a progress display
 * @throws ZhibiError `corpus-missing` when a folder does not exist
 */
export async function readCorpus(
  folders: readonly string[],
  onFile: (done: number, all: number) => void = () => {},
): Promise<Corpus> {
  const below = await Promise.all(folders.map((folder) => findFiles(folder)));
  const found = below.flatMap(({ files }, number) => {
    const folder = folders[number] ?? '';
    return files.map((one) => ({ ...one, folder, number }));
  });
  const firsts = new Map<string, Speech>();
  const skipped: Skipped[] = below.flatMap(({ closed }) =>
    closed.map(({ folder, error }) => ({ file: folder, error })),
  );
  const files: FileRecord[] = [];
  for (const [i, { path, file, stamp, folder, number }] of found.entries()) {
    const record: FileRecord = { folder: number, file, stamp, speech: null, fault: null };
    files.push(record);
    try {
      const speech = await readSpeech(path, folder);
      record.speech = recordOf(speech);
      const first = firsts.get(record.speech.content);
      if (first !== undefined) throw new ZhibiError('speech-duplicate', { file: speech.file, first: first.file });
      firsts.set(record.speech.content, speech);
    } catch (error) {
      const fault = faultOfFile(file, error);
      if (record.speech === null) record.fault = fault.code;
      skipped.push({ file, error: fault });
    }
    onFile(i + 1, found.length);
  }
  return { speeches: [...firsts.values()], skipped, files };
}
