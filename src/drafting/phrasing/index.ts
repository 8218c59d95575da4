/**
 * phrasing/: how does the corpus say it? What a pattern's wildcards took (pattern/); for a topic its headings, leads, frames,
 * parallel sets, collocations and what else there is of it (topic/); for a sentence, other ways to say it; for a section,
 * what it and those that say the same have of all these. Counted, and every item with its places.
 */
import type { SpeechIndex } from '../../indexing/index.ts';
import { ZhibiError } from '../../speech/index.ts';
import { normaliseText } from '../../text/index.ts';
import type { NothingFound, PhraseGroup, PhrasingAnswer } from '../answer.ts';
import { gone, PHRASE_KINDS } from '../answer.ts';
import { passes, sectionId } from '../filter.ts';
import { alternativeTo, citeHeading, surveyOf } from '../outline/index.ts';
import { LONGEST_QUERY } from '../question/index.ts';
import type { PhraseRequest } from '../request.ts';
import { areaOf } from './area.ts';
import type { Asked } from './asked.ts';
import { headingSetsGroup } from './heading-sets.ts';
import { clausesGroup, fillingsGroup, matches } from './matches.ts';
import { namedGroup } from './named.ts';
import type { TooCommon } from './pattern/index.ts';
import { pickedGroups } from './picked.ts';
import { nearSynonymsGroup, paraphrasesGroup } from './said-otherwise.ts';
import { sayingsGroup } from './sayings.ts';
import { sectionGroups } from './section-groups.ts';
import { sectionPart } from './section-part.ts';
import { collocationsGroup } from './together.ts';
import { findTopic, topicOf } from './topic/index.ts';

const DEFAULT_LIMIT = 12;
const DEFAULT_CONTEXT = 16;
/** Sets of headings looked at; more of one speech than `outline` has room for. */
const MOST_SETS = { all: 30, ofSpeech: 8, least: 0.35 };

/**
 * How the corpus says it.
 *
 * @throws ZhibiError `query-empty`, `query-too-long`, `pattern-invalid`
 */
export function phrase(index: SpeechIndex, request: PhraseRequest): PhrasingAnswer | NothingFound {
  const { query, filters } = request;
  if (request.section === undefined && query.length > LONGEST_QUERY) {
    throw new ZhibiError('query-too-long', { length: query.length, limit: LONGEST_QUERY });
  }
  const asked: Asked = {
    index,
    request,
    isKept: (speech) => passes(speech, filters),
    limit: request.limit ?? DEFAULT_LIMIT,
    context: request.context ?? DEFAULT_CONTEXT,
  };
  if (request.section !== undefined) return phraseSection(asked, request.section);
  const found = hasMarks(query) ? patternGroups(asked) : topicGroups(asked);
  if ('kind' in found) return tooCommon(query, found);
  const groups = wantedOf(request, found);
  return groups.length > 0 ? { kind: 'phrasing', query, groups } : nothing(query);
}

/** The groups that were asked for and hold something, in the order they are told. */
function wantedOf({ kinds = PHRASE_KINDS }: PhraseRequest, found: readonly PhraseGroup[]): PhraseGroup[] {
  const wanted = new Set(kinds);
  return found
    .filter(({ kind, items }) => wanted.has(kind) && items.length > 0)
    .sort((a, b) => PHRASE_KINDS.indexOf(a.kind) - PHRASE_KINDS.indexOf(b.kind));
}

/** The phrasing of a section and of those that say the same. The query of the answer is empty: it names the section. */
function phraseSection(asked: Asked, id: string): PhrasingAnswer | NothingFound {
  const { index, request } = asked;
  const part = sectionPart(index, id, asked.isKept);
  if (part === undefined) return gone('phrase');
  const { sections, words, area } = part;
  const { speech, section, ancestors } = part.asked;
  const within = sections.map((one) => sectionId(one.speech, one.section));
  const narrowed: Asked = {
    ...asked,
    request: { ...request, query: words, filters: { ...request.filters, within } },
    isKept: () => true,
    isWithin: area.has,
  };
  const groups = wantedOf(request, sectionGroups(narrowed, part));
  if (groups.length === 0) return nothing('');
  const named = { ...alternativeTo(speech, section), citation: citeHeading(speech, section, ancestors) };
  return { kind: 'phrasing', query: '', section: named, groups };
}

/** What makes a question a pattern. Three full stops are an ellipsis. */
const MARKS = /[?*…[\]{}#【】]|\.{3}/;

const hasMarks = (query: string): boolean =>
  MARKS.test(normaliseText(query).replaceAll('…', '*')) || query.includes('…');

function patternGroups(asked: Asked): PhraseGroup[] | TooCommon {
  const found = matches(asked, asked.request.query);
  return found.kind === 'too-common' ? found : [fillingsGroup(asked, found), clausesGroup(asked, found)];
}

function topicGroups(asked: Asked): PhraseGroup[] {
  const { index, request } = asked;
  const literal = matches(asked, request.query);
  // Parts that never stand in one sentence are a pattern that matches nothing.
  if (/\S\s+\S/.test(request.query.trim()) && literal.count === 0) return [];
  const topic = topicOf(request.query, index);
  const survey = surveyOf(index, { kind: 'outline', query: request.query, filters: request.filters }, MOST_SETS);
  const area = areaOf(index, survey.speeches, topic);
  const spoken = findTopic(topic, index, area.has);
  return [
    ...(literal.kind === 'too-common' ? [] : [fillingsGroup(asked, literal), clausesGroup(asked, literal)]),
    paraphrasesGroup(asked),
    nearSynonymsGroup(asked),
    namedGroup(asked, topic, area, 'headings'),
    headingSetsGroup(asked, survey.sets),
    namedGroup(asked, topic, area, 'leads'),
    ...pickedGroups(asked, spoken, survey.sets),
    collocationsGroup(asked, topic),
    sayingsGroup(asked, topic, area),
  ];
}

const nothing = (query: string): NothingFound => ({
  kind: 'nothing',
  asked: 'phrase',
  query,
  lookedFor: query === '' ? [] : query.split(/\s+/),
  nearest: [],
});

const tooCommon = (query: string, { words, count, limit }: TooCommon): NothingFound => ({
  ...nothing(query),
  tooCommon: { words: [...words], count, limit },
});
