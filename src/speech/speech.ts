import { z } from 'zod';
import { Evidence } from './evidence.ts';
import { Genre } from './genre.ts';
import { Level } from './level.ts';
import { RightsNotice } from './rights.ts';
import { Role, Section, walkSections } from './section.ts';
import { Span } from './span.ts';

/** The unit that is indexed and shown: a paragraph, or one point of a long paragraph. */
export const Passage = Span.extend({
  /** Stable while the speech's text stays the same; gone, rather than pointing elsewhere, once it changes. */
  id: z.string(),
  /** The headings that the passage stands under, outermost first; empty before the first heading. */
  path: z.array(z.string()),
  /**
   * The paragraph's number, from 1, as a reader of the document counts: every line of the body that holds text,
   * headings included; title block, salutations, notices and ornaments not.
   */
  paragraph: z.int().positive(),
});
export type Passage = z.infer<typeof Passage>;

/** Something that was understood with doubt. `details` fills the message of the text catalogue. */
export const Warning = z.object({
  code: z.enum([
    'title-missing',
    'numbering-begins',
    'numbering-skips',
    'numbering-repeats',
    'numbering-restarts',
    'front-matter-foreign',
    'breaks-lost',
    'breaks-kept',
    'numbers-undrawn',
    'notes-apart',
    'notices-unread',
    'columns-unsure',
    'several-speeches',
  ]),
  /** Line of the original text, from 1. */
  line: z.int().positive(),
  details: z.record(z.string(), z.string()),
});
export type Warning = z.infer<typeof Warning>;

/** A date as exact as the document gives it: `2020`, `2020-01` or `2020-01-08`. */
export const SpeechDate = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/);

/** Paragraphs that stand under no heading: how a speech begins, or how it ends. */
export const Stretch = Span.extend({
  role: Role,
  /** Numbers of its first and last paragraph. */
  from: z.int().positive(),
  to: z.int().positive(),
});
export type Stretch = z.infer<typeof Stretch>;

/** One document of the corpus. All offsets count UTF-16 units in {@link Speech.text}. */
export const Speech = z.object({
  /** From the text itself, so that a renamed file stays the same speech. */
  id: z.string(),
  /** Path below the corpus folder, with forward slashes. */
  file: z.string(),
  /** The decoded original, whole: what citations slice. */
  text: z.string(),
  title: z.string(),
  occasion: z.string().nullable(),
  genre: Genre.nullable(),
  genreEvidence: Evidence.nullable(),
  /** Whom the speaker speaks for. */
  level: Level.nullable(),
  levelEvidence: Evidence.nullable(),
  date: SpeechDate.nullable(),
  speaker: z.string().nullable(),
  origin: z.string().nullable(),
  rights: z.array(RightsNotice),
  sections: z.array(Section),
  /** What precedes the first heading (opening) and follows the last section (call). */
  stretches: z.array(Stretch),
  passages: z.array(Passage),
  /** Where the title stands in the text: one span a line, none when it came from elsewhere. */
  titleSpans: z.array(Span),
  warnings: z.array(Warning),
});
export type Speech = z.infer<typeof Speech>;

/** The words that a span stands for. */
export const wordsAt = (speech: Pick<Speech, 'text'>, span: Span): string => speech.text.slice(span.start, span.end);

/** The year a speech was held, or `null`. */
export const yearOf = (speech: Pick<Speech, 'date'>): number | null =>
  speech.date === null ? null : Number(speech.date.slice(0, 4));

/**
 * What a speech says below its title, as spans in reading order: the words of its headings (their numbers are not spoken to
 * be quoted) and its passages. Notices and furniture are in none of them; no two overlap.
 */
export function spokenSpans({ sections, passages }: Pick<Speech, 'sections' | 'passages'>): Span[] {
  const headings = [...walkSections(sections)]
    .filter(({ section }) => section.kind === 'heading')
    .map(({ section }) => ({ start: section.headingStart, end: section.headingEnd }));
  const spans = [...headings, ...passages.map(({ start, end }) => ({ start, end }))];
  return spans.sort((a, b) => a.start - b.start || a.end - b.end);
}
