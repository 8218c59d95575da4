import { readFile, stat } from 'node:fs/promises';
import { basename, relative, sep } from 'node:path';
import { type ErrorCode, type Speech, ZhibiError } from '../speech/index.ts';
import { blanks } from '../text/index.ts';
import { contentHash, wholeHash } from './content-hash.ts';
import { type FoundFile, findFiles } from './found-files.ts';
import { parseDocument, type Reading } from './parse-speech.ts';
import { checkFormat, readDocument } from './readers/index.ts';

/** The largest file that is read. A long speech has 0.1 MB; what is larger is no speech. In bytes. */
const LARGEST_FILE = 20 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;

/** A file that is not in the corpus, and why. */
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
 * scanned, empty, of unknown encoding or format, front matter invalid
 */
export async function readFileAsSpeech(path: string, folder: string): Promise<Reading> {
  const file = relative(folder, path).split(sep).join('/') || basename(path);
  checkFormat(file);
  const bytes = await readWhole(path, file);
  return parseDocument(await readDocument(bytes, file), file);
}

/** The same for a document that is in memory. @param name of its file, whose end tells its format */
export async function readDocumentAsSpeech(name: string, bytes: Uint8Array): Promise<Reading> {
  checkFormat(name);
  return parseDocument(await readDocument(bytes, name), name);
}

/** How many places an author left to be filled in (X市), of those in what is said. */
export const blanksSaid = ({ passages, text }: Speech): number =>
  passages.reduce((sum, { start, end }) => sum + blanks(text.slice(start, end)).length, 0);

/** The speech of {@link readFileAsSpeech}, without the account. */
export const readSpeech = async (path: string, folder: string): Promise<Speech> =>
  (await readFileAsSpeech(path, folder)).speech;

async function readWhole(path: string, file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST_FILE) {
      const megabytes = Math.ceil(size / MEGABYTE);
      throw new ZhibiError('file-too-large', { file, megabytes, limit: LARGEST_FILE / MEGABYTE });
    }
    return await readFile(path);
  } catch (error) {
    if (error instanceof ZhibiError) throw error;
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
    if (reason === 'ENOENT') throw new ZhibiError('file-vanished', { file }, { cause: error });
    throw new ZhibiError('file-unreadable', { file, reason }, { cause: error });
  }
}

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
  const found = (await Promise.all(folders.map((folder, i) => filesOf(folder, i)))).flat();
  const firsts = new Map<string, Speech>();
  const skipped: Skipped[] = [];
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
      if (!(error instanceof ZhibiError)) throw error;
      if (record.speech === null) record.fault = error.code;
      skipped.push({ file, error });
    }
    onFile(i + 1, found.length);
  }
  return { speeches: [...firsts.values()], skipped, files };
}

const filesOf = async (folder: string, number: number): Promise<(FoundFile & { folder: string; number: number })[]> =>
  (await findFiles(folder)).map((found) => ({ ...found, folder, number }));
