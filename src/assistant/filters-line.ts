import type { Filters } from '../drafting/index.ts';
import type { Texts } from './texts/index.ts';

/** What a question was narrowed to, in one line; `null` where it was not. */
export function filtersLine(texts: Texts, { genre, year, until, source, except, within }: Filters): string | null {
  const { filters } = texts;
  const parts = [
    ...(genre === undefined ? [] : [texts.genres[genre]]),
    ...(year === undefined ? [] : [filters.years(year, until ?? year)]),
    ...(source === undefined ? [] : [filters.from(source)]),
    ...(except === undefined ? [] : [filters.except(except)]),
    ...(within === undefined ? [] : [filters.within]),
  ];
  return parts.length === 0 ? null : parts.join(' · ');
}
