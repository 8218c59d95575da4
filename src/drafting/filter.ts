import type { SpeechIndex } from '../indexing/index.ts';
import { contains, type Passage, type Section, type Span, type Speech, walkSections, yearOf } from '../speech/index.ts';
import type { Filters } from './request.ts';

/** Whether a speech is one that a question was narrowed to. */
export const passes = (speech: Speech, { genre, year, until, source, except, within }: Filters): boolean =>
  (genre === undefined || speech.genre === genre) &&
  (year === undefined || isOf(speech, year, until ?? year)) &&
  (source === undefined || isFrom(speech, source)) &&
  (except === undefined || !isFrom(speech, except)) &&
  (within === undefined || within.some((id) => id.startsWith(`${speech.id}.`)));

function isOf(speech: Speech, first: number, last: number): boolean {
  const year = yearOf(speech);
  return year !== null && year >= first && year <= last;
}

/** A source is named by a part of its title, file or origin. */
function isFrom({ title, file, origin }: Speech, source: string): boolean {
  const wanted = source.toLowerCase();
  return [title, file, origin ?? ''].some((name) => name.toLowerCase().includes(wanted));
}

/** What a search is narrowed to by these filters, if they narrow anything. */
export function filterOf(index: SpeechIndex, filters: Filters): { among?: Uint32Array } {
  if (Object.values(filters).every((value) => value === undefined)) return {};
  const isWithin = filters.within === undefined ? undefined : withinSections(index, filters);
  return { among: index.numbersOf((speech) => passes(speech, filters), isWithin) };
}

/** Whether a passage stands under one of the sections that a question was narrowed to. */
export function withinSections(index: SpeechIndex, { within }: Filters): (speech: Speech, passage: Passage) => boolean {
  if (within === undefined) return () => true;
  const spans = new Map<Speech, Span[]>();
  for (const id of within) {
    const found = sectionWith(index, id);
    if (found !== undefined) spans.set(found.speech, [...(spans.get(found.speech) ?? []), found.section]);
  }
  return (speech, { start }) => (spans.get(speech) ?? []).some((span) => contains(span, { start, end: start + 1 }));
}

/** Whether any of the sections that a question was narrowed to is still there; also where it was not narrowed. */
export const stillThere = (index: SpeechIndex, { within }: Filters): boolean =>
  within === undefined || within.some((id) => sectionWith(index, id) !== undefined);

/** A section with the sections that hold it, outermost first. */
export interface SectionPlace {
  speech: Speech;
  section: Section;
  ancestors: readonly Section[];
}

/** The section with this id; `undefined` once its speech has changed or gone. */
export function sectionWith(index: SpeechIndex, id: string): SectionPlace | undefined {
  const speech = index.speech(id.slice(0, Math.max(0, id.lastIndexOf('.'))));
  if (speech === undefined) return undefined;
  const found = [...walkSections(speech.sections)].find(({ section }) => sectionId(speech, section) === id);
  return found === undefined ? undefined : { speech, ...found };
}

/** Names a section: gone, rather than pointing elsewhere, once its speech's text changes. */
export const sectionId = (speech: Speech, { start }: Span): string => `${speech.id}.${start.toString(36)}`;
