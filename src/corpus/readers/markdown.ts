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

function headingsByOffset(original: string, from: number): Map<number, Heading> {
  const headings = new Map<number, Heading>();
  for (const node of fromMarkdown(original.slice(from)).children) {
    const marks = node.position?.start.offset;
    // A rule under a paragraph makes it a heading in Markdown; whoever types one means the rule.
    if (node.type !== 'heading' || marks === undefined || original[from + marks] !== '#') continue;
    const start = innermost(node, 'first').position?.start.offset;
    const end = innermost(node, 'last').position?.end.offset;
    if (start === undefined || end === undefined) continue;
    headings.set(from + marks, { start: from + start, end: from + end, depth: node.depth });
  }
  return headings;
}

/** What is read of a node of the Markdown tree. */
interface Node {
  position?: { start: { offset?: number | undefined }; end: { offset?: number | undefined } } | undefined;
  children?: readonly Node[];
}

interface Heading {
  start: number;
  end: number;
  depth: number;
}

/** The first or last piece of plain text in a node: emphasis around a heading is no part of its words. */
function innermost(node: Node, side: 'first' | 'last'): Node {
  const child = node.children?.at(side === 'first' ? 0 : -1);
  return child === undefined ? node : innermost(child, side);
}
