import { posix } from 'node:path';
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js';
import { ZhibiError } from '../../speech/index.ts';
import { Archive } from './archive.ts';
import { type Bounds, CORPUS_BOUNDS, type Document, documentOf, tooLarge } from './document.ts';
import { joinParagraphs, liftRunningHeads, type Page, readPage } from './pdf/index.ts';
import { DEEPEST, readElements, TooDeep } from './xml.ts';

/**
 * Reads an OFD (GB/T 33190-2016): the text objects of its pages, in millimetres, as lines and paragraphs like those of a PDF.
 * What templates and annotations say stands beside the text, where notices are looked for.
 *
 * @throws ZhibiError `pdf-scanned` (pages without text), `document-encrypted`, `document-damaged`, `document-too-large`
 */
export async function readOfd(bytes: Uint8Array, file: string, bounds: Bounds = CORPUS_BOUNDS): Promise<Document> {
  try {
    const archive = await Archive.open(bytes, file, bounds);
    const { beside, pages } = await readPages(archive, file, bounds);
    const { feet, heads, text } = liftRunningHeads(pages);
    const paragraphs = joinParagraphs(text);
    if (paragraphs.length === 0) throw new ZhibiError('pdf-scanned', { file });
    const above = new Set([...heads, ...beside, ...pages.flatMap(({ askew }) => askew)]);
    return documentOf(
      [
        ...[...above].map((words) => ({ text: words, furniture: 'page-header' as const })),
        ...paragraphs.map((words) => ({ text: words })),
        ...feet.map((words) => ({ text: words, furniture: 'page-footer' as const })),
      ],
      file,
      bounds,
    );
  } catch (error) {
    if (error instanceof ZhibiError) throw error;
    if (error instanceof TooDeep) throw tooLarge(file, 'levels', DEEPEST);
    const reason = error instanceof Error ? error.message.slice(0, 120) : 'ofd';
    throw new ZhibiError('document-damaged', { file, reason }, { cause: error });
  }
}

async function readPages(archive: Archive, file: string, bounds: Bounds): Promise<{ pages: Page[]; beside: string[] }> {
  if (archive.has('META-INF/Encryptions.xml') || archive.has('Encryptions.xml'))
    throw new ZhibiError('document-encrypted', { file });
  const [root] = await namesIn(archive, 'OFD.xml', 'DocRoot');
  if (root === undefined) throw new ZhibiError('document-damaged', { file, reason: 'OFD.xml' });
  const { annotations, pages: names, templates } = await partsOf(archive, root);
  if (names.length > bounds.pages) throw tooLarge(file, 'pages', bounds.pages);
  const pages: Page[] = [];
  for (const name of names) pages.push(readPage(itemsOf(await archive.read(name)), 0));
  const beside: string[] = [];
  for (const name of [...templates, ...annotations]) {
    for (const { text } of readPage(itemsOf(await archive.read(name)), 0).lines) beside.push(text);
  }
  return { pages, beside };
}

/** The texts of the elements of a name, as paths beside the file that holds them. */
async function namesIn(archive: Archive, part: string, element: string): Promise<string[]> {
  const found: string[] = [];
  let words: string | null = null;
  readElements(await archive.read(part), {
    open: (name) => {
      if (name === element) words = '';
    },
    text: (more) => {
      if (words !== null) words += more;
    },
    close: (name) => {
      if (name !== element || words === null) return;
      found.push(pathBeside(part, words.trim()));
      words = null;
    },
  });
  return found;
}

const pathBeside = (part: string, path: string): string =>
  path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(part), path);

/** The pages of a document in their order, its templates, and the files of its annotations. */
async function partsOf(
  archive: Archive,
  root: string,
): Promise<{ pages: string[]; templates: string[]; annotations: string[] }> {
  const pages: string[] = [];
  const templates: string[] = [];
  readElements(await archive.read(root), {
    open: (name, { BaseLoc }) => {
      if (BaseLoc === undefined) return;
      if (name === 'Page') pages.push(pathBeside(root, BaseLoc));
      else if (name === 'TemplatePage') templates.push(pathBeside(root, BaseLoc));
    },
  });
  const annotations: string[] = [];
  for (const list of await namesIn(archive, root, 'Annotations'))
    for (const name of await namesIn(archive, list, 'FileLoc')) annotations.push(name);
  return { pages, templates, annotations };
}

type Numbers = readonly number[];

/** A text object that is open: where it stands, how it is turned, how large its type is. */
interface TextObject {
  boundary: Numbers;
  /** a b c d e f of the matrix that its coordinates are taken by (7.6.2). */
  matrix: Numbers;
  size: number;
}

const numbersOf = (list: string | undefined): number[] =>
  (list ?? '')
    .trim()
    .split(/\s+/)
    .filter((value) => value !== '')
    .map(Number)
    .filter((value) => Number.isFinite(value));

/** The runs of a page as those of a PDF: millimetres, from below. */
function itemsOf(xml: string): TextItem[] {
  const items: TextItem[] = [];
  let object: TextObject | null = null;
  let code: { x: number; y: number; deltas: Numbers; words: string } | null = null;
  readElements(xml, {
    open: (name, attributes) => {
      if (name === 'TextObject') {
        const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersOf(attributes['CTM']);
        object = {
          boundary: numbersOf(attributes['Boundary']),
          matrix: [a, b, c, d, e, f],
          size: Number(attributes['Size']),
        };
      }
      if (name !== 'TextCode') return;
      code = {
        // What is not said is as before.
        x: Number(attributes['X'] ?? code?.x ?? 0),
        y: Number(attributes['Y'] ?? code?.y ?? 0),
        deltas: deltasOf(attributes['DeltaX']),
        words: '',
      };
    },
    text: (more) => {
      if (code !== null) code.words += more;
    },
    close: (name) => {
      if (name === 'TextCode' && code !== null && object !== null) items.push(toItem(object, code));
      if (name === 'TextObject') {
        object = null;
        code = null;
      }
    },
  });
  return items;
}

/** `g 3 5.6` stands for 5.6 three times (GB/T 33190-2016, 11.3). So many distances are read. */
const MOST_DELTAS = 10_000;

function deltasOf(list: string | undefined): number[] {
  const parts = (list ?? '').trim().split(/\s+/);
  const deltas: number[] = [];
  for (let i = 0; i < parts.length && deltas.length < MOST_DELTAS; i++) {
    if (parts[i] !== 'g') deltas.push(Number(parts[i]) || 0);
    else {
      const times = Math.min(MOST_DELTAS, Number(parts[i + 1]) || 0);
      for (let n = 0; n < times; n++) deltas.push(Number(parts[i + 2]) || 0);
      i += 2;
    }
  }
  return deltas;
}

function toItem(
  { boundary, matrix, size }: TextObject,
  { deltas, words, x, y }: { x: number; y: number; deltas: Numbers; words: string },
): TextItem {
  const [left = 0, top = 0] = boundary;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
  const type = Number.isFinite(size) && size > 0 ? size : 1;
  const length = [...words].length;
  const advance =
    deltas.length === 0 ? type * length : deltas.slice(0, length - 1).reduce((sum, delta) => sum + delta, 0) + type;
  return {
    str: words,
    dir: 'ltr',
    transform: [a * type, -b * type, -c * type, d * type, left + a * x + c * y + e, -(top + b * x + d * y + f)],
    width: advance * Math.abs(a),
    height: type,
    fontName: '',
    hasEOL: false,
  };
}
