import { mkdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { stringify } from 'yaml';
import { type Genre, type Level, type Restriction, type Speech, strictest, ZhibiError } from '../speech/index.ts';
import { contentHash } from './content-hash.ts';
import { parseSpeech, type Reading } from './parse-speech.ts';
import { escapeMarks, type Line } from './readers/index.ts';

/** What a person states of a speech, over what was read of it. */
export interface Statement {
  title?: string;
  occasion?: string;
  genre?: Genre;
  level?: Level;
  date?: string;
  speaker?: string;
  origin?: string;
  rights?: Restriction;
}

/**
 * Writes a speech into a corpus folder: its extracted text as Markdown, with front matter that says what was read and
 * stated. The text keeps its notices, and stands where citations are shown from.
 *
 * @param speeches what the corpus holds already
 * @returns the path of the new file
 * @throws ZhibiError `speech-duplicate` (the corpus says the same already), `corpus-unwritable`
 */
export async function importSpeech(
  reading: Reading,
  statement: Statement,
  folder: string,
  speeches: readonly Speech[],
): Promise<string> {
  const { speech } = reading;
  const written = renderForCorpus(reading, statement);
  const hashes = new Set([contentHash(speech), contentHash(parseSpeech(written, 'imported.md'))]);
  const first = speeches.find((other) => hashes.has(contentHash(other)));
  if (first !== undefined) throw new ZhibiError('speech-duplicate', { file: speech.file, first: first.file });
  try {
    await mkdir(folder, { recursive: true });
    const path = await freePath(folder, basename(speech.file, extname(speech.file)));
    await writeFileAtomic(path, written);
    return path;
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new ZhibiError('corpus-unwritable', { folder, reason }, { cause: error });
  }
}

/** A name that no file has yet: 讲话.md, 讲话-2.md. Nothing is ever written over. */
async function freePath(folder: string, name: string): Promise<string> {
  for (let number = 1; ; number++) {
    const path = join(folder, `${name}${number === 1 ? '' : `-${number}`}.md`);
    const isTaken = await stat(path).then(
      () => true,
      () => false,
    );
    if (!isTaken) return path;
  }
}

/** A speech as a file of the corpus: front matter, then its lines, headings of the format as Markdown has them. */
function renderForCorpus(reading: Reading, statement: Statement): string {
  const { speech, lines } = reading;
  const metadata = inOrder({ ...known(speech), ...statement });
  const body = `${lines
    .filter((line) => !isLeftOut(line, speech))
    .map(markdownOf)
    .join('\n\n')}\n`;
  const text = withFrontMatter(metadata, body);
  const restriction = strictest(speech.rights);
  const isKept = statement.rights !== undefined || strictest(parseSpeech(text, 'imported.md').rights) === restriction;
  // A notice that stands where the new file would not look for it is stated instead.
  const notice = speech.rights.find((found) => found.restriction === restriction);
  return isKept ? text : withFrontMatter({ ...metadata, rights: notice }, body);
}

function known({ title, occasion, genre, level, date, speaker, origin }: Speech): Record<string, unknown> {
  const metadata = { title, occasion, genre, level, date, speaker, origin };
  return Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== null));
}

/** The keys of front matter as people are used to them. */
const KEYS = ['title', 'occasion', 'genre', 'level', 'date', 'speaker', 'origin', 'rights'];

const inOrder = (metadata: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(KEYS.flatMap((key) => (metadata[key] === undefined ? [] : [[key, metadata[key]]])));

const withFrontMatter = (metadata: Record<string, unknown>, body: string): string =>
  `---\n${stringify(metadata, { lineWidth: 0 })}---\n\n${body}`;

/** What stood beside the text is left out, but for what it says about use. */
const isLeftOut = (line: Line, { rights }: Speech): boolean =>
  line.furniture !== null && !rights.some((notice) => notice.text === line.text);

const markdownOf = (line: Line): string => {
  const words = escapeMarks(line.text.replace(/[\t\v\f]+/g, ' '));
  return line.depth > 0 ? `${'#'.repeat(Math.min(6, line.depth))} ${words}` : words;
};
