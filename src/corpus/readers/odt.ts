import { ZhibiError } from '../../speech/index.ts';
import { Archive } from './archive.ts';
import { type Bounds, CORPUS_BOUNDS, type Document, documentOf, type ExtractedLine, tooLarge } from './document.ts';
import { drawNumeral } from './docx/numerals.ts';
import type { DrawnNumber, Furniture } from './line.ts';
import { type Attributes, DEEPEST, readElements, TooDeep } from './xml.ts';

/**
 * Reads an OpenDocument text (ISO/IEC 26300): headings by their levels, numbers of lists as they are drawn, a table's rows cell
 * by cell. Headers stand above the text; below it notes, comments and footers. What was deleted, or is hidden, is not there.
 *
 * @throws ZhibiError `document-encrypted`, `document-damaged`, `document-too-large`
 */
export async function readOdt(bytes: Uint8Array, file: string, bounds: Bounds = CORPUS_BOUNDS): Promise<Document> {
  try {
    const archive = await Archive.open(bytes, file, bounds);
    if ((await archive.read('META-INF/manifest.xml')).includes('encryption-data'))
      throw new ZhibiError('document-encrypted', { file });
    const [content, styles] = [await archive.read('content.xml'), await archive.read('styles.xml')];
    if (content === '') throw new ZhibiError('document-damaged', { file, reason: 'content.xml' });
    const looks = readLooks([styles, content]);
    const [body, edges] = [readLines(content, looks), readLines(styles, looks)];
    const of = (lines: readonly ExtractedLine[], place: Furniture): ExtractedLine[] =>
      distinct(lines.filter(({ furniture }) => furniture === place));
    const inFlow = body.filter(({ furniture }) => furniture === undefined);
    const lines = [...of(edges, 'page-header'), ...inFlow, ...of(body, 'note'), ...of(edges, 'page-footer')];
    const document = documentOf(lines, file, bounds);
    const undrawn = {
      code: 'numbers-undrawn' as const,
      line: 1,
      details: { format: [...looks.undrawn].sort().join(', ') },
    };
    return { ...document, warnings: looks.undrawn.size === 0 ? [] : [undrawn] };
  } catch (error) {
    if (error instanceof ZhibiError) throw error;
    if (error instanceof TooDeep) throw tooLarge(file, 'levels', DEEPEST);
    const reason = error instanceof Error ? error.message.slice(0, 120) : 'odt';
    throw new ZhibiError('document-damaged', { file, reason }, { cause: error });
  }
}

const distinct = (lines: readonly ExtractedLine[]): ExtractedLine[] => [
  ...new Map(lines.filter(({ text }) => text.trim() !== '').map((line) => [line.text.trim(), line])).values(),
];

/** How a level of a list counts (ISO/IEC 26300-3, 19.880: 一, 二, 三, … stands for itself). */
interface ListLevel {
  format: string;
  prefix: string;
  suffix: string;
  /** Of how many levels the numbers are shown. */
  shown: number;
}

/** What styles say of the text. */
interface Looks {
  hidden: ReadonlySet<string>;
  titles: ReadonlySet<string>;
  /** By name of the list style and level from 1. */
  lists: ReadonlyMap<string, ReadonlyMap<number, ListLevel>>;
  /** Formats that could not be drawn: filled while lines are read. */
  undrawn: Set<string>;
}

function readLooks(parts: readonly string[]): Looks {
  const reader = new LooksReader();
  for (const part of parts) readElements(part, reader);
  return reader;
}

class LooksReader implements Looks {
  readonly hidden = new Set<string>();
  readonly titles = new Set(['Title']);
  readonly lists = new Map<string, Map<number, ListLevel>>();
  readonly undrawn = new Set<string>();
  private style = '';
  private list = '';

  open(name: string, attributes: Attributes): void {
    if (name === 'style') this.beginStyle(attributes);
    else if (name === 'text-properties' && attributes['display'] === 'none') this.hidden.add(this.style);
    else if (name === 'list-style' || name === 'outline-style') this.list = attributes['name'] ?? '';
    else if (/^(?:list|outline)-level-style(?:-number)?$/.test(name)) this.addLevel(attributes);
  }

  private beginStyle(attributes: Attributes): void {
    this.style = attributes['name'] ?? '';
    if (this.titles.has(attributes['parent-style-name'] ?? '')) this.titles.add(this.style);
  }

  private addLevel(attributes: Attributes): void {
    const levels = this.lists.get(this.list) ?? new Map<number, ListLevel>();
    this.lists.set(this.list, levels.set(Number(attributes['level']) || 1, listLevelOf(attributes)));
  }
}

const listLevelOf = (attributes: Attributes): ListLevel => ({
  format: attributes['num-format'] ?? '',
  prefix: attributes['num-prefix'] ?? '',
  suffix: attributes['num-suffix'] ?? '',
  shown: Number(attributes['display-levels']) || 1,
});

/** Elements whose words are none of the text. */
const LEFT_OUT = new Set([
  'tracked-changes',
  'note-citation',
  'hidden-text',
  'hidden-paragraph',
  'sequence-decls',
  'creator',
  'date',
]);
const FURNITURE: Readonly<Record<string, Furniture>> = {
  note: 'note',
  annotation: 'note',
  header: 'page-header',
  'header-left': 'page-header',
  'header-first': 'page-header',
  footer: 'page-footer',
  'footer-left': 'page-footer',
  'footer-first': 'page-footer',
};
/** The longest run of blanks that is written out. */
const MOST_SPACES = 40;

