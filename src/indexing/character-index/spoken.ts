import { type Span, type Speech, walkSections } from '../../speech/index.ts';

/**
 * What a speech says, in reading order, as spans of its original: title, words of the headings (their numbers are not
 * spoken to be quoted), passages. Notices and furniture are in none of them.
 */
export function spokenSpans(speech: Speech): Span[] {
  const headings = [...walkSections(speech.sections)]
    .filter(({ section }) => section.kind === 'heading')
    .map(({ section }) => ({ start: section.headingStart, end: section.headingEnd }));
  return [...speech.titleSpans, ...headings, ...speech.passages]
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start);
}
