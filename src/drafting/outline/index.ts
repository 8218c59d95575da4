/**
 * outline/: how would you build this speech? The skeletons of the speeches nearest to a question as they were delivered,
 * one composed from several, and sets of parallel headings to choose from; every heading a real one, cited.
 */
import type { SpeechIndex } from '../../indexing/index.ts';
import type { Genre, Speech } from '../../speech/index.ts';
import type { HeadingSet, NothingFound, SkeletonsAnswer } from '../answer.ts';
import { type Question, readQuestion } from '../question/index.ts';
import type { OutlineRequest } from '../request.ts';
import { WEIGHTS, type Weights } from '../weights.ts';
import { isDevotedTo, LEAST_ABOUT } from './about.ts';
import { composedSkeleton } from './composed/index.ts';
import { deliveredSkeleton } from './delivered.ts';
import { headingSets, type SetsWanted } from './heading-sets.ts';
import { type Nearby, nearbySpeeches, wantedBy, withGenre } from './nearby.ts';
import { shapeOf } from './section.ts';
import { type Topic, topicOf } from './topic.ts';

export { givenSkeleton } from './given.ts';
export { headingSetsUnder } from './heading-sets.ts';
export { alternativeTo, citeHeading } from './section.ts';
export { speechSkeleton } from './speech-skeleton.ts';

const MOST_DELIVERED = 3;
/** A speech says something of the topic from here on. 0..1. */
const SOMETHING = 0.2;
const OTHER_GENRE = 0.5;
/** What is left of the fit of the other speeches, where the nearest answers wholly. 0..1. */
const BESIDE = 0.3;
/** For phrasing, a speech that is half about the topic has words for it. 0..1. */
const SURVEYED = 0.4;

/** Skeletons for a speech that is to be written; or that no speech is near to it. */
export function outline(
  index: SpeechIndex,
  request: OutlineRequest,
  weights: Weights = WEIGHTS,
): SkeletonsAnswer | NothingFound {
  const question = readQuestion(request.query, index);
  const { query } = request;
  const shape = shapeOf(request);
  const wanted = wantedBy(question, request);
  const topic = topicOf(index, question);
  const found = withGenre(index, nearbySpeeches(index, question, topic, request), wanted, request);
  const onTopic = found.filter(({ covered }) => covered >= LEAST_ABOUT);
  const ofGenre = found.filter(({ speech }) => speech.genre === wanted.genre);
  const isOnTopic = topic.isOfAnyOccasion ? onTopic.length + ofGenre.length > 0 : onTopic.length > 0;
  const nearest = topic.isOfAnyOccasion ? distinct([...ofGenre, ...onTopic]) : isOnTopic ? onTopic : ofGenre;
  if (nearest.length === 0) return nothing(query, question);
  const donors = donorsOf(found, nearest, topic, isOnTopic, wanted.genre);
  const composition = { ...shape, sections: request.sections, genre: wanted.genre };
  const composed = composedSkeleton(index, donors, topic.terms, composition, weights.virtues);
  const delivered = nearest.slice(0, MOST_DELIVERED).map(({ speech }) => deliveredSkeleton(speech, shape));
  return {
    kind: 'skeletons',
    query,
    nearBy: isOnTopic ? 'topic' : 'genre',
    skeletons: composed === null ? delivered : [...delivered, composed],
    sets: isOnTopic ? headingSets(found, topic) : [],
  };
}

/** Whose sections a composed skeleton may take. A question that names an occasion alone is wholly answered by its nearest speech. */
function donorsOf(
  found: readonly Nearby[],
  nearest: readonly Nearby[],
  topic: Topic,
  isOnTopic: boolean,
  genre: Genre | undefined,
): readonly Nearby[] {
  if (topic.isOfAnyOccasion)
    return nearest.map((near, i) =>
      i === 0 ? { ...near, fit: 1, covered: 1 } : { ...near, fit: near.fit * BESIDE, covered: 0 },
    );
  return isOnTopic ? found : mostlyOfGenre(found, genre);
}

/** Without a speech on the topic, one of another genre has to say something of it to be of use, and is of less. */
const mostlyOfGenre = (found: readonly Nearby[], genre: Genre | undefined): Nearby[] =>
  found
    .filter(({ speech, covered }) => speech.genre === genre || covered >= SOMETHING)
    .map((near) => (near.speech.genre === genre ? near : { ...near, fit: near.fit * OTHER_GENRE }));

/** What stands near to a topic: the speeches about it, the nearest first, and their sets of parallel headings. */
export interface Survey {
  speeches: Speech[];
  sets: HeadingSet[];
}

/** Looks for what stands near to a topic, without making skeletons of it. */
export function surveyOf(index: SpeechIndex, request: OutlineRequest, wanted: SetsWanted): Survey {
  const question = readQuestion(request.query, index);
  const topic = topicOf(index, question);
  const nearby = nearbySpeeches(index, question, topic, request);
  const on = nearby.filter(({ speech, covered }) => covered >= SURVEYED && isDevotedTo(speech, topic));
  return { speeches: on.map(({ speech }) => speech), sets: headingSets(nearby, topic, wanted) };
}

const distinct = <T>(list: readonly T[]): T[] => [...new Set(list)];

const nothing = (query: string, { words }: Question): NothingFound => ({
  kind: 'nothing',
  asked: 'outline',
  query,
  lookedFor: words.map((word) => word.term),
  nearest: [],
});
