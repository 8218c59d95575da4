import { placeLine, rightsLine, type Texts } from '../assistant/index.ts';
import type { PhrasingAnswer } from '../drafting/index.ts';

const COLUMNS = [
  'kind',
  'text',
  'count',
  'speeches',
  'left',
  'match',
  'right',
  'place',
  'rights',
  'file',
  'start',
  'end',
];

/** Phrasing as a table for spreadsheets, one line an example (RFC 4180), with the mark that tells Excel it is UTF-8. */
export function phrasingCsv(texts: Texts, { groups }: PhrasingAnswer): string {
  const rows = groups.flatMap(({ kind, items }) =>
    items.flatMap(({ text, count, speeches, examples }) =>
      examples.map(({ left, match, right, citation }) => [
        ...[texts.phraseKinds[kind], text, count, speeches, left, match, right],
        ...[placeLine(texts, citation), rightsLine(texts, citation), citation.file, citation.start, citation.end],
      ]),
    ),
  );
  return `\uFEFF${[COLUMNS, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}`;
}

/** What a spreadsheet would take for a formula is marked as text (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
