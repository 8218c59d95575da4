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
  const styles = stylesOfLists(candidates.flat());
  return paragraphs.map((paragraph, i) => {
    const marks = (candidates[i] ?? []).filter((mark) => styles.has(mark.style));
    return toSections(paragraph, nest(marks), paragraph.text.length, level);
  });
}

/** Styles that number two points or more. 首先 and 最后 alone open and close a speech; a list has 其次 or 再次 too. */
function stylesOfLists(marks: readonly PointMark[]): Set<PointStyle> {
  const styles = new Set<PointStyle>();
  const seen = new Set<PointStyle>();
  for (const { style, ordinal } of marks) {
    if (seen.has(style) && style !== 'sequence') styles.add(style);
    if (style === 'sequence' && (ordinal === 2 || ordinal === 3) && marks.length > 1) styles.add(style);
    seen.add(style);
  }
  return styles;
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

/** A higher number goes on with the list; a lower one too (lists are numbered badly), if it is worded the same: 三是 二是. */
const countsOn = (earlier: PointMark, later: PointMark): boolean =>
  earlier.style === later.style && (later.ordinal > earlier.ordinal || wordingOf(earlier) === wordingOf(later));

const wordingOf = ({ marker }: PointMark): string => marker.replace(/[一二三四五六七八九十]+/, '');

function toSections(paragraph: Paragraph, nodes: readonly Node[], end: number, level: number): Section[] {
  return nodes.map((node, i) => {
    const stop = nodes[i + 1]?.mark.at ?? end;
    const span = trimSpan(paragraph.text, { start: node.mark.at, end: stop });
    const from = node.mark.at + node.mark.length;
    const lead = leadOf(paragraph.text.slice(from, node.children[0]?.mark.at ?? span.end), 'point');
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
