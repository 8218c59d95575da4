import { Readability } from '@mozilla/readability';
import { Parser } from 'htmlparser2';
import { parseHTML } from 'linkedom';
import { type Document, documentOf, type ExtractedLine, tooLarge } from './document.ts';

/** Elements that hold no words of the page. */
const SILENT = new Set(['script', 'style', 'noscript', 'template', 'svg', 'head', 'select', 'iframe', 'object']);
/** Elements that begin and end lines. */
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const HEADING = /^h([1-6])$/;

/** Browsers stop nesting at 512; a page made by people has 30. */
const DEEPEST = 400;

/**
 * Reads a web page: the article that Readability finds in it, line by line; of what stands beside it, only what a
 * notice may be.
 *
 * @throws ZhibiError `document-too-large` (nested deeper than any page is)
 */
export function readHtml(html: string, file: string): Document {
  const page = linesOf(html, file);
  const article = readArticle(html);
  if (article === null) return documentOf(page, file);
  const lines = withTitle(linesOf(article.content, file), page, article.title);
  const said = new Set(lines.map((line) => line.text));
  const beside = page.filter((line) => line.text !== '' && !said.has(line.text));
  return documentOf([...lines, { text: '' }, ...distinct(beside)], file);
}

const distinct = (lines: readonly ExtractedLine[]): ExtractedLine[] =>
  [...new Set(lines.map((line) => line.text))].map((text) => ({ text, furniture: 'beside' }));

/** Pages of a few lines are no article to Readability; they are read whole. */
function readArticle(html: string): { content: string; title: string } | null {
  const { document } = parseHTML(html);
  if (document.documentElement === null) return null;
  const article = new Readability(document as never, { charThreshold: 200, keepClasses: false }).parse();
  const content = article?.content ?? '';
  return content === '' ? null : { content, title: article?.title ?? '' };
}

/** Readability takes the title out of the article; it goes back above it, as the page's own heading has it. */
function withTitle(lines: readonly ExtractedLine[], page: readonly ExtractedLine[], title: string): ExtractedLine[] {
  const own = page.find((line) => line.depth === 1)?.text ?? title.replace(/\s*[-_|–—]\s*[^-_|–—]{1,20}$/, '');
  const isThere = own === '' || lines.slice(0, 3).some((line) => line.text === own);
  return isThere ? [...lines] : [{ text: own, depth: 1 }, ...lines];
}

/** The words of a page as lines, one a block, white space as a browser shows it. */
function linesOf(html: string, file: string): ExtractedLine[] {
  const reader = new LineReader(file);
  const parser = new Parser(reader, { decodeEntities: true, lowerCaseTags: true });
  parser.end(html);
  reader.endLine();
  return reader.lines;
}

class LineReader {
  readonly lines: ExtractedLine[] = [];
  private readonly file: string;
  private readonly lists: { isOrdered: boolean; count: number }[] = [];
  private words = '';
  private heading = 0;
  private silent = 0;
  private levels = 0;

  constructor(file: string) {
    this.file = file;
  }

  onopentag(name: string): void {
    if (++this.levels > DEEPEST) throw tooLarge(this.file, 'levels', DEEPEST);
    if (SILENT.has(name)) this.silent++;
    if (BLOCKS.has(name) || name === 'br') this.endLine();
    if (name === 'td' || name === 'th') this.words += '\t';
    if (name === 'ol' || name === 'ul') this.lists.push({ isOrdered: name === 'ol', count: 0 });
    if (name === 'li') this.words += this.nextNumber();
    const level = HEADING.exec(name)?.[1];
    if (level !== undefined) this.heading = Number(level);
  }

  ontext(words: string): void {
    if (this.silent === 0) this.words += words;
  }

  onclosetag(name: string): void {
    this.levels--;
    if (SILENT.has(name)) this.silent = Math.max(0, this.silent - 1);
    if (BLOCKS.has(name)) this.endLine();
    if (name === 'ol' || name === 'ul') this.lists.pop();
    if (HEADING.test(name)) this.heading = 0;
  }

  endLine(): void {
    const text = this.words.replace(/[ \t\r\n]+/g, ' ').trim();
    this.words = '';
    if (text !== '') this.lines.push({ text, depth: this.heading });
  }

  /** The number that a browser draws before an item of an ordered list. */
  private nextNumber(): string {
    const list = this.lists.at(-1);
    return list?.isOrdered ? `${++list.count}. ` : '';
  }
}
