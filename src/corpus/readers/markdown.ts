import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Span } from '../../speech/index.ts';
import { type Line, splitLines } from './line.ts';

/** A line that may be a heading: `#` marks, then words. */
const MAY_BE_HEADING = /^#{1,6}\s/;
/** Longer lines are paragraphs, whatever they begin with. In characters. */
const LONGEST_HEADING = 500;
const FENCE = /^(?:```|~~~)/;

/**
 * Markdown as speeches are kept in it: one paragraph a line, headings with `#`. A Markdown parser reads the headings (so
 * that closing marks and emphasis are no part of their words), line by line, so that its time stays in proportion; what
 * stands between code fences is left alone. All else is read as plain text.
 */
export function readMarkdown(original: string, from: number): Line[] {
  let isFenced = false;
  return splitLines(original, from).map((line) => {
    if (FENCE.test(line.text)) isFenced = !isFenced;
    const heading = isFenced ? null : readHeading(line.text);
    if (heading === null) return isFenced ? line : unquoted(line);
    const start = line.start + heading.start;
    const end = line.start + heading.end;
    return { ...line, start, end, depth: heading.depth, text: original.slice(start, end) };
  });
}

const QUOTE = /^(?:>[ \t]?)+/;

/** A line of a block quotation without its marks. */
function unquoted(line: Line): Line {
  const marks = QUOTE.exec(line.text)?.[0].length ?? 0;
  return marks === 0 ? line : { ...line, start: line.start + marks, text: line.text.slice(marks) };
}

/** The words of a heading in its line, and its depth; `null` when the line is none. */
function readHeading(line: string): (Span & { depth: number }) | null {
  if (line.length > LONGEST_HEADING || !MAY_BE_HEADING.test(line)) return null;
  const [node] = fromMarkdown(line).children;
  if (node?.type !== 'heading') return null;
  const start = innermost(node, 'first').position?.start.offset;
  const end = innermost(node, 'last').position?.end.offset;
  return start === undefined || end === undefined || end <= start ? null : { start, end, depth: node.depth };
}

/** What is read of a node of the Markdown tree. */
interface Node {
  position?: { start: { offset?: number | undefined }; end: { offset?: number | undefined } } | undefined;
  children?: readonly Node[];
}

/** The first or last piece of plain text in a node: emphasis around a heading is no part of its words. */
function innermost(node: Node, side: 'first' | 'last'): Node {
  const child = node.children?.at(side === 'first' ? 0 : -1);
  if (child === undefined) return node;
  return node.children?.length === 1 ? innermost(child, side) : child;
}
