import type { DropReason, Part, Passage, Section, Span } from '../speech/index.ts';
import { walkSections } from '../speech/index.ts';
import { trimSpan } from '../text/index.ts';
import type { Document, Line } from './readers/index.ts';
import type { Outline } from './structure/index.ts';

/** What the lines of a document were taken for, before they are laid side by side. */
export interface Understood {
  document: Document;
  notices: Iterable<Line>;
  titleBlock: readonly Line[];
  outline: Pick<Outline, 'sections' | 'furniture'>;
  passages: readonly Pick<Passage, 'start' | 'end'>[];
}

/**
 * Accounts for every character of a document: its parts, in order, side by side from 0 to the end of its text.
 * Between what was understood stand white space, and the marks of the format (`#` in Markdown).
 */
export function accountFor(understood: Understood): Part[] {
  const { document } = understood;
  const parts: Part[] = [];
  const fill = (end: number): void => {
    const start = parts.at(-1)?.end ?? 0;
    if (end > start) for (const part of between(document, { start, end })) parts.push(part);
  };
  for (const part of inOrder(taken(understood))) {
    fill(part.start);
    parts.push(part);
  }
  fill(document.text.length);
  return parts;
}

function taken({ document, notices, titleBlock, outline, passages }: Understood): Part[] {
  const rights = [...notices].map((line) => partOf(line, 'rights'));
  const lifted = new Set(rights.map((part) => part.start));
  const furniture = document.lines.flatMap((line) =>
    line.furniture === null || lifted.has(line.start) ? [] : [dropped(line, line.furniture)],
  );
  return [
    ...rights,
    ...furniture,
    ...titleBlock.map((line) => partOf(line, 'title-block')),
    ...headings(document.text, outline.sections),
    ...passages.map((passage) => partOf(passage, 'passage')),
    ...outline.furniture.map((span) => dropped(span, span.reason)),
  ];
}

/** A heading with the marker before it and the stops behind it. */
const headings = (text: string, sections: readonly Section[]): Part[] =>
  [...walkSections(sections)]
    .filter(({ section }) => section.kind === 'heading')
    .map(({ section }) => partOf({ start: section.start, end: behindStops(text, section.headingEnd) }, 'heading'));

function behindStops(text: string, end: number): number {
  STOPS.lastIndex = end;
  return end + (STOPS.exec(text)?.[0].length ?? 0);
}

const STOPS = /[。；;！!？?：:，,、…]+/y;

function between({ text, bodyStart }: Document, { start, end }: Span): Part[] {
  if (start < bodyStart) {
    const inside = Math.min(end, bodyStart);
    const rest = end > inside ? between({ text, bodyStart: 0 } as Document, { start: inside, end }) : [];
    return [dropped({ start, end: inside }, 'front-matter'), ...rest];
  }
  const words = trimSpan(text, { start, end });
  return [dropped({ start, end }, words.start === words.end ? 'white-space' : 'markup')];
}

const inOrder = (parts: readonly Part[]): Part[] => [...parts].sort((a, b) => a.start - b.start);

const partOf = ({ start, end }: Span, kind: Part['kind']): Part => ({ start, end, kind, reason: null });

const dropped = ({ start, end }: Span, reason: DropReason): Part => ({ start, end, kind: 'dropped', reason });
