/** pdf/: the text layer of a PDF as paragraphs, without its running heads and page numbers. */
import { ZhibiError } from '../../../speech/index.ts';
import { type Document, documentOf, tooLarge } from '../document.ts';
import { type Page, readPage } from './page.ts';
import { joinParagraphs } from './paragraphs.ts';
import { liftRunningHeads } from './running-heads.ts';

/** The longest report of a congress has 100 pages. */
const MOST_PAGES = 1_000;

/** Pages looked at before a PDF without a word is called scanned. */
const SAMPLE = 20;

/**
 * Reads the text layer of a PDF (ISO 32000): lines joined to paragraphs by indentation, length and leading; headers and
 * footers apart, each distinct line once; page numbers gone.
 *
 * @throws ZhibiError `pdf-scanned` (pictures of pages, no text), `document-encrypted`, `document-damaged`,
 * `document-too-large`
 */
export async function readPdf(bytes: Uint8Array, file: string): Promise<Document> {
  const { text, heads, feet } = liftRunningHeads(await readPages(bytes, file));
  const paragraphs = joinParagraphs(text);
  if (paragraphs.length === 0) throw new ZhibiError('pdf-scanned', { file });
  return documentOf(
    [
      ...heads.map((words) => ({ text: words, furniture: 'page-header' as const })),
      ...paragraphs.map((words) => ({ text: words })),
      ...feet.map((words) => ({ text: words, furniture: 'page-footer' as const })),
    ],
    file,
  );
}

/** What the library calls its faults, and what they mean to us. */
const isPassword = (error: unknown): boolean => (error as Error).name === 'PasswordException';

async function readPages(bytes: Uint8Array, file: string): Promise<Page[]> {
  // The library and its character maps are loaded for the first PDF, not for every start.
  const { openPdf } = await import('./library.ts');
  try {
    const pdf = await openPdf(bytes);
    try {
      if (pdf.numPages > MOST_PAGES) throw tooLarge(file, 'pages', MOST_PAGES);
      const pages: Page[] = [];
      for (let number = 1; number <= pdf.numPages; number++) {
        const page = await pdf.getPage(number);
        pages.push(readPage(page.view, (await page.getTextContent()).items));
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
