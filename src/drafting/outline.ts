import type { SpeechIndex } from '../indexing/index.ts';
import { cite, headingPath, type Section, type Speech } from '../speech/index.ts';
import type { NothingFound, Skeleton, SkeletonSection, SkeletonsAnswer } from './answer.ts';
import { filterOf } from './filter.ts';
import { coverage, type Question, readQuestion } from './question/index.ts';
import type { OutlineRequest } from './request.ts';

/** A skeleton is chosen by what its title and headings say; the text decides among those. */
const BOOSTS = { whole: 0.5, headings: 2, title: 3 };
const CANDIDATES = 1000;
const MOST_SKELETONS = 3;
/** A speech is judged by this many of its best passages, so that a long one does not win by its length. */
const PASSAGES_PER_SPEECH = 5;
/** A speech that covers less of the question than this, in all its passages together, is not about it. 0..1. */
const LEAST_COVERAGE = 0.5;

/** The skeletons of the speeches nearest to a question, as they were delivered. */
export function outline(index: SpeechIndex, request: OutlineRequest): SkeletonsAnswer | NothingFound {
  const question = readQuestion(request.query, index);
  const skeletons = rankSpeeches(index, question, request)
    .filter((speech) => speech.sections.length > 0)
    .slice(0, MOST_SKELETONS)
    .map(deliveredSkeleton);
  if (skeletons.length > 0) return { kind: 'skeletons', query: request.query, skeletons };
  const lookedFor = question.words.map((word) => word.term);
  return { kind: 'nothing', asked: 'outline', query: request.query, lookedFor, nearest: [] };
}

function rankSpeeches(index: SpeechIndex, question: Question, request: OutlineRequest): Speech[] {
  const found = index.search({
    terms: question.terms,
    boosts: BOOSTS,
    ...filterOf(index, request.filters),
  });
  const bySpeech = new Map<Speech, { scores: number[]; matched: Set<string> }>();
  for (const { passage, score, matched } of found.slice(0, CANDIDATES)) {
    const speech = index.place(passage)?.speech;
    if (speech === undefined) continue;
    const entry = bySpeech.get(speech) ?? { scores: [], matched: new Set<string>() };
    if (entry.scores.length < PASSAGES_PER_SPEECH) entry.scores.push(score);
    for (const term of matched) entry.matched.add(term);
    bySpeech.set(speech, entry);
  }
  return [...bySpeech]
    .map(([speech, { scores, matched }]) => {
      const covered = coverage(question.words, matched);
      return { speech, covered, score: covered * scores.reduce((sum, score) => sum + score, 0) };
    })
    .filter(({ covered }) => covered >= LEAST_COVERAGE)
    .sort((a, b) => b.score - a.score)
    .map(({ speech }) => speech);
}

/** A speech's own skeleton: its headings and points, each citing its own words. */
function deliveredSkeleton(speech: Speech): Skeleton {
  return { kind: 'delivered', title: speech.title, sections: toSkeleton(speech, speech.sections, []) };
}

function toSkeleton(speech: Speech, sections: readonly Section[], ancestors: readonly Section[]): SkeletonSection[] {
  return sections.map((section) => ({
    kind: section.kind,
    level: section.level,
    marker: section.marker,
    heading: section.heading,
    role: section.role,
    citation: cite(speech, {
      path: headingPath(ancestors),
      paragraph: section.paragraph,
      start: section.headingStart,
      end: section.headingEnd,
    }),
    alternatives: [],
    sections: toSkeleton(speech, section.sections, [...ancestors, section]),
  }));
}
