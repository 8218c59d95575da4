/** Makes Word documents (ISO/IEC 29500) for tests: as people make them, by `docx`, and raw, for what it can't do. */
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  type IRunOptions,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { strToU8, zipSync } from 'fflate';

export { HeadingLevel, Paragraph };

const LEVELS = [
  { format: LevelFormat.CHINESE_COUNTING_THOUSAND, text: '%1、' },
  { format: LevelFormat.CHINESE_COUNTING_THOUSAND, text: '（%2）' },
  { format: LevelFormat.DECIMAL, text: '%3.' },
  { format: LevelFormat.DECIMAL_ENCLOSED_CIRCLE, text: '%4' },
];

/** A paragraph that Word numbers: 一、 （一） 1. ① at these levels, each instance a list of its own. */
export const numbered = (level: number, words: string, more: IParagraphOptions = {}, instance = 0): Paragraph =>
  new Paragraph({ ...more, text: words, numbering: { reference: 'official', level, instance } });

export const table = (...rows: readonly (readonly string[])[]): Table =>
  new Table({
    rows: rows.map(
      (cells) => new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) }),
    ),
  });

/** A document by `docx`; strings are plain paragraphs. */
export async function wordDocument(
  children: readonly (string | Paragraph | Table)[],
  { header = '', footer = '' } = {},
): Promise<Uint8Array> {
  const document = new Document({
    numbering: { config: [{ reference: 'official', levels: LEVELS.map((level, i) => ({ ...level, level: i })) }] },
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph(header)] }) },
        footers: { default: new Footer({ children: [new Paragraph(footer)] }) },
        children: children.map((child) => (typeof child === 'string' ? new Paragraph(child) : child)),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** A speech as it is laid out for print (GB/T 9704-2012): lengths in twips, type in half points. */
export interface Official {
  /** Centred, a line each. */
  title: readonly string[];
  /** Centred below the title, as large as the text. */
  date?: string;
  body: readonly string[];
  header: string;
}

const FONT = 'Noto Sans CJK SC';
const POINT = 20;
const MILLIMETRE = 56.7;

const official = (words: string | IRunOptions, size: number, more: IParagraphOptions): Paragraph =>
  new Paragraph({
    ...more,
    children: [new TextRun({ ...(typeof words === 'string' ? { text: words } : words), font: FONT, size: size * 2 })],
  });

const inTheMiddle = { alignment: AlignmentType.CENTER };
/** Lines 28 points apart, first lines set in by two characters. */
const rows = { spacing: { line: 28 * POINT, lineRule: LineRuleType.EXACT } };
const body = { ...rows, indent: { firstLine: 2 * 16 * POINT } };

/** A speech as an office prints it: title, text without blank lines, a header, page numbers between dashes. */
export async function officialDocument({ title, date, body: words, header }: Official): Promise<Uint8Array> {
  const millimetres = (length: number): number => Math.round(length * MILLIMETRE);
  const margin = { top: millimetres(37), bottom: millimetres(35), left: millimetres(26), right: millimetres(26) };
  const number: IRunOptions = { children: ['- ', PageNumber.CURRENT, ' -'] };
  const document = new Document({
    sections: [
      {
        properties: { page: { size: { width: millimetres(210), height: millimetres(297) }, margin } },
        headers: { default: new Header({ children: [official(header, 10, inTheMiddle)] }) },
        footers: { default: new Footer({ children: [official(number, 14, inTheMiddle)] }) },
        children: [
          ...title.map((line) => official(line, 22, { ...inTheMiddle, spacing: { line: 36 * POINT } })),
          ...(date === undefined ? [] : [official(date, 16, inTheMiddle)]),
          ...words.map((line) => official(line, 16, body)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** A zip of files, as they stand. */
export const zipOf = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
  );

/** The parts of a raw document, as XML inside of their root elements. */
export interface RawParts {
  body: string;
  styles?: string;
  numbering?: string;
  headers?: readonly string[];
  footers?: readonly string[];
}

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const part = (root: string, content: string): string => `${DECLARATION}<w:${root} ${NAMESPACES}>${content}</w:${root}>`;

export const documentPart = (body: string): string => part('document', `<w:body>${body}</w:body>`);

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A relationship part: what kinds of parts stand where. */
export const relationsPart = (
  targets: readonly (readonly [kind: string, target: string, ...rest: string[]])[],
): string =>
  `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(([kind, target], i) => `<Relationship Id="r${i}" Type="${RELATIONSHIPS}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** The files of a document of these parts. */
export function rawFiles({ body, styles, numbering, headers = [], footers = [] }: RawParts): Record<string, string> {
  const parts: [kind: string, target: string, xml: string][] = [
    ...headers.map((xml, i): [string, string, string] => ['header', `header${i + 1}.xml`, part('hdr', xml)]),
    ...footers.map((xml, i): [string, string, string] => ['footer', `footer${i + 1}.xml`, part('ftr', xml)]),
  ];
  if (styles !== undefined) parts.push(['styles', 'styles.xml', part('styles', styles)]);
  if (numbering !== undefined) parts.push(['numbering', 'numbering.xml', part('numbering', numbering)]);
  return {
    '_rels/.rels': relationsPart([['officeDocument', 'word/document.xml']]),
    'word/document.xml': documentPart(body),
    'word/_rels/document.xml.rels': relationsPart(parts),
    ...Object.fromEntries(parts.map(([, target, xml]) => [`word/${target}`, xml])),
  };
}

/** A document of raw parts. */
export const rawDocument = (parts: RawParts): Uint8Array => zipOf(rawFiles(parts));

const escaped = (words: string): string => words.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** A run of words, with properties as XML. */
export const run = (words: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(words)}</w:t></w:r>`;

/** A paragraph of words, or of XML, with properties as XML. */
export const paragraph = (content: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') ? content : run(content)}</w:p>`;

/** Properties that put a paragraph into a list. */
export const inList = (list: number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;

/** An abstract list whose levels have these formats and texts. */
export const abstractList = (id: number, ...levels: readonly (readonly [format: string, text: string])[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels
    .map(
      ([format, text], i) =>
        `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/></w:lvl>`,
    )
    .join('')}</w:abstractNum>`;

/** A list of an abstract one, with what it changes as XML. */
export const listOf = (id: number, abstract: number, changes = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${changes}</w:num>`;

/** A paragraph style. */
export const style = (id: string, name: string, properties = '', basedOn = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${basedOn === '' ? '' : `<w:basedOn w:val="${basedOn}"/>`}<w:pPr>${properties}</w:pPr></w:style>`;
