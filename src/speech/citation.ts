import { z } from 'zod';
import { RightsNotice } from './rights.ts';
import { headingPath, walkSections } from './section.ts';
import { contains, Span } from './span.ts';
import { type Speech, SpeechDate } from './speech.ts';

/** Where words stand and what may be done with them. Every item of every answer carries one. */
export const Citation = Span.extend({
  /** The speech's id. */
  speech: z.string(),
  title: z.string(),
  date: SpeechDate.nullable(),
  /** Headings above the words, outermost first. */
  path: z.array(z.string()),
  /** See `Passage.paragraph`; 0 is the title block. */
  paragraph: z.int().nonnegative(),
  file: z.string(),
  /** The notices that restrict use; site banners and the like are the document's, not the citation's. */
  rights: z.array(RightsNotice),
});
export type Citation = z.infer<typeof Citation>;

/** Cites `place` in `speech`: `speech.text.slice(citation.start, citation.end)` is the words cited. */
export function cite(
  speech: Pick<Speech, 'id' | 'title' | 'date' | 'file' | 'rights'>,
  place: Pick<Citation, 'path' | 'paragraph' | 'start' | 'end'>,
): Citation {
  return {
    speech: speech.id,
    title: speech.title,
    date: speech.date,
    path: place.path,
    paragraph: place.paragraph,
    start: place.start,
    end: place.end,
    file: speech.file,
    rights: speech.rights.filter((notice) => notice.restriction !== 'none'),
  };
}

/**
 * Cites any words of a speech: in a passage, in a heading, or in the title block (paragraph 0). Words that run over
 * several paragraphs are cited where they begin.
 */
export function citeSpan(speech: Speech, span: Span): Citation {
  const start = { start: span.start, end: span.start + 1 };
  const passage = speech.passages.find((candidate) => contains(candidate, start));
  if (passage !== undefined) return cite(speech, { ...passage, ...span });
  for (const { section, ancestors } of walkSections(speech.sections)) {
    const heading = { start: section.start, end: section.headingEnd };
    if (section.kind !== 'heading' || !contains(heading, start)) continue;
    return cite(speech, { path: headingPath(ancestors), paragraph: section.paragraph, ...span });
  }
  return cite(speech, { path: [], paragraph: 0, ...span });
}
