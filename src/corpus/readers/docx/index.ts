/** docx/: a Word document as lines, as a person sees it: numbers that Word draws, headers and footers, tables. */
import type { Warning } from '../../../speech/index.ts';
import { CORPUS_BOUNDS, type Document, documentOf, type ExtractedLine, tooLarge } from '../document.ts';
import type { Furniture } from '../line.ts';
import { DEEPEST, TooDeep } from '../xml.ts';
import { readBody, type Surroundings } from './body.ts';
import { type Numbering, readNumbering } from './numbering.ts';
import { type DocxParts, unpackDocx } from './package.ts';
import { readStyles } from './styles.ts';

/**
 * Reads a Word document (ISO/IEC 29500). Headers stand above the text; below it notes, comments and footers,
 * each distinct line once.
 *
 * @throws ZhibiError `document-encrypted`, `document-damaged`, `document-too-large`
 */
export async function readDocx(bytes: Uint8Array, file: string, bounds = CORPUS_BOUNDS): Promise<Document> {
  try {
    const parts = await unpackDocx(bytes, file, bounds);
    const numbering = readNumbering(parts.numbering);
    const document = documentOf(linesOf(parts, numbering), file, bounds);
    return { ...document, warnings: [...undrawnWarning(numbering), ...besideWarnings(parts, document)] };
  } catch (error) {
    throw error instanceof TooDeep ? tooLarge(file, 'levels', DEEPEST) : error;
  }
}

function undrawnWarning({ undrawn }: Numbering): Warning[] {
  if (undrawn.size === 0) return [];
  return [{ code: 'numbers-undrawn', line: 1, details: { format: [...undrawn].sort().join(', ') } }];
}

/** What was read for notices alone, and what could not be. */
function besideWarnings({ headers, footers, embedded }: DocxParts, { lines }: Document): Warning[] {
  const notes = lines.filter((line) => line.furniture === 'note');
  const isUnread = embedded > 0 || [...headers, ...footers].some((xml) => PICTURE.test(xml));
  return [
    ...(notes.length === 0
      ? []
      : [{ code: 'notes-apart' as const, line: notes[0]?.number ?? 1, details: { count: String(notes.length) } }]),
    ...(isUnread ? [{ code: 'notices-unread' as const, line: 1, details: {} }] : []),
  ];
}

/** A picture, in DrawingML or VML: what it shows may be a notice. */
const PICTURE = /<(?:pic:pic|v:imagedata)[\s/>]/;

function linesOf(parts: DocxParts, numbering: Numbering): ExtractedLine[] {
  const surroundings = { styleOf: readStyles(parts.styles), numbering };
  const body = withTitle(readBody(parts.document, surroundings));
  const above = furniture(parts.headers, 'page-header', surroundings);
  const below = furniture(parts.footers, 'page-footer', surroundings);
  const notes = furniture(parts.notes, 'note', surroundings);
  return above.concat(body, notes, below);
}

function furniture(parts: readonly string[], place: Furniture, surroundings: Surroundings): ExtractedLine[] {
  const lines = parts.flatMap((xml) => readBody(xml, surroundings)).filter((line) => line.text.trim() !== '');
  const distinct = new Map(lines.map((line) => [line.text.trim(), line]));
  return [...distinct.values()].map(({ text }) => ({ text, furniture: place }));
}

/** Many take the first heading style for the title: the first line, where nothing else is styled as the title. */
function withTitle(lines: readonly ExtractedLine[]): ExtractedLine[] {
  const first = lines.findIndex((line) => line.text.trim() !== '');
  const isTitled = lines.some((line) => line.depth === 1);
  return lines.map((line, i) => (i === first && line.depth === 2 && !isTitled ? { ...line, depth: 1 } : line));
}
