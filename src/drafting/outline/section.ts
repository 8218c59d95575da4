import { type Citation, cite, headingPath, type Section, type Span, type Speech } from '../../speech/index.ts';
import { blanks } from '../../text/index.ts';
import type { Alternative, Skeleton, SkeletonSection } from '../answer.ts';
import { sectionId } from '../filter.ts';

/** How much of a speech's tree a skeleton shows. */
export interface Shape {
  /** Levels of headings: 1 for the main sections alone. */
  depth: number;
  /** Whether points are shown under headings. Points that are themselves the main sections always are. */
  points: boolean;
}

const DEFAULT_DEPTH = 2;

export const shapeOf = ({ depth, points }: Partial<Shape>): Shape => ({
  depth: depth ?? DEFAULT_DEPTH,
  points: points ?? false,
});

export const citeHeading = (speech: Speech, section: Section, ancestors: readonly Section[]): Citation =>
  cite(speech, {
    path: headingPath(ancestors),
    paragraph: section.paragraph,
    start: section.headingStart,
    end: section.headingEnd,
  });

/** A section as a skeleton shows it, with what stands under it as far as the shape goes. */
export function toSkeletonSection(
  speech: Speech,
  section: Section,
  ancestors: readonly Section[],
  shape: Shape,
  depth: number,
): SkeletonSection {
  const { kind, level, marker, heading, role } = section;
  const nested = [...ancestors, section];
  const below = section.sections.filter((child) => (child.kind === 'heading' ? depth < shape.depth : shape.points));
  return {
    id: sectionId(speech, section),
    kind,
    level,
    marker,
    heading,
    blanks: blanksIn(heading),
    role,
    characters: charactersIn(speech.text.slice(section.start, section.end)),
    citation: citeHeading(speech, section, ancestors),
    alternatives: [],
    sections: below.map((child) => toSkeletonSection(speech, child, nested, shape, depth + 1)),
  };
}

/** What is said of one year or place is to be said anew of another. */
const PARTICULAR = /(?:19|20)\d{2}(?=年)|[一二][〇○零一二三四五六七八九]{3}(?=年)|某(?=[省市县区镇乡村])/g;

/** What a writer who takes a heading has to fill in: blanks that its author left, years, places. Offsets into it. */
function blanksIn(heading: string): Span[] {
  const particular = Array.from(heading.matchAll(PARTICULAR), ({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
  return [...blanks(heading), ...particular].sort((a, b) => a.start - b.start);
}

/** Characters as Word counts them: white space is none. */
export const charactersIn = (text: string): number => text.replace(/\s/g, '').length;

/** A main section of a composed skeleton: numbered by its position, whatever its number in its own speech. */
export const mainSection = (speech: Speech, section: Section, position: number, shape: Shape): SkeletonSection => ({
  ...toSkeletonSection(speech, section, [], shape, 1),
  level: 1,
  marker: `${'一二三四五六七八'[position] ?? ''}、`,
});

export const composedOf = (sections: SkeletonSection[]): Skeleton => ({
  kind: 'composed',
  title: '',
  date: null,
  sections,
});

/** A heading that could stand in another's place. */
export const alternativeTo = (speech: Speech, section: Section): Alternative => ({
  id: sectionId(speech, section),
  heading: section.heading,
  blanks: blanksIn(section.heading),
  citation: citeHeading(speech, section, []),
});
