import { Readability } from '@mozilla/readability';
import { Parser } from 'htmlparser2';
import { parseHTML } from 'linkedom';
import { LINE_END } from '../../text/index.ts';
import { CORPUS_BOUNDS, type Document, documentOf, type ExtractedLine, tooLarge } from './document.ts';

/** Elements that hold no words of the page; phonetic guides are beside the words. */
const SILENT = new Set('script style noscript template svg head select iframe object rt rp'.split(' '));
/** Elements that begin and end lines. */
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const HEADING = /^h([1-6])$/;

const MEGABYTE = 1024 * 1024;

/** What a page says of itself in its head, that a notice may be. */
const META = /^(?:dc(?:terms)?\.)?(?:description|keywords|copyright|rights|accessrights|classification|security)$/i;
/** In characters. */
const LONGEST_META = 300;

/** Browsers stop nesting at 512; a page made by people has 30. */
const DEEPEST = 400;
/**
 * What finds the article takes more time than in proportion to elements and pieces of text, and to how deep they stand,
 * summed up. A site's page has 5,000 of them, 15 deep.
 */
const MOST_NODES = 40_000;
const MOST_LEVELS = 300_000;

/**
 * Reads a web page: the article that Readability finds in it, line by line; of what stands beside it, only what a
 * notice may be. A page that it finds no article in, or that is too large for it, is read whole.
 *
 * @throws ZhibiError `document-too-large` (beyond `bounds`, or nested deeper than any page is)
 */
export function readHtml(html: string, file: string, bounds = CORPUS_BOUNDS): Document {
  if (html.length > bounds.megabytes * MEGABYTE) throw tooLarge(file, 'megabytes', bounds.megabytes);
  const { lines: page, meta, isVast } = linesOf(html, file);
  const article = isVast ? null : readArticle(html);
  if (article === null) return documentOf([...page, ...distinct(meta)], file, bounds);
  const lines = withTitle(linesOf(article.content, file).lines, page, article.title);
  const said = new Set(lines.map((line) => line.text));
  const beside = [...page, ...meta].filter((line) => line.text !== '' && !said.has(line.text));
  return documentOf([...lines, { text: '' }, ...distinct(beside)], file, bounds);
}

const distinct = (lines: readonly ExtractedLine[]): ExtractedLine[] =>
  [...new Set(lines.map((line) => line.text))].map((text) => ({ text, furniture: 'beside' }));

/** `null` where there is no article, or the page is more than the library can bear. */
function readArticle(html: string): { content: string; title: string } | null {
  try {
    const { document } = parseHTML(html);
    if (document.documentElement === null) return null;
    const article = new Readability(document as never, { charThreshold: 200, keepClasses: false }).parse();
    const content = article?.content ?? '';
    return content === '' ? null : { content, title: article?.title ?? '' };
  } catch {
    return null;
  }
}

/** Readability takes the title out of the article, or makes it a lower heading; it goes above it as the page has it. */
function withTitle(lines: readonly ExtractedLine[], page: readonly ExtractedLine[], title: string): ExtractedLine[] {
  const own = titleOf(page, title);
  const isOwn = ({ text }: ExtractedLine, at: number): boolean => at < own.length + 2 && own.includes(text);
  return lines.some(isOwn)
    ? lines.map((line, at) => (isOwn(line, at) ? { ...line, depth: 1 } : line))
    : [...own.map((text) => ({ text, depth: 1 })), ...lines];
}

/** What parts the title of a page from the name of its site. */
const SITE_NAME = /\s*[-_|–—]\s*([^-_|–—]{1,20})$/;

/** Titles of speeches stand on at most this many lines. */
const TITLE_LINES = 4;

