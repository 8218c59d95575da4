import { z } from 'zod';
import { Evidence } from './evidence.ts';
import { Span } from './span.ts';

/** What a section is for in its speech. Which sections have which role is decided in corpus/. */
export const ROLES = [
  'opening',
  'review',
  'problems',
  'situation',
  'requirement',
  'tasks',
  'safeguards',
  'call',
] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

const SectionFields = Span.extend({
  /** A heading has text under it; a point is an enumerated item that is no heading. */
  kind: z.enum(['heading', 'point']),
  /** Headings: 1 for 一、, 2 for （一）, 3 for 1., 4 for （1） (GB/T 9704-2012, 7.3.3), 4 for 1.1, one more for each above 一、. Points: one more than what holds them. */
  level: z.int().min(1),
  /** What stood in the text before the words: `一、`, `（二）`, `三是`, `四要`; empty where nothing did. */
  marker: z.string(),
  /** The words after the marker: the heading, or the point's lead. */
  heading: z.string(),
  /** Where {@link heading} stands. `start` and `end` of the section itself run from its marker to its last character. */
  headingStart: z.int().nonnegative(),
  headingEnd: z.int().nonnegative(),
  /** Whether text follows on the heading's own line. Always true for a point with a body. */
  runIn: z.boolean(),
  /** Decided for the top sections of a speech; `null` below them, and where nothing tells. */
  role: Role.nullable(),
  /** What the role was decided on. */
  evidence: Evidence.nullable(),
  /** The paragraph it begins in; see `Passage.paragraph`. */
  paragraph: z.int().positive(),
});

/** A heading or a point, with everything that stands under it. */
export interface Section extends z.infer<typeof SectionFields> {
  sections: Section[];
}

export const Section: z.ZodType<Section> = SectionFields.extend({
  get sections(): z.ZodArray<z.ZodType<Section>> {
    return z.array(Section);
  },
});

/** Every section of a forest, parents before their children, each with the sections that hold it (outermost first). */
export function* walkSections(
  sections: readonly Section[],
  ancestors: readonly Section[] = [],
): Generator<{ section: Section; ancestors: readonly Section[] }> {
  for (const section of sections) {
    yield { section, ancestors };
    yield* walkSections(section.sections, [...ancestors, section]);
  }
}

/**
 * The sections that a speech is built of: its top headings. Points beside them belong to its opening or closing; a speech
 * without headings is built of its points.
 */
export function mainSections(sections: readonly Section[]): Section[] {
  const headings = sections.filter((section) => section.kind === 'heading');
  return headings.length > 0 ? headings : [...sections];
}

/** The headings (not the points) that a list of nested sections spells, outermost first: a citation's path. */
export const headingPath = (nested: readonly Section[]): string[] =>
  nested.filter((section) => section.kind === 'heading').map((section) => section.heading);
