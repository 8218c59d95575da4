/** Writes small PDFs (ISO 32000-1) for tests: text by coordinates, in a Chinese font that is not embedded. */

/** Words on a page. Lengths are in points, the origin at the lower left. */
export interface Placed {
  text: string;
  x: number;
  y: number;
  /** 16 where nothing is said. */
  size?: number;
  /** Degrees, against the clock. */
  turn?: number;
}

/** A PDF of objects as they stand, numbered from 1; the first is the catalogue. */
export function rawPdf(objects: readonly string[], trailer = ''): Uint8Array {
  const bodies = objects.map((body, i) => `${i + 1} 0 obj\n${body}\nendobj\n`);
  let length = HEADER.length;
  const offsets = bodies.map((body) => {
    const offset = length;
    length += body.length;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
  const end = `trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`;
  return Buffer.from(`${HEADER}${bodies.join('')}${table}${end}`, 'latin1');
}

const HEADER = '%PDF-1.4\n';

export const CATALOGUE = '<< /Type /Catalog /Pages 2 0 R >>';

export const stream = (content: string, entries = ''): string =>
  `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`;

/** Chinese as readers of PDF know it by name; each character as wide as it is high, Latin letters half. */
const FONT = [
  '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
  '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500] /FontDescriptor 5 0 R >>',
  '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
];

/** A PDF whose pages have these contents: operators of PDF, in place of words; `page` is added to each page. */
export function pdfOfContents(contents: readonly string[], page = ''): Uint8Array {
  const kids = contents.map((_, i) => `${FONT.length + 3 + 2 * i} 0 R`).join(' ');
  const pages = contents.flatMap((content, i) => [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${FONT.length + 4 + 2 * i} 0 R ${page} >>`,
    stream(content),
  ]);
  return rawPdf([CATALOGUE, `<< /Type /Pages /Count ${contents.length} /Kids [${kids}] >>`, ...FONT, ...pages]);
}

/** A PDF of pages of words. */
export const pdfOf = (...pages: readonly (readonly Placed[])[]): Uint8Array =>
  pdfOfContents(pages.map((words) => words.map(drawn).join('\n')));

/** The operators that draw words. */
export function drawn({ text, x, y, size = SIZE, turn = 0 }: Placed): string {
  const angle = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)].map((value) => value.toFixed(5));
  const codes = Buffer.from(text, 'utf16le').swap16().toString('hex');
  return `BT /F ${size} Tf ${cos} ${sin} -${sin} ${cos} ${x} ${y} Tm <${codes}> Tj ET`.replaceAll('--', '');
}

/** GB/T 9704-2012: 28 characters of 16 points a line, 22 lines a page. */
const SIZE = 16;
export const LEFT = 74;
const ROW = 28;
const COLUMNS = 28;
const RIGHT = LEFT + COLUMNS * SIZE;
const TOP = 740;
const ROWS = 22;

/** A line of the text area, counted from 0. */
export const row = (line: number, text: string, indent = 0): Placed => ({
  text,
  x: LEFT + indent * SIZE,
  y: TOP - line * ROW,
});

/** A line in the middle of the page. */
export const centred = (y: number, text: string, size = SIZE): Placed => ({
  text,
  x: (LEFT + RIGHT - [...text].length * size) / 2,
  y,
  size,
});

/** Paragraphs as a typesetter sets them, page by page, the first line of each set in by some characters. */
export function typeset(paragraphs: readonly string[], indent = 2): Placed[][] {
  const rows = paragraphs.flatMap((words) => {
    const first = row(0, words.slice(0, COLUMNS - indent), indent);
    const others = words.slice(COLUMNS - indent).match(new RegExp(`.{1,${COLUMNS}}`, 'gu')) ?? [];
    return [first, ...others.map((text) => row(0, text))];
  });
  const pages = Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, i) => rows.slice(i * ROWS, (i + 1) * ROWS));
  return pages.map((lines) => lines.map((line, i) => ({ ...line, y: TOP - i * ROW })));
}
