import { type Warning, ZhibiError } from '../../speech/index.ts';
import { LINE_END } from '../../text/index.ts';
import type { FrontMatter } from '../front-matter.ts';
import { type DrawnNumber, type Furniture, type Line, splitLines } from './line.ts';

/** What a reader makes of a file: its text, which offsets count in, and the lines of its body. */
export interface Document {
  text: string;
  /** Where the body begins, behind any front matter. */
  bodyStart: number;
  frontMatter: FrontMatter;
  lines: Line[];
  /** What the reader could not read for certain. */
  warnings: Warning[];
}

/** A line that a reader takes out of a format that is no text itself. */
export interface ExtractedLine {
  text: string;
  depth?: number;
  furniture?: Furniture;
  drawn?: DrawnNumber;
}

/** How much of a document is read; one that is beyond a bound is refused. */
export interface Bounds {
  /** Of its text, in UTF-16 units. */
  characters: number;
  /** Of a PDF. */
  pages: number;
  /** What its parts unpack to, or its markup. */
  megabytes: number;
}

/** Of a document in the corpus: no speech is longer, the longest report of a congress has 100 pages; a book is no speech. */
export const CORPUS_BOUNDS: Bounds = { characters: 2_000_000, pages: 1_000, megabytes: 48 };

/**
 * The document that extracted lines make, in their order, empty ones kept as the gaps they are. A line that holds line ends
 * is several.
 *
 * @throws ZhibiError `document-too-large` beyond `bounds.characters`
 */
export function documentOf(extracted: readonly ExtractedLine[], file: string, bounds = CORPUS_BOUNDS): Document {
  const all = extracted.flatMap((line) =>
    line.text.split(LINE_END).map((text, i): ExtractedLine => {
      const { drawn, ...rest } = line;
      return { ...(i === 0 ? line : rest), text: printable(text) };
    }),
  );
  const text = all.map((line) => line.text).join('\n');
  checkLength(text, file, bounds);
  const lines = splitLines(text, 0).map((line) => {
    const { depth = 0, furniture = null, drawn } = all[line.number - 1] ?? {};
    return { ...line, depth, furniture, ...(drawn === undefined ? {} : { drawn }) };
  });
  return { text, bodyStart: 0, frontMatter: {}, lines, warnings: [] };
}

/** Words without the control characters that fields and fonts leave. */
const printable = (words: string): string => words.replace(CONTROLS, '');

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f\ufeff\ufffe\uffff]/g;

/** What a document has too much of, in the unit that its name says. */
export const tooLarge = (
  file: string,
  what: 'characters' | 'pages' | 'megabytes' | 'levels',
  limit: number,
): ZhibiError => new ZhibiError('document-too-large', { file, what, limit });

/** @throws ZhibiError `document-too-large` beyond `bounds.characters` */
export function checkLength(text: string, file: string, { characters }: Bounds): void {
  if (text.length > characters) throw tooLarge(file, 'characters', characters);
}