interface OpenList {
  style: string;
  counts: number[];
}
interface OpenParagraph {
  text: string;
  depth: number;
  drawn: DrawnNumber | undefined;
  /** Of the paragraph that it stands in (a note, a text box); its words follow behind. */
  outer: OpenParagraph | null;
}

/** The paragraphs and headings of a part as lines. */
function readLines(xml: string, looks: Looks): ExtractedLine[] {
  const reader = new LineReader(looks);
  readElements(xml, reader);
  return reader.lines;
}

class LineReader {
  readonly lines: ExtractedLine[] = [];
  private readonly looks: Looks;
  private readonly elements: { name: string; furniture: Furniture | undefined; isLeftOut: boolean }[] = [];
  private readonly lists: OpenList[] = [];
  private paragraph: OpenParagraph | null = null;
  private cells: string[] | null = null;
  private isItemBegun = true;
  private counts = new Map<string, number[]>();

  constructor(looks: Looks) {
    this.looks = looks;
  }

  open(name: string, attributes: Attributes): void {
    const above = this.elements.at(-1);
    const isHidden = name === 'span' && this.looks.hidden.has(attributes['style-name'] ?? '');
    const isLeftOut = above?.isLeftOut === true || LEFT_OUT.has(name) || isHidden;
    this.elements.push({ name, furniture: FURNITURE[name] ?? above?.furniture, isLeftOut });
    if (!isLeftOut) this.begin(name, attributes);
  }

  private begin(name: string, attributes: Attributes): void {
    if (name === 'p' || name === 'h') this.beginParagraph(name, attributes);
    else if (name === 'list') this.beginList(attributes);
    else if (name === 'list-item') this.isItemBegun = false;
    else if (name === 'table-row') this.cells ??= [];
    else if (name === 's') this.add(' '.repeat(Math.min(MOST_SPACES, Number(attributes['c']) || 1)));
    else if (name === 'tab') this.add('\t');
    else if (name === 'line-break') this.add('\n');
  }

  text(words: string): void {
    if (this.elements.at(-1)?.isLeftOut !== true) this.add(words.replace(/\s+/g, ' '));
  }

  close(name: string): void {
    const closed = this.elements.pop();
    if (closed === undefined || closed.isLeftOut) return;
    if (name === 'p' || name === 'h') this.end(closed.furniture);
    else if (name === 'list') this.lists.pop();
    else if (name === 'table-row' && this.cells !== null) {
      const cells = this.cells;
      this.cells = null;
      this.lines.push({ text: cells.join('\t'), ...this.place(closed.furniture) });
    }
  }

  private add(words: string): void {
    if (this.paragraph !== null) this.paragraph.text += words;
  }

  private beginParagraph(name: string, attributes: Attributes): void {
    const style = attributes['style-name'] ?? '';
    const level = name === 'h' ? Number(attributes['outline-level']) || 1 : 0;
    const depth = this.looks.titles.has(style) ? 1 : level === 0 ? 0 : Math.min(9, level + 1);
    const number = this.isItemBegun ? null : this.number();
    this.isItemBegun = true;
    const text = number?.words ?? '';
    this.paragraph = { text, depth, drawn: number?.drawn, outer: this.paragraph };
  }

  private end(furniture: Furniture | undefined): void {
    const { paragraph } = this;
    if (paragraph === null) return;
    this.paragraph = paragraph.outer;
    const { depth, drawn, text } = paragraph;
    if (this.cells !== null && furniture === undefined) this.cells.push(text.trim());
    else this.lines.push({ text, depth, ...(drawn === undefined ? {} : { drawn }), ...this.place(furniture) });
  }

  private place(furniture: Furniture | undefined): { furniture?: Furniture } {
    return furniture === undefined ? {} : { furniture };
  }

  private beginList(attributes: Attributes): void {
    const outer = this.lists.at(-1);
    const style = attributes['style-name'] ?? outer?.style ?? '';
    const goesOn = attributes['continue-numbering'] === 'true' || attributes['continue-list'] !== undefined;
    const counts = outer?.counts ?? (goesOn ? (this.counts.get(style) ?? []) : []);
    if (outer !== undefined) counts.length = this.lists.length;
    this.counts.set(style, counts);
    this.lists.push({ style, counts });
  }

  /** The number of the item that begins, as it is drawn; `null` where its list does not count. */
  private number(): { words: string; drawn: DrawnNumber } | null {
    const list = this.lists.at(-1);
    if (list === undefined) return null;
    const level = this.lists.length;
    const look = this.looks.lists.get(list.style)?.get(level);
    const ordinal = (list.counts[level - 1] ?? 0) + 1;
    list.counts[level - 1] = ordinal;
    list.counts.length = level;
    if (look === undefined || look.format === '') return null;
    const shown = list.counts.slice(Math.max(0, level - look.shown));
    const numerals = shown.map((count) => drawNumeral(count, formatOf(look.format)));
    if (numerals.some((numeral) => numeral === null)) {
      this.looks.undrawn.add(look.format.slice(0, 12));
      return null;
    }
    const words = `${look.prefix}${numerals.join('.')}${look.suffix}`;
    return {
      words,
      drawn: {
        length: words.length,
        ordinal,
        list: `${list.style} ${list.counts.slice(0, -1).join('.')}`,
        level: level - 1,
      },
    };
  }
}

/** OpenDocument writes how a list counts by its first numbers; Word by a name. */
function formatOf(format: string): string {
  if (format.startsWith('一')) return 'chineseCounting';
  if (format.startsWith('壹')) return 'chineseLegalSimplified';
  if (format.startsWith('甲')) return 'ideographTraditional';
  if (format.startsWith('①')) return 'decimalEnclosedCircle';
  return { '1': 'decimal', a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman', I: 'upperRoman' }[format] ?? format;
}
