import { fromMarkdown } from 'mdast-util-from-markdown';
import { type Line, splitLines } from './line.ts';

/**
 * Markdown as speeches are kept in it: one paragraph a line, headings with `#`. A Markdown parser finds the headings
 * (so that a `#` inside a code block is none); their marks are left out of the line. All else is read as plain text.
 */
export function readMarkdown(original: string, from: number): Line[] {
  const headings = headingsByOffset(original, from);
  return splitLines(original, from).map((line) => {
    const heading = headings.get(line.start);
    if (heading === undefined) return line;
    const { start, end, depth } = heading;
    return { ...line, start, end, depth, text: original.slice(start, end) };
  });
}

function headingsByOffset(original: string, from: number): Map<number, { start: number; end: number; depth: number }> {
  const headings = new Map<number, { start: number; end: number; depth: number }>();
  for (const node of fromMarkdown(original.slice(from)).children) {
    if (node.type !== 'heading') continue;
    const first = node.children[0]?.position?.start.offset;
    const last = node.children.at(-1)?.position?.end.offset;
    const marks = node.position?.start.offset;
    if (first === undefined || last === undefined || marks === undefined) continue;
    headings.set(from + marks, { start: from + first, end: from + last, depth: node.depth });
  }
  return headings;
}
