import type {
  Answer,
  PhraseItem,
  PhrasingAnswer,
  PlaceAnswer,
  Skeleton,
  SkeletonSection,
  SkeletonsAnswer,
  SourcesAnswer,
  TraceAnswer,
} from '../drafting/index.ts';
import { type Audience, type Citation, EVERYTHING, visibleTo } from '../speech/index.ts';

type Test = (citation: Citation) => boolean;

/**
 * The second line of defence, behind the question: an answer is computed for its audience, and nothing that it may not see
 * should be here. Each citation is checked all the same, and what fails is dropped without a word; of an answer of which
 * nothing is left, what is told is that nothing was found.
 */
export function release(answer: Answer, audience: Audience): Answer {
  if (audience === EVERYTHING) return answer;
  const isVisible = visibleTo(audience);
  if (citationsIn(answer).every(isVisible)) return answer;
  const kept = withoutHints(keep(answer, isVisible));
  return isEmpty(kept) ? nothingFor(kept) : kept;
}

/** Every citation of an answer, wherever it stands: what has the fields that decide who may see it. */
function citationsIn(value: unknown): Citation[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('file' in value && 'rights' in value) return [value as Citation];
  return Object.values(value).flatMap(citationsIn);
}

/** Whether an answer shows nothing of the corpus. */
export function isEmpty(answer: Answer): boolean {
  switch (answer.kind) {
    case 'passages':
      return answer.hits.length === 0;
    case 'sources':
      return answer.matches.length === 0;
    case 'skeletons':
      return answer.skeletons.length + answer.sets.length === 0;
    case 'phrasing':
      return answer.groups.length === 0;
    case 'trace':
      return answer.sentences.every(({ match }) => match === null);
    case 'place':
    case 'overview':
      return false;
    case 'nothing':
      return true;
  }
}

const ASKED = { passages: 'find', sources: 'source', skeletons: 'outline', phrasing: 'phrase' } as const;

/** What is told where nothing is left of an answer. What was asked stays in a trace, and in an overview. */
function nothingFor(answer: Answer): Answer {
  if (answer.kind === 'nothing' || answer.kind === 'trace' || answer.kind === 'overview' || answer.kind === 'place') {
    return answer;
  }
  const query = answer.kind === 'sources' ? answer.quote : answer.query;
  return { kind: 'nothing', asked: ASKED[answer.kind], query, lookedFor: [query], nearest: [] };
}

/** Words that the corpus has, without a citation: of an answer that was not the audience's, nobody knows whose they are. */
function withoutHints(answer: Answer): Answer {
  if (answer.kind === 'nothing') return { ...answer, nearest: [] };
  return answer.kind === 'passages' ? { ...answer, corrections: [], more: 0 } : answer;
}

/** An answer with what passes a test. */
function keep(answer: Answer, test: Test): Answer {
  switch (answer.kind) {
    case 'passages': {
      const hits = answer.hits.filter((hit) => test(hit.citation));
      return { ...answer, hits: hits.map((hit) => ({ ...hit, alsoIn: hit.alsoIn.filter(test) })) };
    }
    case 'sources':
      return keepSources(answer, test);
    case 'skeletons':
      return keepSkeletons(answer, test);
    case 'phrasing':
      return keepPhrasing(answer, test);
    case 'place':
      return keepPlace(answer, test);
    case 'trace':
      return keepTrace(answer, test);
    case 'overview':
      return { ...answer, speeches: answer.speeches.filter(({ citation }) => test(citation)) };
    case 'nothing':
      return answer;
  }
}

function keepSources(answer: SourcesAnswer, test: Test): SourcesAnswer {
  const matches = answer.matches.filter((match) => test(match.citation));
  if (matches.length === answer.matches.length) return answer;
  // What is left unmatched tells what was matched.
  const { unmatched: _, ...others } = answer;
  return { ...others, matches };
}

/** All of it is of one speech. */
const keepPlace = (answer: PlaceAnswer, test: Test): Answer =>
  test(answer.citation)
    ? answer
    : { kind: 'nothing', asked: 'passage', query: '', lookedFor: [], nearest: [], gone: true };

/** The sentences are the asker's own and stay; how often one stands elsewhere goes with its source. */
const keepTrace = (answer: TraceAnswer, test: Test): TraceAnswer => ({
  ...answer,
  sentences: answer.sentences.map((sentence) =>
    sentence.match === null || test(sentence.match.citation) ? sentence : { ...sentence, match: null, more: 0 },
  ),
});

function keepPhrasing({ section, ...answer }: PhrasingAnswer, test: Test): PhrasingAnswer {
  const groups = answer.groups.map((group) => ({
    ...group,
    items: group.items.map((item) => keepItem(item, test)).filter((item) => item !== null),
  }));
  const asked = section !== undefined && test(section.citation) ? { section } : {};
  return { ...answer, ...asked, groups: groups.filter((group) => group.items.length > 0) };
}

/** Words that a visible speech says are shown with its places alone; evidence has no citation, and may be another's. */
function keepItem(item: PhraseItem, test: Test): PhraseItem | null {
  const examples = item.examples.filter(({ citation }) => test(citation));
  const [first, ...others] = item.citations.filter(test);
  if (first === undefined || examples[0] === undefined) return null;
  const changed =
    item.changed === undefined ? {} : { changed: item.changed.map((change) => ({ ...change, evidence: [] })) };
  return { ...item, ...changed, examples, citations: [first, ...others] };
}

function keepSkeletons(answer: SkeletonsAnswer, test: Test): SkeletonsAnswer {
  const skeletons = answer.skeletons.map((skeleton) => ({
    ...skeleton,
    ...keepStretches(skeleton, test),
    sections: keepSections(skeleton.sections, test),
  }));
  return {
    ...answer,
    skeletons: skeletons.filter((skeleton) => skeleton.sections.length > 0),
    sets: answer.sets.filter(({ headings }) => headings.every(({ citation }) => test(citation))),
  };
}

const keepStretches = ({ stretches }: Skeleton, test: Test): Pick<Skeleton, 'stretches'> =>
  stretches === undefined ? {} : { stretches: stretches.filter(({ citation }) => test(citation)) };

const keepSections = (sections: readonly SkeletonSection[], test: Test): SkeletonSection[] =>
  sections
    .filter((section) => test(section.citation))
    .map((section) => ({
      ...section,
      ...keepSupport(section, test),
      alternatives: section.alternatives.filter(({ citation }) => test(citation)),
      sections: keepSections(section.sections, test),
    }));

/** The words of a group may be the words of its sections that are dropped: with one of these, they are dropped too. */
function keepSupport({ support }: SkeletonSection, test: Test): Pick<SkeletonSection, 'support'> {
  if (support === undefined) return {};
  const sections = support.sections.filter(({ citation }) => test(citation));
  return { support: { ...support, sections, terms: sections.length < support.sections.length ? [] : support.terms } };
}
