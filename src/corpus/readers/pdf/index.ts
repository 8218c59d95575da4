/** pdf/: the text layer of a PDF as paragraphs, without its running heads and page numbers. */

import type { PDFPageProxy, TextContent } from 'pdfjs-dist/types/src/display/api.js';
import { z } from 'zod';
import { ZhibiError } from '../../../speech/index.ts';
import { type Bounds, CORPUS_BOUNDS, type Document, documentOf, tooLarge } from '../document.ts';
import { type Page, readPage } from './page.ts';
import { joinParagraphs } from './paragraphs.ts';
import { liftRunningHeads } from './running-heads.ts';

export { type Page, readPage } from './page.ts';
export { joinParagraphs } from './paragraphs.ts';
export { liftRunningHeads } from './running-heads.ts';

/** Pages looked at before a PDF without a word is called scanned. */
const SAMPLE = 20;

/**
 * Reads the text layer of a PDF (ISO 32000): lines joined to paragraphs by indentation, length and leading; headers and
 * footers apart, each distinct line once, and with them what stands askew (watermarks); page numbers gone.
 *
 * @throws ZhibiError `pdf-scanned` (pictures of pages, no text), `document-encrypted`, `document-damaged`,
 * `document-too-large`
 */
export async function readPdf(bytes: Uint8Array, file: string, bounds = CORPUS_BOUNDS): Promise<Document> {
  const pages = await readPages(bytes, file, bounds);
  const { text, heads, feet } = liftRunningHeads(pages);
  const paragraphs = joinParagraphs(text);
  const above = new Set([...heads, ...pages.flatMap((page) => page.askew)]);
  if (paragraphs.length === 0) throw new ZhibiError('pdf-scanned', { file });
  return documentOf(
    [
      ...[...above].map((words) => ({ text: words, furniture: 'page-header' as const })),
      ...paragraphs.map((words) => ({ text: words })),
      ...feet.map((words) => ({ text: words, furniture: 'page-footer' as const })),
    ],
    file,
    bounds,
  );
}

/** What the library calls its faults, and what they mean to us. */
const isPassword = (error: unknown): boolean => (error as Error).name === 'PasswordException';

async function readPages(bytes: Uint8Array, file: string, bounds: Bounds): Promise<Page[]> {
  // The library and its character maps are loaded for the first PDF, not for every start.
  const { openPdf } = await import('./library.ts');
  try {
    const pdf = await openPdf(bytes);
    try {
      if (pdf.numPages > bounds.pages) throw tooLarge(file, 'pages', bounds.pages);
      const pages: Page[] = [];
      let left = bounds.characters;
      for (let number = 1; number <= pdf.numPages; number++) {
        const page = await pdf.getPage(number);
        const items = await readItems(page, left);
        if (items === null) throw tooLarge(file, 'characters', bounds.characters);
        left -= lengthOf(items);
        const { lines, askew } = readPage(items, page.rotate);
        pages.push({ lines, askew: [...askew, ...(await remarksOn(page))] });
        page.cleanup();
        if (number === SAMPLE && pages.every((read) => read.lines.length === 0)) break;
      }
      return pages;
    } finally {
      await pdf.destroy();
    }
  } catch (error) {
    if (error instanceof ZhibiError) throw error;
    if (isPassword(error)) throw new ZhibiError('document-encrypted', { file }, { cause: error });
    const reason = error instanceof Error ? error.message.slice(0, 120) : 'pdf';
    throw new ZhibiError('document-damaged', { file, reason }, { cause: error });
  }
}

/** Remarks on one page that are looked at, and how long one may be. In characters. */
const MOST_REMARKS = 200;
const LONGEST_REMARK = 300;
/** What is read of an annotation (ISO 32000-1, 12.5). */
const Annotation = z.object({ contentsObj: z.object({ str: z.string() }) });

/** The words of the annotations on a page: typed on it, stamped, remarked. */
async function remarksOn(page: PDFPageProxy): Promise<string[]> {
  const annotations: unknown[] = await page.getAnnotations();
  return annotations.slice(0, MOST_REMARKS).flatMap((annotation) => {
    const words = Annotation.safeParse(annotation).data?.contentsObj.str.trim() ?? '';
    return words === '' || words.length > LONGEST_REMARK ? [] : words.split(/[\r\n]+/);
  });
}

type Items = TextContent['items'];

/** The runs of a page; `null` where they are longer than a document may be, as soon as that is seen. */
async function readItems(page: PDFPageProxy, longest: number): Promise<Items | null> {
  const reader = (page.streamTextContent() as ReadableStream<TextContent>).getReader();
  const items: Items = [];
  let length = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    for (const item of read.value.items) items.push(item);
    length += lengthOf(read.value.items);
    if (length > longest) {
      await reader.cancel(new Error('too long'));
      return null;
    }
  }
  return items;
}

const lengthOf = (items: Items): number =>
  items.reduce((length, item) => length + ('str' in item ? item.str.length + 1 : 0), 0);
