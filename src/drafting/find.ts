import type { Place, SpeechIndex } from '../indexing/index.ts';
import { cite, wordsAt, yearOf } from '../speech/index.ts';
import { normaliseText } from '../text/index.ts';
import type { Hit, NothingFound, PassagesAnswer } from './answer.ts';
import { coverage, type Question, readQuestion } from './question.ts';
import type { Filters, FindRequest } from './request.ts';
import { makeSnippet } from './snippet.ts';

/** Headings say what a passage is about more surely than its own words; the title says it of too many passages. */
const BOOSTS = { text: 1, headings: 1.5, title: 0.5 };

/** How many passages the inverted index hands on to be looked at more closely. */
const CANDIDATES = 200;

/** A passage that covers less of the question than this does not answer it. 0..1, by weight of words. */
const LEAST_COVERAGE = 0.25;

/** A passage that says the question's phrases word for word gains this share of its score. */
const PHRASE_BONUS = 0.5;

interface Candidate {
  place: Place;
  score: number;
}

/** Passages that answer a question, the best first; or that nothing really does. */
export function find(index: SpeechIndex, request: FindRequest): PassagesAnswer | NothingFound {
  const question = readQuestion(request.query, index);
  const groups = groupSameWords(rank(index, question, request.filters));
  const hits = groups.slice(0, request.limit).map((group) => toHit(group, question));
  if (hits.length === 0) return nothing(request, question);
  return { kind: 'passages', query: request.query, hits, more: groups.length - hits.length };
}

const nothing = (request: FindRequest, question: Question): NothingFound => ({
  kind: 'nothing',
  asked: 'find',
  query: request.query,
  lookedFor: question.words.map((word) => word.term),
});

function rank(index: SpeechIndex, question: Question, filters: Filters): Candidate[] {
  const found = index.search({
    terms: question.terms,
    boosts: BOOSTS,
    limit: CANDIDATES,
    ...filterOf(index, filters),
  });
  const candidates: Candidate[] = [];
  for (const { passage, score, matched } of found) {
    const place = index.place(passage);
    const covered = coverage(question, new Set(matched));
    if (place === undefined || covered < LEAST_COVERAGE) continue;
    candidates.push({ place, score: score * covered * (1 + PHRASE_BONUS * phraseShare(question, place)) });
  }
  return candidates.sort((a, b) => b.score - a.score);
}

/** The share of the question's phrases that a passage says word for word, 0..1. */
function phraseShare({ phrases }: Question, { speech, passage }: Place): number {
  if (phrases.length === 0) return 0;
  const words = normaliseText(wordsAt(speech, passage));
  return phrases.filter((phrase) => words.includes(phrase)).length / phrases.length;
}

/** The filter of a search for these filters, if they narrow anything. */
export function filterOf(index: SpeechIndex, { genre, year }: Filters): { filter?: (passage: string) => boolean } {
  if (genre === undefined && year === undefined) return {};
  return {
    filter: (passage) => {
      const speech = index.place(passage)?.speech;
      if (speech === undefined) return false;
      return (genre === undefined || speech.genre === genre) && (year === undefined || yearOf(speech) === year);
    },
  };
}

/** The same words in several speeches are one hit. */
function groupSameWords(candidates: readonly Candidate[]): [Candidate, ...Candidate[]][] {
  const groups = new Map<string, [Candidate, ...Candidate[]]>();
  for (const candidate of candidates) {
    const { speech, passage } = candidate.place;
    const words = wordsAt(speech, passage).replace(/\s/g, '');
    const group = groups.get(words);
    if (group === undefined) groups.set(words, [candidate]);
    else group.push(candidate);
  }
  return [...groups.values()];
}

function toHit([best, ...others]: [Candidate, ...Candidate[]], question: Question): Hit {
  const { speech, passage } = best.place;
  const text = wordsAt(speech, passage);
  return {
    passage: passage.id,
    text,
    ...makeSnippet(text, question),
    score: best.score,
    citation: cite(speech, passage),
    alsoIn: others.map((other) => cite(other.place.speech, other.place.passage)),
  };
}
