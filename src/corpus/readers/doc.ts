import { ZhibiError } from '../../speech/index.ts';
import { bufferOver } from './archive.ts';
import { type Bounds, CORPUS_BOUNDS, type Document, documentOf, type ExtractedLine } from './document.ts';
import type { Furniture } from './line.ts';

const OLE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0];
const isOle = (bytes: Uint8Array): boolean => OLE_SIGNATURE.every((byte, i) => bytes[i] === byte);

/** What else comes in an OLE file, by the name of a stream ([MS-CFB] 2.6.1). */
const OTHERS: readonly [stream: string, format: string][] = [
  ['EncryptedPackage', 'encrypted'],
  ['PowerPoint Document', '.ppt'],
  ['Workbook', '.xls'],
  ['__substg1.0_', '.msg'],
];

/** A heading's number that was typed: where these stand, Word draws none. */
const TYPED =
  /^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节条])/;
const FEW_TYPED = 2;

/**
 * Reads a Word 97 document, .doc or .wps. Headers stand above the text; below it notes, comments and footers. The numbers that
 * Word draws are not in the text; where none are typed that is a doubt.
 *
 * @throws ZhibiError `document-encrypted`, `format-legacy` (another program's file in the same container), `document-damaged`,
 * `document-too-large`
 */
export async function readDoc(bytes: Uint8Array, file: string, bounds: Bounds = CORPUS_BOUNDS): Promise<Document> {
  checkContainer(bytes, file);
  const word = await extracted(bytes, file);
  const document = documentOf(linesOf(word), file, bounds);
  const isTyped = document.lines.filter(({ text }) => TYPED.test(text)).length >= FEW_TYPED;
  const undrawn = { code: 'numbers-undrawn' as const, line: 1, details: { format: '.doc' } };
  return { ...document, warnings: isTyped ? [] : [undrawn] };
}

function checkContainer(bytes: Uint8Array, file: string): void {
  if (!isOle(bytes)) throw new ZhibiError('document-damaged', { file, reason: 'OLE' });
  const holds = (stream: string): boolean => bufferOver(bytes).includes(Buffer.from(stream, 'utf16le'));
  if (holds('WordDocument') && !holds('EncryptedPackage')) return;
  const format = OTHERS.find(([stream]) => holds(stream))?.[1];
  if (format === 'encrypted') throw new ZhibiError('document-encrypted', { file });
  throw new ZhibiError('format-legacy', { file, format: format ?? 'OLE' });
}

/** What the library gives of a document. */
type Word = Awaited<ReturnType<import('word-extractor')['extract']>>;

async function extracted(bytes: Uint8Array, file: string): Promise<Word> {
  // Loaded for the first such file, not for every start.
  const { default: WordExtractor } = await import('word-extractor');
  try {
    return await new WordExtractor().extract(bufferOver(bytes));
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 120) : 'doc';
    throw new ZhibiError('document-damaged', { file, reason }, { cause: error });
  }
}

function linesOf(word: Word): ExtractedLine[] {
  const apart = (words: string, furniture: Furniture): ExtractedLine[] =>
    [...new Set(words.split(/[\r\n]+/).map((line) => line.trim()))]
      .filter((text) => text !== '')
      .map((text) => ({ text, furniture }));
  const body = word.getBody().split('\n');
  return [
    ...apart(word.getHeaders({ includeFooters: false }), 'page-header'),
    ...body.map((text): ExtractedLine => ({ text })),
    ...apart(word.getTextboxes({ includeHeadersAndFooters: true }), 'beside'),
    ...apart(word.getFootnotes(), 'note'),
    ...apart(word.getEndnotes(), 'note'),
    ...apart(word.getAnnotations(), 'note'),
    ...apart(word.getFooters(), 'page-footer'),
  ];
}
