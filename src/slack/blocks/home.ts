import type { HomeView, KnownBlock, SectionBlock } from '@slack/types';
import { rightsLine, type Texts } from '../../assistant/index.ts';
import type { OverviewAnswer, SpeechListing } from '../../drafting/index.ts';
import { GENRES, yearOf } from '../../speech/index.ts';
import { button, buttons } from './button.ts';
import { context, header, plain, richText, section, words } from './elements.ts';
import { clipCitation, LIMITS } from './limits.ts';

/** What the Home tab shows. */
export interface Home {
  /** Those that this person may see. */
  speeches: readonly SpeechListing[];
  passages: number;
  /** What came in since last week, the newest first. */
  fresh: readonly SpeechListing[];
  now: Date;
}

/** What the corpus holds, what is new, how and where to ask. */
export function homeView(texts: Texts, { speeches, passages, fresh, now }: Home): HomeView {
  const { home } = texts.views;
  return {
    type: 'home',
    blocks: [
      header(home.title),
      ...holdingBlocks(texts, { kind: 'overview', passages, speeches: [...speeches] }),
      { type: 'divider' },
      ...freshBlocks(texts, fresh),
      { type: 'divider' },
      ...askBlocks(texts),
      context(home.rights),
      dated(texts, now),
    ],
  };
}

/** What the corpus holds, as a message. */
export const overviewBlocks = (texts: Texts, answer: OverviewAnswer): KnownBlock[] => [
  header(texts.views.home.title),
  ...holdingBlocks(texts, answer),
];

/** The same in words. */
export function overviewLines(texts: Texts, { speeches, passages }: OverviewAnswer): string[] {
  const { home } = texts.views;
  const genres = countGenres(texts, speeches).map(([name, count]) => `${name} ${home.speeches(count)}`);
  return speeches.length === 0 ? [home.empty] : [home.holds(speeches.length, passages), ...genres];
}

type Count = readonly [name: string, speeches: number];

function holdingBlocks(texts: Texts, { speeches, passages }: OverviewAnswer): KnownBlock[] {
  const { home } = texts.views;
  if (speeches.length === 0) return [richText(section([words(home.empty)]))];
  return [
    richText(section([words(home.holds(speeches.length, passages))])),
    ...countBlocks(texts, home.byGenre, countGenres(texts, speeches)),
    ...countBlocks(texts, home.byYear, countYears(texts, speeches)),
  ];
}

/** Genres in their order, the unknown one last; those that no speech has are not named. */
function countGenres({ genres, views }: Texts, speeches: readonly SpeechListing[]): Count[] {
  const having = (wanted: SpeechListing['genre']): number => speeches.filter(({ genre }) => genre === wanted).length;
  const counts: Count[] = GENRES.map((genre) => [genres[genre], having(genre)]);
  return [...counts, [views.home.unknownGenre, having(null)] as const].filter(([, count]) => count > 0);
}

/** The latest years that have any one by one, those before them together, then what has no date. */
function countYears({ views: { home } }: Texts, speeches: readonly SpeechListing[]): Count[] {
  const years = speeches.map(yearOf).filter((year) => year !== null);
  const counts = new Map<number, number>();
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1);
  const recent = [...counts].sort(([a], [b]) => b - a).slice(0, LIMITS.years);
  const shown = new Set(recent.map(([year]) => year));
  const others = years.filter((year) => !shown.has(year));
  const unknown = speeches.length - years.length;
  return [
    ...recent.map(([year, count]): Count => [home.year(year), count]),
    ...(others.length > 0
      ? [[home.earlier(least(others), -least(others.map((year) => -year))), others.length] as const]
      : []),
    ...(unknown > 0 ? [[home.unknownDate, unknown] as const] : []),
  ];
}

const least = (numbers: readonly number[]): number =>
  numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);

/** A section has ten fields, in two columns (docs.slack.dev/reference/block-kit/blocks/section-block). */
const FIELDS = 10;

function countBlocks(texts: Texts, title: string, counts: readonly Count[]): KnownBlock[] {
  const fields = counts.map(([name, count]) => plain(`${name}　${texts.views.home.speeches(count)}`, LIMITS.label));
  const blocks: SectionBlock[] = [];
  for (let at = 0; at < fields.length; at += FIELDS) {
    blocks.push({ type: 'section', fields: fields.slice(at, at + FIELDS) });
  }
  return [richText(section([words(title, { bold: true })])), ...blocks];
}

function freshBlocks(texts: Texts, fresh: readonly SpeechListing[]): KnownBlock[] {
  const { home } = texts.views;
  if (fresh.length === 0) return [context(home.nothingFresh)];
  const shown = fresh.slice(0, LIMITS.fresh).map(({ genre, citation }) => {
    const listed = clipCitation(citation);
    const known = genre === null ? home.unknownGenre : texts.genres[genre];
    const date = listed.date ?? home.unknownDate;
    return section([words(`《${listed.title}》`), words(` · ${date} · ${known} · ${rightsLine(texts, listed)}`)]);
  });
  const more = fresh.length - shown.length;
  return [
    richText(section([words(home.fresh, { bold: true })]), {
      type: 'rich_text_list',
      style: 'bullet',
      elements: shown,
    }),
    ...(more > 0 ? [context(home.moreFresh(more))] : []),
  ];
}

function askBlocks({ views: { home } }: Texts): KnownBlock[] {
  const examples = home.examples.map(({ typed }, number) => button(typed, { verb: 'example', number }, number));
  return [
    richText(section([words(home.ask, { bold: true })])),
    ...buttons(examples),
    richText({
      type: 'rich_text_list',
      style: 'bullet',
      elements: home.places.map((place) => section([words(place)])),
    }),
  ];
}

/** Slack tells the time in each person's own zone. */
function dated({ views: { home } }: Texts, now: Date): KnownBlock {
  const timestamp = Math.floor(now.getTime() / 1000);
  const fallback = now.toISOString().slice(0, 16).replace('T', ' ');
  return richText(
    section([words(`${home.asOf} `), { type: 'date', timestamp, format: '{date_num} {time}', fallback }]),
  );
}
