import { extname } from 'node:path';
import { ZhibiError } from '../../speech/index.ts';
import { decode } from './decode.ts';
import { readDoc } from './doc.ts';
import { type Bounds, CORPUS_BOUNDS, checkLength, type Document } from './document.ts';
import { readDocx } from './docx/index.ts';
import { readHtml } from './html.ts';
import { readOdt } from './odt.ts';
import { readOfd } from './ofd.ts';
import { readPdf } from './pdf/index.ts';
import { readText, type TextFormat } from './text.ts';

export type { Bounds, Document } from './document.ts';
export { type Line, lineNumbers } from './line.ts';
export { escapeMarks } from './markdown-marks.ts';
export { readText } from './text.ts';

/** A format's reader: the bytes of a file as a document. */
type Reader = (bytes: Uint8Array, file: string, bounds: Bounds) => Document | Promise<Document>;

/** The reader of a format that is text already. */
const plain =
  (format: TextFormat): Reader =>
  (bytes, file, bounds) => {
    const { text } = decode(bytes, file);
    checkLength(text, file, bounds);
    return readText(text, file, format);
  };

/** Where a page says what its encoding is. In bytes from its beginning. */
const DECLARED_WITHIN = 2048;
const DECLARED = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,20})/i;

const readWebPage: Reader = (bytes, file, bounds) => {
  const named = DECLARED.exec(Buffer.from(bytes.subarray(0, DECLARED_WITHIN)).toString('latin1'))?.[1];
  return readHtml(decode(bytes, file, named).text, file, bounds);
};

const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** What is called .doc or .wps: a Word 97 document, or a .docx by another name; what is saved as RTF or a web page is told so. */
const readWord: Reader = (bytes, file, bounds) => {
  if (ZIP.every((byte, i) => bytes[i] === byte)) return readDocx(bytes, file, bounds);
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1').trimStart().toLowerCase();
  if (start.startsWith('{\\rtf')) throw new ZhibiError('format-legacy', { file, format: '.rtf' });
  if (/^(?:<!doctype html|<html|<\?xml)/.test(start)) return readWebPage(bytes, file, bounds);
  return readDoc(bytes, file, bounds);
};

const READERS: Readonly<Record<string, Reader>> = {
  '.txt': plain('.txt'),
  '.md': plain('.md'),
  '.docx': readDocx,
  '.doc': readWord,
  '.wps': readWord,
  '.odt': readOdt,
  '.ofd': readOfd,
  '.pdf': readPdf,
  '.html': readWebPage,
  '.htm': readWebPage,
};

/** File name endings that can be read, with their dots. */
export const FORMATS: readonly string[] = Object.keys(READERS);

/** Office formats that people do have, and that can be saved as .docx. */
const LEGACY_FORMATS = new Set(['.dot', '.wpt', '.rtf', '.ott', '.pages', '.epub']);

/**
 * Throws what is wrong with a file's format, before the file is read.
 *
 * @throws ZhibiError `format-legacy` (.rtf, .pages: to be saved as .docx), `format-unsupported`
 */
export function checkFormat(file: string): void {
  const format = extname(file).toLowerCase();
  if (LEGACY_FORMATS.has(format)) throw new ZhibiError('format-legacy', { file, format });
  if (!(format in READERS)) throw new ZhibiError('format-unsupported', { file, formats: FORMATS.join(' ') });
}

/**
 * Reads the bytes of a file by the format that its name says.
 *
 * @param bounds how much is read, as of a document in the corpus if not given
 * @throws ZhibiError `format-legacy`, `format-unsupported`, and what its reader throws of a file that is damaged,
 * encrypted, too large, scanned, of no known encoding
 */
export async function readDocument(bytes: Uint8Array, file: string, bounds = CORPUS_BOUNDS): Promise<Document> {
  checkFormat(file);
  const reader = READERS[extname(file).toLowerCase()];
  if (reader === undefined) throw new ZhibiError('format-unsupported', { file, formats: FORMATS.join(' ') });
  return await reader(bytes, file, bounds);
}
