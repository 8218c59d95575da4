import type { Section, Span } from '../../speech/index.ts';
import { trimSpan } from '../../text/index.ts';
import { ARTICLE, type HeadingMark } from './heading-marks.ts';
import { leadOf } from './lead.ts';
import { type PointMark, type PointStyle, pointMarks } from './point-marks.ts';
import { nestPoints, type PlacedMark, type PointNode } from './point-tree.ts';

/** Text of the body that is no heading: a line, or what follows a run-in heading. */
export interface Paragraph {
  /** Where the text begins in the original. */
  start: number;
  text: string;
  /** Number in the body, from 1. */
  number: number;
  line: number;
  /** The mark that it begins with as a line of its document. */
  mark: HeadingMark | null;
}

/** The points of paragraphs that stand together. */
export interface Points {
  /** As they nest, over paragraphs too: 一是… on a line of its own under 第一，… */
  sections: Section[];
  /** For each paragraph, the points that begin in it and under no other that does. */
  byParagraph: Section[][];
}

/**
 * Finds the points of paragraphs that stand together under one heading.
 *
 * A mark alone proves nothing (首先 begins many a sentence), so a style counts only where it numbers at least two points
 * of these paragraphs.
 */
export function findPoints(paragraphs: readonly Paragraph[], level: number): Points {
  const candidates = paragraphs.map(({ text, mark }) => withLineMark(pointMarks(text), mark));
  const styles = stylesOfLists(candidates.flat());
  const marks: PlacedMark[] = [];
  candidates.forEach((found, i) => {
    const proven = found.filter((mark) => styles.has(mark.style));
    for (const mark of underNumbers(proven)) marks.push(placed(mark, i, marks.at(-1), paragraphs));
  });
  return new SectionBuilder(paragraphs).build(nestPoints(marks), level);
}

/** What numbers a paragraph in a list of the document (第三条, 1.1) goes before what its words may seem to be. */
function withLineMark(marks: PointMark[], mark: HeadingMark | null): PointMark[] {
  if (mark?.list === undefined) return marks;
  const style = mark.level === ARTICLE ? 'article' : 'decimal';
  const own: PointMark = { ...mark, style, wording: mark.list, at: 0, isWeak: false };
  return [own, ...marks.filter(({ at }) => at >= mark.length)];
}

/** Styles that number two points or more. 首先 and 最后 alone open and close a speech; a list has 其次 or 再次 too. */
function stylesOfLists(marks: readonly PointMark[]): Set<PointStyle> {
  const styles = new Set<PointStyle>(['article', 'decimal']);
  const seen = new Set<PointStyle>();
  for (const { style, ordinal } of marks) {
    if (seen.has(style) && style !== 'sequence') styles.add(style);
    if (style === 'sequence' && (ordinal === 2 || ordinal === 3) && marks.length > 1) styles.add(style);
    seen.add(style);
  }
  return styles;
}

/**
 * Puts a mark in its place; `before` is the one before it, in its paragraph or an earlier one. Across paragraphs, a lead
 * is what has no stop (第一，抓落实) or announces (：).
 */
function placed(
  mark: PointMark,
  paragraph: number,
  before: PlacedMark | undefined,
  paragraphs: readonly Paragraph[],
): PlacedMark {
  if (before === undefined || paragraph - before.paragraph > 1) return { ...mark, paragraph, followsLead: false };
  const text = paragraphs[before.paragraph]?.text ?? '';
  const from = before.at + before.length;
  if (before.paragraph === paragraph) {
    return { ...mark, paragraph, followsLead: !/[。！？!?]./s.test(text.slice(from, mark.at).trimEnd()) };
  }
  return {
    ...mark,
    paragraph,
    followsLead: mark.at === 0 && /^[^。；;！!？?]*$/.test(text.slice(from, from + LONGEST_LEAD)),
  };
}

/** No lead on a line of its own is longer. In characters. */
const LONGEST_LEAD = 80;

/**
 * The marks of a paragraph without 要…。 where it does not enumerate: it does under 一要…, and twice at least; elsewhere
 * it is how sentences begin.
 */
function underNumbers(marks: readonly PointMark[]): PointMark[] {
  const kept: PointMark[] = [];
  let bare: PointMark[] = [];
  let isNumbered = false;
  const settle = (): void => {
    if (isNumbered && bare.length > 1) for (const mark of bare) kept.push(mark);
    bare = [];
  };
  for (const mark of marks) {
    if (mark.style === 'bare') bare.push(mark);
    else {
      settle();
      isNumbered = mark.wording === '要';
      kept.push(mark);
    }
  }
  settle();
  return kept;
}

/** A point that stands on a line of its own without a stop, its text below it, is all lead. */
const isWholeLine = (words: string): boolean => !/[。；;！!？?：:]/.test(words);

class SectionBuilder {
  private readonly paragraphs: readonly Paragraph[];
  private readonly byParagraph: Section[][];

  constructor(paragraphs: readonly Paragraph[]) {
    this.paragraphs = paragraphs;
    this.byParagraph = paragraphs.map(() => []);
  }

  build(roots: readonly PointNode[], level: number): Points {
    return { sections: this.sections(roots, level, { paragraph: -1, at: 0 }, -1), byParagraph: this.byParagraph };
  }

  /**
   * @param behind where the next point outside of these begins
   * @param holder the paragraph of the point that holds them
   */
  private sections(nodes: readonly PointNode[], level: number, behind: Place, holder: number): Section[] {
    return nodes.map((node, i) => {
      const section = this.section(node, level, nodes[i + 1]?.mark ?? behind);
      if (holder !== node.mark.paragraph) this.byParagraph[node.mark.paragraph]?.push(section);
      return section;
    });
  }

  private section(node: PointNode, level: number, behind: Place): Section {
    const { mark } = node;
    const paragraph = this.paragraphs[mark.paragraph] as Paragraph;
    const stop = behind.paragraph === mark.paragraph ? behind.at : paragraph.text.length;
    const span = trimSpan(paragraph.text, { start: mark.at, end: stop });
    const heading = leadOfPoint(paragraph.text, node, span.end);
    const sections = this.sections(node.children, level + 1, behind, mark.paragraph);
    return {
      kind: 'point',
      level,
      marker: mark.marker,
      heading: paragraph.text.slice(heading.start, heading.end),
      headingStart: paragraph.start + heading.start,
      headingEnd: paragraph.start + heading.end,
      runIn: span.end - heading.end > 1,
      role: null,
      evidence: null,
      paragraph: paragraph.number,
      start: paragraph.start + span.start,
      end: Math.max(paragraph.start + span.end, sections.at(-1)?.end ?? 0),
      sections,
    };
  }
}

type Place = Pick<PlacedMark, 'paragraph' | 'at'>;

/** The lead of a point that ends at `end` of its paragraph, at its first child at the latest. */
function leadOfPoint(text: string, { mark, children }: PointNode, end: number): Span {
  const from = mark.at + mark.length;
  const child = children.find((inner) => inner.mark.paragraph === mark.paragraph);
  const words = text.slice(from, child?.mark.at ?? end);
  const isLine = mark.at === 0 && end === text.length && isWholeLine(words);
  const lead = leadOf(words, isLine ? 'heading' : 'point');
  return { start: from + lead.start, end: from + lead.end };
}
