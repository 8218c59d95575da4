import type { Warning } from '../../speech/index.ts';
import { trimSpan } from '../../text/index.ts';
import { type ForeignKey, splitFrontMatter } from '../front-matter.ts';
import type { Document } from './document.ts';
import { type Line, lineNumbers, splitLines } from './line.ts';
import { mendLineBreaks } from './line-breaks.ts';
import { readMarkdown } from './markdown.ts';
import { withoutMarks } from './markdown-marks.ts';

/** A format that is text already: the decoded text from `from` on as lines. */
const LINES = { '.txt': splitLines, '.md': readMarkdown } as const;

export type TextFormat = keyof typeof LINES;

/**
 * Reads text as it stands, front matter and all; of Markdown without the marks that stand
 * beside words, of other text with its line breaks put right. What another program's keys say stands beside the text, where notices
 * are looked for.
 *
 * @throws ZhibiError `front-matter-invalid`
 */
export function readText(written: string, file: string, format: TextFormat): Document {
  const { frontMatter, foreign, bodyStart } = splitFrontMatter(written, file);
  const body = written.slice(bodyStart);
  const { doubt, text: mended } = format === '.md' ? { doubt: null, text: withoutMarks(body) } : mendLineBreaks(body);
  const text = written.slice(0, bodyStart) + mended;
  const doubts: Warning[] = doubt === null ? [] : [{ code: doubt, line: lineNumbers(text)(bodyStart), details: {} }];
  const lines = [...linesBeside(text, foreign), ...LINES[format](text, bodyStart)];
  return { text, bodyStart, frontMatter, lines, warnings: [...foreignWarning(text, foreign), ...doubts] };
}

function linesBeside(text: string, foreign: readonly ForeignKey[]): Line[] {
  const lineAt = lineNumbers(text);
  return foreign.map((entry) => {
    const { start, end } = trimSpan(text, entry);
    const words = text.slice(start, end);
    return { start, end, text: words, number: lineAt(start), afterBlank: false, depth: 0, furniture: 'beside' };
  });
}

function foreignWarning(text: string, foreign: readonly ForeignKey[]): Warning[] {
  const [first] = foreign;
  if (first === undefined) return [];
  const keys = foreign.map(({ key }) => key).join(', ');
  return [{ code: 'front-matter-foreign', line: lineNumbers(text)(first.start), details: { keys } }];
}
