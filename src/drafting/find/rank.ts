import type { PassageHit, Place, SpeechIndex } from '../../indexing/index.ts';
import type { Speech } from '../../speech/index.ts';
import { filterOf, passes, withinSections } from '../filter.ts';
import type { Question } from '../question/index.ts';
import type { Filters } from '../request.ts';
import { WEIGHTS, type Weights } from '../weights.ts';
import { speechScores } from './context.ts';
import { fulfilment } from './fulfilment.ts';
import { pairScores } from './pair-scores.ts';
import { says } from './wording.ts';

/** A passage and how well it answers. */
export interface Candidate {
  place: Place;
  score: number;
}

/** How many passages the first look weighs with their speeches, and how many the second looks at closely. */
const FIRST_LOOK = 1000;
const CANDIDATES = 200;

/** Passages in the order in which they answer a question. */
export function rank(
  index: SpeechIndex,
  question: Question,
  filters: Filters,
  weights: Weights = WEIGHTS,
): Candidate[] {
  const candidates = firstLook(index, question, filters, weights)
    .filter(({ place }) => question.quoted.every((words) => says(place, words)))
    .filter(({ place }) => !question.without.some((words) => says(place, words)))
    .slice(0, CANDIDATES);
  const pairs = pairScores(
    question.pairs,
    candidates.map(({ place }) => place),
    weights,
  );
  return candidates
    .map((candidate, i) => ({ ...candidate, score: candidate.score + (pairs[i] ?? 0) }))
    .sort((a, b) => b.score - a.score)
    .filter(({ score }, _, all) => score >= weights.tail * (all[0]?.score ?? 0));
}

/** By the inverted index, by what the rest of the speech says, and by what was wished of the speech. */
function firstLook(index: SpeechIndex, question: Question, filters: Filters, weights: Weights): Candidate[] {
  if (question.terms.size === 0) return everyWished(index, question, filters, weights);
  const hits = index.search({
    terms: index.affordable(question.terms),
    boosts: { whole: 1 },
    ...filterOf(index, filters),
    most: FIRST_LOOK,
  });
  const inSpeech = speechScores(index, question, hits, weights);
  return hits.map((hit) => toCandidate(question, hit, inSpeech, weights)).sort((a, b) => b.score - a.score);
}

/**
 * Where nothing to search by is left of a question: of wishes alone (述职的时候怎么开头) whatever fulfils them all answers, of
 * quoted function words (“没有”) whatever says them.
 */
function everyWished(index: SpeechIndex, question: Question, filters: Filters, weights: Weights): Candidate[] {
  const isWithin = withinSections(index, filters);
  const [quoted] = question.quoted;
  const positions = quoted === undefined ? index.speeches.keys() : speechesSaying(index, quoted);
  return Array.from(positions)
    .filter((position) => passes(index.speeches[position] as Speech, filters))
    .flatMap((position) => index.placesOf(position))
    .map((place) => ({ place, score: 1 }))
    .filter(({ place }) => isWithin(place.speech, place.passage) && fulfilment(place, question.wishes, weights) === 1);
}

/** The positions of the speeches that say some normalised words anywhere, ascending. */
function speechesSaying(index: SpeechIndex, words: string): Set<number> {
  const { characters } = index;
  return new Set(Array.from(characters.occurrences(words), (place) => characters.speechAt(place)));
}

function toCandidate(
  question: Question,
  { place, score }: PassageHit,
  inSpeech: ReadonlyMap<Speech, number>,
  weights: Weights,
): Candidate {
  const total = score + (inSpeech.get(place.speech) ?? 0);
  return { place, score: total * fulfilment(place, question.wishes, weights) };
}
