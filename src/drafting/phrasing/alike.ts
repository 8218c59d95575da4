import { type Span, wordsAt } from '../../speech/index.ts';
import { clauses, normaliseDocumentText, normaliseText } from '../../text/index.ts';
import type { PhraseItem } from '../answer.ts';
import { rank } from '../find/rank.ts';
import { inverseFrequency, type Question, readQuestion } from '../question/index.ts';
import type { Asked, Place } from './asked.ts';
import { itemAt } from './item.ts';

/** Passages whose clauses are looked at: those that `find` would give. */
const MOST_PASSAGES = 60;
/** A clause has to hold so much of what tells of the question, its synonyms included. 0..1. */
const LEAST = 0.25;
/** In characters: shorter says too little, longer is a sentence. */
const SHORTEST = 4;
const LONGEST = 32;
/** What a clause loses for each character: of two that say as much the shorter says it better. */
const PER_CHARACTER = 0.02;
const MOST = 25;

/**
 * Clauses that speak of the same as a sentence, in whatever words: of the passages that `find` gives for it, those whose
 * words, characters and synonyms weigh most among the question's. What is the sentence itself is left out.
 */
export function clausesAlike(asked: Asked): PhraseItem[] {
  const { index, request } = asked;
  const question = readQuestion(request.query, index);
  const itself = normaliseText(request.query).replace(/\s/g, '');
  const scorer = scorerOf(asked, question);
  const speeches = new Map(index.speeches.map((speech, i) => [speech, i]));
  const byWords = new Map<string, { score: number; places: Place[] }>();
  for (const { place } of rank(index, question, request.filters).slice(0, MOST_PASSAGES)) {
    const text = wordsAt(place.speech, place.passage);
    for (const { start, end } of stretches(text)) {
      const words = normaliseDocumentText(text.slice(start, end));
      if (words.length < SHORTEST || words.length > LONGEST || words.includes(itself)) continue;
      const score = scorer(words);
      if (score < LEAST) continue;
      const known = byWords.get(words) ?? { score, places: [] };
      const offset = place.passage.start;
      known.places.push({ speech: speeches.get(place.speech) ?? -1, start: offset + start, end: offset + end });
      byWords.set(words, known);
    }
  }
  return [...byWords.values()]
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ places }) => toItem(asked, places))
    .filter((item) => item !== null);
}

/** What stands between commas and stops: lists with 、 stay whole. */
function stretches(text: string): Span[] {
  const found: Span[] = [];
  for (const { start, end } of clauses(text)) {
    const last = found.at(-1);
    if (last !== undefined && text.slice(last.end, start) === '、') last.end = end;
    else found.push({ start, end });
  }
  return found;
}

/** How much of what tells of a question a clause holds, 0..1, less for its length. */
function scorerOf({ index }: Asked, { terms, ceiling }: Question): (clause: string) => number {
  const weighed = [...terms].map(
    ([term, weight]) => [term, weight * inverseFrequency(index.documentFrequency(term), index.passageCount)] as const,
  );
  return (clause) => {
    const held = weighed.reduce((sum, [term, weight]) => sum + (clause.includes(term) ? weight : 0), 0);
    return ceiling === 0 ? 0 : held / ceiling / (1 + PER_CHARACTER * clause.length);
  };
}

function toItem(asked: Asked, places: readonly Place[]): PhraseItem | null {
  const [first] = places;
  const speech = first === undefined ? undefined : asked.index.speeches[first.speech];
  return first === undefined || speech === undefined ? null : itemAt(asked, places, { text: wordsAt(speech, first) });
}
