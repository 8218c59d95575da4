import type { Section, Span } from '../../speech/index.ts';
import type { Line } from '../readers/index.ts';
import type { HeadingMark } from './heading-marks.ts';
import { type HeadingLine, readHeadings } from './headings.ts';
import { levelsOf } from './levels.ts';
import { addressesAudience, isOrnament, isSalutation, takesLeave } from './lines.ts';
import { marksOf } from './marked-lines.ts';
import { isAddressee } from './official.ts';
import { findPoints, type Paragraph } from './points.ts';

/** What may still be said behind the words of leave: 谢谢大家！ In characters. */
const SHORT_END = 20;

/** A paragraph of the body, in its place: under which headings, with which points. */
export interface PlacedParagraph extends Paragraph {
  headings: readonly Section[];
  points: readonly Section[];
}

/** What a body is made of. Every line of it is in exactly one of these, a run-in line in two. */
export interface Outline {
  sections: Section[];
  paragraphs: PlacedParagraph[];
  /** Lines that are neither heading nor text, with what they are. */
  furniture: (Span & { reason: 'salutation' | 'ornament' })[];
}

/** Reads the lines of a body into its tree of headings and points, and its paragraphs in their places. */
export function readOutline(original: string, lines: readonly Line[]): Outline {
  return new OutlineBuilder(original).read(withLoneMarksJoined(original, lines));
}

class OutlineBuilder {
  private readonly outline: Outline = { sections: [], paragraphs: [], furniture: [] };
  private readonly original: string;
  private open: Section[] = [];
  private waiting: Paragraph[] = [];
  private number = 0;

  constructor(original: string) {
    this.original = original;
  }

  read(lines: readonly Line[]): Outline {
    const marks = marksOf(lines);
    const headings = readHeadings(lines, marks);
    const levels = levelsOf(headings);
    const closing = closingLine(lines, headings);
    lines.forEach((line, i) => {
      if (i === closing) this.closeFrom(0);
      if (isOrnament(line)) this.drop(line, 'ornament');
      else if (isSalutation(line) || (i < 2 && lines.slice(0, i + 1).every(isAddressee))) this.drop(line, 'salutation');
      else this.take(line, headings[i] ?? null, levels[i] ?? 1, marks[i] ?? null);
    });
    this.closeFrom(0);
    return this.outline;
  }

  private drop(line: Line, reason: 'salutation' | 'ornament'): void {
    this.outline.furniture.push({ start: line.start, end: line.end, reason });
  }

  private take(line: Line, heading: HeadingLine | null, level: number, mark: HeadingMark | null): void {
    this.number++;
    if (heading === null) this.addText(line, line, mark);
    else {
      this.addHeading(line, heading, level);
      if (heading.rest !== null) this.addText(line, heading.rest, null);
    }
  }

  private addHeading(line: Line, heading: HeadingLine, level: number): void {
    const depth = this.open.findIndex((section) => section.level >= level);
    this.closeFrom(depth === -1 ? this.open.length : depth);
    const section: Section = {
      kind: 'heading',
      level,
      marker: heading.marker,
      heading: this.original.slice(heading.words.start, heading.words.end),
      headingStart: heading.words.start,
      headingEnd: heading.words.end,
      runIn: heading.rest !== null,
      role: null,
      evidence: null,
      paragraph: this.number,
      start: line.start,
      end: line.end,
      sections: [],
    };
    (this.open.at(-1)?.sections ?? this.outline.sections).push(section);
    this.open.push(section);
    this.extend(line.end);
  }

  private addText(line: Line, span: Span, mark: HeadingMark | null): void {
    const text = this.original.slice(span.start, span.end);
    this.waiting.push({ start: span.start, text, number: this.number, line: line.number, mark });
    this.extend(span.end);
  }

  private extend(end: number): void {
    for (const section of this.open) section.end = end;
  }

  /** Settles the paragraphs under the innermost heading, then closes the headings from `depth` inwards. */
  private closeFrom(depth: number): void {
    const parent = this.open.at(-1);
    const points = findPoints(this.waiting, (parent?.level ?? 0) + 1);
    this.waiting.forEach((paragraph, i) => {
      const found = points.byParagraph[i] ?? [];
      this.outline.paragraphs.push({ ...paragraph, headings: [...this.open], points: found });
    });
    const siblings = parent?.sections ?? this.outline.sections;
    for (const section of points.sections) siblings.push(section);
    this.waiting = [];
    this.open = this.open.slice(0, depth);
  }
}

/**
 * The line with which a speech leaves its last section to close: behind the last heading, the first that addresses the
 * audience again, or else a last one that takes leave of it. -1 when none does.
 */
function closingLine(lines: readonly Line[], headings: readonly (HeadingLine | null)[]): number {
  const last = headings.findLastIndex((heading) => heading !== null);
  if (last === -1 || headings[last]?.isPartName) return -1;
  const address = lines.findIndex((line, i) => i > last && (isSalutation(line) || addressesAudience(line)));
  if (address !== -1) return address;
  const end = lines.findLastIndex((line) => !isOrnament(line));
  const leaves = (at: number): boolean => at > last + 1 && takesLeave(lines[at] as Line);
  if (!leaves(end)) return leaves(end - 1) && (lines[end]?.text.length ?? 0) <= SHORT_END ? end - 1 : -1;
  return leaves(end - 1) ? end - 1 : end;
}

/** A number that its words have left: they stand on the next line. */
const LONE_MARK =
  /^(?:[一二三四五六七八九十]{1,3}[是要、]|第[一二三四五六七八九十]{1,3}[，、：]|[（(][一二三四五六七八九十]{1,3}[）)])$/;

/** Copying from pages breaks lines behind 一是 where that was set in bold. */
function withLoneMarksJoined(original: string, lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    if (before === undefined || line.depth > 0 || line.afterBlank || !LONE_MARK.test(before.text)) joined.push(line);
    else joined[joined.length - 1] = { ...before, end: line.end, text: original.slice(before.start, line.end) };
  }
  return joined;
}
