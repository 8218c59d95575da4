import type { PassageHit, SpeechIndex } from '../../indexing/index.ts';
import { type Genre, type Level, type Speech, yearOf } from '../../speech/index.ts';
import { normaliseText } from '../../text/index.ts';
import { filterOf, passes } from '../filter.ts';
import { genreNamedIn, type Question } from '../question/index.ts';
import type { OutlineRequest } from '../request.ts';
import { WEIGHTS } from '../weights.ts';
import { aboutness } from './about.ts';
import { levelWished } from './level-wished.ts';
import type { Topic } from './topic.ts';

/** A speech that a skeleton can be taken from. */
export interface Nearby {
  speech: Speech;
  /** How near it is to topic, genre, level and year, 0..1; 1 for the nearest. */
  fit: number;
  /** How far it is about the topic, 0..1. */
  covered: number;
}

/** What was asked of the speech to be written. */
export interface Wanted {
  genre?: Genre | undefined;
  level?: Level | undefined;
  year?: number | undefined;
}

/** A skeleton is chosen by what its title and headings say; the text decides among those. */
const BOOSTS = { whole: 0.5, headings: 2, title: 3 };
const CANDIDATES = 1000;
/** A speech is judged by this many of its best passages, so that a long one does not win by its length. */
const PASSAGES_PER_SPEECH = 5;
/** What is left of a speech's fit where it speaks for another level than was asked for. 0..1. */
const OTHER_LEVEL = 0.8;
/** Farther speeches add nothing that a writer would take. */
const MOST_NEARBY = 24;

/** What a question wants of the speech; a genre that was chosen counts for more than one that was said. */
export const wantedBy = ({ wishes }: Question, { query, genre, filters }: OutlineRequest): Wanted => ({
  genre: genre ?? filters.genre ?? wishes.genre ?? genreNamedIn(normaliseText(query)),
  year: wishes.year,
  level: levelWished(query),
});

/** The speeches that say anything of a question, the nearest first. */
export function nearbySpeeches(
  index: SpeechIndex,
  question: Question,
  topic: Topic,
  request: OutlineRequest,
): Nearby[] {
  const wanted = wantedBy(question, request);
  const ranked = [...hitsBySpeech(index, question, request)]
    .map(([speech, hits]) => ({ speech, ...scoreOf(speech, hits, topic, wanted) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_NEARBY);
  const best = ranked[0]?.score ?? 1;
  return ranked.map(({ speech, score, covered }) => ({ speech, covered, fit: Math.sqrt(score / best) }));
}

/** Speeches that say nothing of the question, but are of the genre: nearer than nothing. */
const OF_GENRE_ALONE = 0.2;

/** The nearby speeches, and behind them all others of the genre that was asked for. */
export function withGenre(
  index: SpeechIndex,
  nearby: readonly Nearby[],
  wanted: Wanted,
  request: OutlineRequest,
): Nearby[] {
  if (wanted.genre === undefined) return [...nearby];
  const known = new Set(nearby.map(({ speech }) => speech));
  const others = index.speeches
    .filter((speech) => speech.genre === wanted.genre && speech.sections.length > 0 && passes(speech, request.filters))
    .filter((speech) => !known.has(speech))
    .map((speech) => ({ speech, covered: 0, fit: OF_GENRE_ALONE * likeness(speech, wanted) }))
    .sort((a, b) => b.fit - a.fit);
  return [...nearby, ...others].slice(0, MOST_NEARBY);
}

function hitsBySpeech(index: SpeechIndex, question: Question, { filters }: OutlineRequest): Map<Speech, PassageHit[]> {
  const found = index.search({
    terms: index.affordable(question.terms),
    boosts: BOOSTS,
    ...filterOf(index, filters),
    most: CANDIDATES,
  });
  const bySpeech = new Map<Speech, PassageHit[]>();
  for (const hit of found) {
    const { speech } = hit.place;
    if (speech.sections.length === 0) continue;
    bySpeech.set(speech, [...(bySpeech.get(speech) ?? []), hit]);
  }
  return bySpeech;
}

function scoreOf(
  speech: Speech,
  hits: readonly PassageHit[],
  topic: Topic,
  wanted: Wanted,
): { covered: number; score: number } {
  const covered = aboutness(speech, hits, topic);
  const best = hits.slice(0, PASSAGES_PER_SPEECH).reduce((sum, { score }) => sum + score, 0);
  return { covered, score: covered * best * likeness(speech, wanted) };
}

/** How far a speech is of the kind that was asked for, 0..1. A wish narrows, it does not forbid. */
function likeness(speech: Speech, { genre, level, year }: Wanted): number {
  let share = 1;
  if (genre !== undefined && speech.genre !== genre) share *= WEIGHTS.otherKind;
  if (level !== undefined && speech.level !== level) share *= OTHER_LEVEL;
  if (year !== undefined && yearOf(speech) !== year) share *= WEIGHTS.otherYear;
  return share;
}
