import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { CATALOGUE, rawPdf } from '../../../tests/support/pdf.ts';
import type { ServedFile } from '../slack/stand-in.ts';

const MEGABYTE = 2 ** 20;

const CONTENT_TYPES = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELATIONS = `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;
const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A .docx around the XML of its document. */
const docx = (document: Uint8Array): Uint8Array =>
  zipSync(
    { '[Content_Types].xml': strToU8(CONTENT_TYPES), '_rels/.rels': strToU8(RELATIONS), 'word/document.xml': document },
    { level: 9 },
  );

const wordXml = (body: string): Uint8Array =>
  strToU8(`<?xml version="1.0"?><w:document xmlns:w="${NAMESPACE}"><w:body>${body}</w:body></w:document>`);

const paragraph = (words: string): string => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;

/** Repeats until there is so much of it. @param size in UTF-16 units */
const repeated = (words: string, size: number): string => words.repeat(Math.ceil(size / words.length));

/** A .docx of little that becomes 47 MB of XML. */
const bigDocx = (): Uint8Array => docx(wordXml(repeated(paragraph('agreed and done'), 47 * MEGABYTE)));

/** A .docx whose document becomes 400 MB of nothing. */
const zipBomb = (): Uint8Array => docx(new Uint8Array(400 * MEGABYTE).fill(0x20));

const DEPTH = 200_000;
const deepDocx = (): Uint8Array => docx(wordXml('<w:p>'.repeat(DEPTH)));
const deepHtml = (): Uint8Array =>
  strToU8(`<!doctype html><body>${'<div>'.repeat(DEPTH)}讲话${'</div>'.repeat(DEPTH)}`);

const SENTENCES = [
  '会议要求各单位把今年的任务一件一件落到人头。',
  '财务室要在月底以前把账目清理完毕。',
  '值班的同志不得离岗，交接班要有记录。',
  '村里的路灯坏了三盏，下周二以前修好。',
];

/** Ordinary lines, 3.9 MB of them. */
function longText(): Uint8Array {
  const lines: string[] = [];
  for (let size = 0, i = 0; size < 3.9 * MEGABYTE; i++) {
    const line = `第${i}条 ${SENTENCES[i % SENTENCES.length]}${SENTENCES[(i * 7 + 1) % SENTENCES.length]}`;
    lines.push(line);
    size += Buffer.byteLength(line) + 1;
  }
  return strToU8(lines.join('\n'));
}

const POINTS = 120_000;
const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;
const point = (i: number): string => `${NUMERALS[i % NUMERALS.length]}是抓好落实。`;

/** One paragraph of 120,000 points. */
const pointsText = (): Uint8Array =>
  strToU8(`在会上的讲话\n同志们：\n${Array.from({ length: POINTS }, (_, i) => point(i)).join('')}`);

/** A .pdf of one page on which every character is placed by itself. */
function slowPdf(): Uint8Array {
  const place = (i: number): string => `1 0 0 1 ${(i % 50) * 10} ${(i % 80) * 10} Tm (x) Tj\n`;
  const operators = `BT /F 8 Tf\n${Array.from({ length: 400_000 }, (_, i) => place(i)).join('')}ET`;
  const packed = deflateSync(operators, { level: 9 }).toString('latin1');
  return rawPdf([
    CATALOGUE,
    '<< /Type /Pages /Count 1 /Kids [4 0 R] >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents 5 0 R >>',
    `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed}\nendstream`,
  ]);
}

/** A page that is one line. */
const lineHtml = (): Uint8Array =>
  strToU8(`<html><body><p>${repeated(SENTENCES.join(''), 2 * MEGABYTE)}</p></body></html>`);

/** Files that take a reader long, or much memory. */
export const hostileFiles = (): readonly ServedFile[] => [
  { name: 'big.docx', bytes: bigDocx() },
  { name: 'long.txt', bytes: longText() },
  { name: 'points.txt', bytes: pointsText() },
  { name: 'slow.pdf', bytes: slowPdf() },
  { name: 'bomb.docx', bytes: zipBomb() },
  { name: 'deep.docx', bytes: deepDocx() },
  { name: 'deep.html', bytes: deepHtml() },
  { name: 'line.html', bytes: lineHtml() },
];
