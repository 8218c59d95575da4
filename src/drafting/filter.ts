import type { SpeechIndex } from '../indexing/index.ts';
import { type Speech, yearOf } from '../speech/index.ts';
import type { Filters } from './request.ts';

/** Whether a speech is one that a question was narrowed to. */
export const passes = (speech: Speech, { genre, year, source }: Filters): boolean =>
  (genre === undefined || speech.genre === genre) &&
  (year === undefined || yearOf(speech) === year) &&
  (source === undefined || isFrom(speech, source));

/** A source is named by a part of its title, file or origin. */
function isFrom({ title, file, origin }: Speech, source: string): boolean {
  const wanted = source.toLowerCase();
  return [title, file, origin ?? ''].some((name) => name.toLowerCase().includes(wanted));
}

/** The filter of a search for these filters, if they narrow anything. */
export function filterOf(index: SpeechIndex, filters: Filters): { filter?: (passage: string) => boolean } {
  if (Object.values(filters).every((value) => value === undefined)) return {};
  const kept = new Set(index.speeches.filter((speech) => passes(speech, filters)));
  return {
    filter: (passage) => {
      const speech = index.place(passage)?.speech;
      return speech !== undefined && kept.has(speech);
    },
  };
}