/** The lines of the page's first heading of the first level, unless that is the site's name, too. */
function titleOf(page: readonly ExtractedLine[], title: string): string[] {
  const site = SITE_NAME.exec(title)?.[1];
  const isHeading = (line: ExtractedLine | undefined): boolean => line?.depth === 1 && line.text !== site;
  const start = page.findIndex(isHeading);
  const end = page.findIndex((line, at) => at > start && !isHeading(line));
  const named = title.replace(SITE_NAME, '');
  if (start < 0) return named === '' ? [] : [named];
  return page.slice(start, end < 0 ? page.length : Math.min(end, start + TITLE_LINES)).map((line) => line.text);
}

/** The words of a page as lines, one a block, white space as a browser shows it. */
function linesOf(html: string, file: string): LineReader {
  const reader = new LineReader(file);
  const parser = new Parser(reader, { decodeEntities: true, lowerCaseTags: true });
  parser.end(html);
  reader.endLine();
  return reader;
}

/** A list while it is read; `next` is the number of its next item, `null` where it has none. */
interface List {
  next: number | null;
}

type Attributes = Readonly<Record<string, string>>;

class LineReader {
  readonly lines: ExtractedLine[] = [];
  readonly meta: ExtractedLine[] = [];
  private nodes = 0;
  private levelsOfNodes = 0;
  private readonly file: string;
  private readonly lists: List[] = [];
  private words = '';
  /** The number of a list item that no words have followed yet. */
  private number = '';
  private heading = 0;
  private silent = 0;
  private preformatted = 0;
  private levels = 0;

  constructor(file: string) {
    this.file = file;
  }

  /** More than an article can be looked for in. */
  get isVast(): boolean {
    return this.nodes > MOST_NODES || this.levelsOfNodes > MOST_LEVELS;
  }

  onopentag(name: string, attributes: Attributes): void {
    if (name === 'meta') this.readMeta(attributes);
    this.nodes++;
    this.levelsOfNodes += this.levels;
    if (++this.levels > DEEPEST) throw tooLarge(this.file, 'levels', DEEPEST);
    if (SILENT.has(name)) this.silent++;
    if (BLOCKS.has(name) || name === 'br') this.endLine();
    if (name === 'td' || name === 'th') this.words += '\t';
    if (name === 'pre') this.preformatted++;
    this.readList(name, attributes);
    const level = HEADING.exec(name)?.[1];
    if (level !== undefined) this.heading = Number(level);
  }

  private readMeta({ name = '', content = '' }: Attributes): void {
    const text = content.replace(/\s+/g, ' ').trim();
    if (META.test(name.trim()) && text !== '' && text.length <= LONGEST_META) this.meta.push({ text });
  }

  ontext(words: string): void {
    this.nodes++;
    if (this.silent > 0) return;
    const lines = this.preformatted > 0 ? words.split(LINE_END) : [words];
    for (const [i, line] of lines.entries()) {
      if (i > 0) this.endLine();
      this.words += line;
    }
  }

  onclosetag(name: string): void {
    this.levels--;
    if (SILENT.has(name)) this.silent = Math.max(0, this.silent - 1);
    if (BLOCKS.has(name)) this.endLine();
    if (name === 'pre') this.preformatted--;
    if (name === 'li') this.number = '';
    if (name === 'ol' || name === 'ul') this.lists.pop();
    if (HEADING.test(name)) this.heading = 0;
  }

  endLine(): void {
    const text = this.words.replace(/[ \t\r\n]+/g, ' ').trim();
    this.words = '';
    if (text === '') return;
    this.lines.push({ text: `${this.number}${text}`, depth: this.heading });
    this.number = '';
  }

  /** Browsers draw a number before each item of an ordered list. */
  private readList(name: string, attributes: Attributes): void {
    const list = this.lists.at(-1);
    if (name === 'ol') this.lists.push({ next: integer(attributes['start']) ?? 1 });
    else if (name === 'ul') this.lists.push({ next: null });
    else if (name === 'li' && list !== undefined && list.next !== null) {
      const number = integer(attributes['value']) ?? list.next;
      this.number = `${number}. `;
      list.next = number + 1;
    }
  }
}

const integer = (value: string | undefined): number | null =>
  value !== undefined && /^-?\d{1,6}$/.test(value.trim()) ? Number(value) : null;
