/** find/: the passages that a writer would have picked. */
import type { SpeechIndex } from '../../indexing/index.ts';
import { cite, wordsAt } from '../../speech/index.ts';
import { gone, type Hit, type NothingFound, type PassagesAnswer } from '../answer.ts';
import { stillThere } from '../filter.ts';
import { type Question, questionLike, readQuestion } from '../question/index.ts';
import type { FindRequest } from '../request.ts';
import { WEIGHTS, type Weights } from '../weights.ts';
import { isAnswered } from './absence.ts';
import { missingWords } from './missing.ts';
import { nearestWords } from './nearest.ts';
import { rank } from './rank.ts';
import { makeSnippet } from './snippet.ts';
import { type Group, groupFamilies, vary } from './variety.ts';

/** Passages that answer a question, the best first; or that nothing really does. */
export function find(
  index: SpeechIndex,
  request: FindRequest,
  weights: Weights = WEIGHTS,
): PassagesAnswer | NothingFound {
  const like = request.like === undefined ? undefined : index.place(request.like);
  if (request.like !== undefined && like === undefined) return gone('find');
  if (!stillThere(index, request.filters)) return gone('find');
  const question = like === undefined ? readQuestion(request.query, index, weights) : questionLike(like, index);
  const candidates = rank(index, question, request.filters, weights).filter(
    ({ place }) => place.number !== like?.number,
  );
  // Who asks within sections has been told what they are about, and wants their passages whatever they say of it.
  const isNarrowed = request.filters.within !== undefined && candidates.length > 0;
  if (!isNarrowed && !isAnswered(index, question, candidates, weights)) return nothing(index, request, question);
  const groups = groupFamilies(index, candidates);
  // Who names a source asked for one speech.
  const ordered = request.filters.source === undefined && !isNarrowed ? vary(groups, weights) : groups;
  const skip = request.skip ?? 0;
  const page = ordered.slice(skip, skip + request.limit);
  const hits = page.map((group) => toHit(group, question));
  const missing =
    like === undefined && !isNarrowed
      ? missingWords(
          index,
          request.query,
          question,
          page.map(({ best }) => best),
        )
      : [];
  return {
    kind: 'passages',
    query: request.query,
    corrections: request.like === undefined ? question.corrections : [],
    ...(missing.length === 0 ? {} : { missing }),
    hits,
    more: Math.max(0, groups.length - skip - hits.length),
  };
}

/** The words of a passage that was named are the document's, under its rights, and not the asker's: they are not told. */
const nothing = (index: SpeechIndex, { like, query }: FindRequest, question: Question): NothingFound => ({
  kind: 'nothing',
  asked: 'find',
  query,
  lookedFor: like === undefined ? question.words.map((word) => word.term) : [],
  nearest: like === undefined ? nearestWords(index, question) : [],
});

function toHit({ best, others }: Group, question: Question): Hit {
  const { speech, passage } = best.place;
  const text = wordsAt(speech, passage);
  return {
    passage: passage.id,
    text,
    ...makeSnippet(text, question),
    score: best.score,
    citation: cite(speech, passage),
    alsoIn: others.map((place) => cite(place.speech, place.passage)),
  };
}
