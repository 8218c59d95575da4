import type { Section } from '../../speech/index.ts';
import { trimSpan } from '../../text/index.ts';
import { leadOf } from './lead.ts';
import { type PointMark, type PointStyle, pointMarks } from './marks.ts';

/** Text of the body that is no heading: a line, or what follows a run-in heading. */
export interface Paragraph {
  /** Where the text begins in the original. */
  start: number;
  text: string;
  /** Number in the body, from 1. */
  number: number;
  line: number;
}

interface Node {
  mark: PointMark;
  children: Node[];
}

/**
 * The points of paragraphs that stand together under one heading, as sections, paragraph by paragraph.
 *
 * A mark alone proves nothing (首先 begins many a sentence), so a style counts only where it numbers at least two points
 * of these paragraphs.
 */
export function findPoints(paragraphs: readonly Paragraph[], level: number): Section[][] {
  const candidates = paragraphs.map((paragraph) => pointMarks(paragraph.text));
  const counts = new Map<PointStyle, number>();
  for (const { style } of candidates.flat()) counts.set(style, (counts.get(style) ?? 0) + 1);
  return paragraphs.map((paragraph, i) => {
    const marks = (candidates[i] ?? []).filter((mark) => (counts.get(mark.style) ?? 0) >= 2);
    return toSections(paragraph, nest(marks), paragraph.text.length, level);
  });
}

/** Nests the points of one paragraph: one that counts on goes beside the point it follows, any other under it. */
function nest(marks: readonly PointMark[]): Node[] {
  const roots: Node[] = [];
  const open: Node[] = [];
  for (const mark of marks) {
    const node: Node = { mark, children: [] };
    const sibling = open.findLastIndex((other) => countsOn(other.mark, mark));
    if (sibling >= 0) open.length = sibling;
    const parent = open.at(-1);
    (parent?.children ?? roots).push(node);
    open.push(node);
  }
  return roots;
}

const countsOn = (earlier: PointMark, later: PointMark): boolean =>
  earlier.style === later.style && later.ordinal > earlier.ordinal;

function toSections(paragraph: Paragraph, nodes: readonly Node[], end: number, level: number): Section[] {
  return nodes.map((node, i) => {
    const stop = nodes[i + 1]?.mark.at ?? end;
    const span = trimSpan(paragraph.text, { start: node.mark.at, end: stop });
    const from = node.mark.at + node.mark.length;
    const lead = leadOf(paragraph.text.slice(from, span.end), 'point');
    const heading = { start: from + lead.start, end: from + lead.end };
    return {
      kind: 'point',
      level,
      marker: node.mark.marker,
      heading: paragraph.text.slice(heading.start, heading.end),
      headingStart: paragraph.start + heading.start,
      headingEnd: paragraph.start + heading.end,
      runIn: span.end - heading.end > 1,
      role: null,
      paragraph: paragraph.number,
      start: paragraph.start + span.start,
      end: paragraph.start + span.end,
      sections: toSections(paragraph, node.children, span.end, level + 1),
    };
  });
}
