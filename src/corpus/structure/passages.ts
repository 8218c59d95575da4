import { headingPath, type Section, type Span } from '../../speech/index.ts';
import { sentences } from '../../text/index.ts';
import type { PlacedParagraph } from './outline.ts';

/** A paragraph up to this long is one passage; a longer one is divided at its points. In characters. */
const LONG_PARAGRAPH = 240;
/** What no point divides is divided at sentences once it is longer than this, into pieces of about 400. */
const LONG_PASSAGE = 500;

/** Sentences that begin with 要 are too short to stand alone, and what follows a comma is no sentence. */
const divides = (original: string, point: Section): boolean =>
  point.marker !== '要' && !/[，,、]/.test(original[point.start - 1] ?? '');

/** A passage before it has an id. */
export interface PassageSpan extends Span {
  path: string[];
  paragraph: number;
}

/** Divides the paragraphs of a body into passages: whole where short, at points where long, else at sentences. */
export function toPassages(original: string, paragraphs: readonly PlacedParagraph[]): PassageSpan[] {
  return paragraphs.flatMap((paragraph) => {
    const span = { start: paragraph.start, end: paragraph.start + paragraph.text.length };
    const path = headingPath(paragraph.headings);
    const points = paragraph.points.filter((point) => divides(original, point));
    return divide(original, span, points).map((piece) => ({ ...piece, path, paragraph: paragraph.number }));
  });
}

function divide(original: string, span: Span, points: readonly Section[]): Span[] {
  if (span.end - span.start <= LONG_PARAGRAPH) return [span];
  if (points.length === 0) return divideAtSentences(original, span);
  const bounds = [span.start, ...points.map((point) => point.start), span.end];
  return bounds.flatMap((start, i) => {
    const end = trimEnd(original, start, bounds[i + 1] ?? start);
    if (end <= start) return [];
    const inner = points[i - 1]?.sections.filter((point) => point.start < end && divides(original, point)) ?? [];
    return divide(original, { start, end }, inner);
  });
}

function divideAtSentences(original: string, span: Span): Span[] {
  const length = span.end - span.start;
  if (length <= LONG_PASSAGE) return [span];
  const target = length / Math.ceil(length / (LONG_PASSAGE * 0.8));
  const pieces: Span[] = [];
  for (const sentence of sentences(original.slice(span.start, span.end))) {
    const current = pieces.at(-1);
    const isFull = current === undefined || current.end - current.start >= target;
    if (isFull && span.start + sentence.start + target / 2 < span.end) {
      pieces.push({ start: span.start + sentence.start, end: span.start + sentence.end });
    } else if (current !== undefined) current.end = span.start + sentence.end;
  }
  return pieces;
}

const trimEnd = (original: string, start: number, end: number): number =>
  start + original.slice(start, end).trimEnd().length;
