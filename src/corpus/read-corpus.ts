import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { type Speech, ZhibiError } from '../speech/index.ts';
import { blanks } from '../text/index.ts';
import { contentHash } from './content-hash.ts';
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

export interface Corpus {
  speeches: Speech[];
  skipped: Skipped[];
}

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
  const files = (await Promise.all(folders.map(listFiles))).flat();
  const speeches = new Map<string, Speech>();
  const skipped: Skipped[] = [];
  for (const [i, { path, folder }] of files.entries()) {
    try {
      const speech = await readSpeech(path, folder);
      const content = contentHash(speech);
      const first = speeches.get(content);
      if (first !== undefined) throw new ZhibiError('speech-duplicate', { file: speech.file, first: first.file });
      speeches.set(content, speech);
    } catch (error) {
      if (!(error instanceof ZhibiError)) throw error;
      skipped.push({ file: relative(folder, path), error });
    }
    onFile(i + 1, files.length);
  }
  return { speeches: [...speeches.values()], skipped };
}

/** Files that are about the corpus, not in it. */
const NOT_SPEECHES = /^(?:readme|license|licence|manifest|changelog)\b/i;

async function listFiles(folder: string): Promise<{ path: string; folder: string }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    throw new ZhibiError('corpus-missing', { folder }, { cause: error });
  });
  return entries
    .filter((entry) => entry.isFile() && !NOT_SPEECHES.test(entry.name))
    .map((entry) => ({ path: join(entry.parentPath, entry.name), folder }))
    .filter(({ path }) => !isHidden(relative(folder, path)))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

const isHidden = (path: string): boolean => path.split(sep).some((name) => name.startsWith('.'));
