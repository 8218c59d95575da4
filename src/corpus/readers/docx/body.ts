import type { ExtractedLine } from '../document.ts';
import { type Attributes, isOn, readElements } from '../xml.ts';
import type { Drawn, Numbering } from './numbering.ts';
import { depthOf, type InheritedStyle, type ListPlace, outlineLevel } from './styles.ts';

/** What paragraphs take from the rest of the document. */
export interface Surroundings {
  styleOf: (id: string | null) => InheritedStyle;
  numbering: Pick<Numbering, 'next'>;
}

/** A paragraph while it is read. */
interface Paragraph extends ListPlace {
  words: string;
  style: string | null;
  /** Outline level of its own; `null` where the style decides. */
  outline: number | null;
  /** Its end was deleted: it is one with the paragraph below. */
  isJoined: boolean;
  /** Its end is hidden: without words, nothing of it is to be seen. */
  isHidden: boolean;
}

/** A table while it is read: the lines of each cell of the row that is open. */
type Row = ExtractedLine[][];

/** Elements whose words are not, or no longer, to be read: deleted, field codes, phonetic guides, copies for old programs. */
const SILENT = new Set(
  'del moveFrom instrText delInstrText delText Fallback pPrChange rPrChange numberingChange sectPr rt'.split(' '),
);

/**
 * The lines of a part of a Word document (its body, a header, a footer), with the numbers that Word draws, the depths
 * that styles give, tables row by row. Deleted and hidden text is not there to be read.
 */
export function readBody(xml: string, surroundings: Surroundings): ExtractedLine[] {
  const reader = new BodyReader(surroundings);
  readElements(xml, reader);
  reader.end();
  return reader.lines;
}

class BodyReader {
  readonly lines: ExtractedLine[] = [];
  private readonly surroundings: Surroundings;
  private readonly paragraphs: Paragraph[] = [];
  private readonly rows: Row[] = [];
  private silent = 0;
  private isHidden = false;
  private isText = false;
  private isRunProperties = false;
  private isParagraphProperties = false;
  /** Words of a paragraph whose end was deleted. */
  private carried = '';

  constructor(surroundings: Surroundings) {
    this.surroundings = surroundings;
  }

  open(name: string, attributes: Attributes): void {
    if (SILENT.has(name)) this.openSilent(name);
    if (this.silent > 0) return;
    switch (name) {
      case 'p':
        this.paragraphs.push(this.newParagraph());
        break;
      case 'pPr':
        this.isParagraphProperties = true;
        break;
      case 'rPr':
        this.isRunProperties = true;
        break;
      case 'r':
        this.isHidden = false;
        break;
      case 't':
        this.isText = true;
        break;
      case 'tr':
        this.rows.push([]);
        break;
      case 'tc':
        this.rows.at(-1)?.push([]);
        break;
      default:
        this.readDetail(name, attributes);
    }
  }

  text(words: string): void {
    if (this.isText && this.silent === 0) this.add(words);
  }

  close(name: string): void {
    if (SILENT.has(name)) this.silent--;
    else if (this.silent > 0) return;
    else if (name === 't') this.isText = false;
    else if (name === 'pPr') this.isParagraphProperties = false;
    else if (name === 'rPr') this.isRunProperties = false;
    else if (name === 'p') this.endParagraph();
    else if (name === 'tr') this.endRow();
  }

  /** The last paragraph may have lost its end too. */
  end(): void {
    if (this.carried !== '') this.emit({ text: this.carried });
  }

  private newParagraph(): Paragraph {
    const words = this.carried;
    this.carried = '';
    return { words, style: null, outline: null, list: null, level: null, isJoined: false, isHidden: false };
  }

  /** `del` among the properties of a paragraph's mark says that the mark was deleted. */
  private openSilent(name: string): void {
    const paragraph = this.paragraphs.at(-1);
    const isMark = this.isRunProperties && this.isParagraphProperties && this.silent === 0;
    if (isMark && paragraph !== undefined && (name === 'del' || name === 'moveFrom')) paragraph.isJoined = true;
    this.silent++;
  }

  private readDetail(name: string, attributes: Attributes): void {
    const value = attributes['val'];
    if (this.isRunProperties) {
      if (name === 'vanish') this.hide(isOn(attributes));
    } else if (this.isParagraphProperties) this.readParagraphProperty(name, value);
    else if (name === 'tab' || name === 'ptab') this.add('\t');
    else if (name === 'br' || name === 'cr') this.add('\n');
    else if (name === 'noBreakHyphen') this.add('-');
    else if (name === 'textpath') this.emit({ text: attributes['string'] ?? '' });
  }

  private hide(isHidden: boolean): void {
    const paragraph = this.paragraphs.at(-1);
    if (!this.isParagraphProperties) this.isHidden = isHidden;
    else if (paragraph !== undefined) paragraph.isHidden = isHidden;
  }

  private readParagraphProperty(name: string, value: string | undefined): void {
    const paragraph = this.paragraphs.at(-1);
    if (paragraph === undefined) return;
    if (name === 'pStyle') paragraph.style = value ?? null;
    else if (name === 'outlineLvl') paragraph.outline = outlineLevel(value);
    else if (name === 'numId') paragraph.list = value ?? null;
    else if (name === 'ilvl') paragraph.level = Number(value);
  }

  private add(words: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (paragraph !== undefined && !this.isHidden) paragraph.words += words;
  }

  private endParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (paragraph === undefined) return;
    if (paragraph.isJoined) this.carried = paragraph.words;
    if (paragraph.isJoined || (paragraph.isHidden && paragraph.words === '')) return;
    this.emitParagraph(paragraph);
  }

  private emitParagraph(paragraph: Paragraph): void {
    const style = this.surroundings.styleOf(paragraph.style);
    const depth = paragraph.outline === null ? style.depth : depthOf(paragraph.outline);
    const place = { list: paragraph.list ?? style.list, level: paragraph.level ?? style.level };
    // An empty paragraph of a list counts, as it does in Word.
    const number = this.surroundings.numbering.next(place);
    const isEmpty = paragraph.words.trim() === '';
    for (const [i, words] of paragraph.words.split('\n').entries()) {
      this.emit(i > 0 || isEmpty || number === null ? { text: words, depth } : numberedLine(number, words, depth));
    }
  }

  private emit(line: ExtractedLine): void {
    (this.rows.at(-1)?.at(-1) ?? this.lines).push(line);
  }

  /** A row of one cell is text in a frame; a row of several is one line, cell by cell. */
  private endRow(): void {
    const cells = (this.rows.pop() ?? []).map((lines) => lines.filter((line) => line.text.trim() !== ''));
    const filled = cells.filter((lines) => lines.length > 0);
    if (filled.length <= 1) for (const line of filled[0] ?? []) this.emit(line);
    else this.emit({ text: filled.map((lines) => lines.map((line) => line.text.trim()).join(' ')).join('\t') });
  }
}

/** A line behind the number that Word draws before it. */
function numberedLine({ text, ordinal, list, level }: Drawn, words: string, depth: number): ExtractedLine {
  const number = text.trimStart();
  const line = { text: `${number}${words.trimStart()}`, depth };
  return ordinal === null ? line : { ...line, drawn: { length: number.length, ordinal, list, level } };
}
