import type {
  Answer,
  PhraseItem,
  PhrasingAnswer,
  PlaceAnswer,
  Skeleton,
  SkeletonSection,
  SkeletonsAnswer,
  TraceAnswer,
} from '../drafting/index.ts';
import { type Citation, strictest } from '../speech/index.ts';

/** What may be shown. */
export interface Clearance {
  /** Whether internal words may be shown. */
  internal: boolean;
  /** Folders of the corpus of which nothing may be shown: paths below the corpus folder, a slash at the end. */
  hidden: readonly string[];
}

/** For the terminal: who can run it can read the files. */
export const EVERYTHING: Clearance = { internal: true, hidden: [] };

/**
 * Why internal words may not be shown: the answer is for whoever is in the channel (`posted`); for a guest or somebody of
 * another organisation (`outsider`); in a channel shared with others (`shared`) or with `guests`, that the bot is not in
 * (`unseen`), with too many people to look at (`crowded`), or of which Slack tells nothing (`unanswered`); or for a person
 * of whom it tells nothing (`unidentified`).
 */
export type Withholding =
  | 'posted'
  | 'outsider'
  | 'shared'
  | 'guests'
  | 'unseen'
  | 'crowded'
  | 'unanswered'
  | 'unidentified';

/** An answer with what may not be shown taken out, and how many internal items that were. */
export interface Released {
  answer: Answer;
  withheld: number;
}

type Test = (citation: Citation) => boolean;

/**
 * The one place that decides what leaves. Hidden folders are taken out first, without a word: that they exist is not
 * told, and an answer of which nothing is left found nothing. Internal words are withheld and counted: an answer of
 * which nothing is left stays one of its kind, empty; but for a passage in its place, of which nothing is nothing.
 */
export function release(answer: Answer, { internal, hidden }: Clearance): Released {
  const told = hidden.length === 0 ? answer : withoutHidden(answer, hidden);
  const open = internal ? { answer: told, withheld: 0 } : keep(told, isOpen);
  return internal && hidden.length === 0 ? open : { ...open, answer: withoutHints(open.answer) };
}

const isOpen: Test = ({ rights }) => strictest(rights) !== 'internal';

/** File systems differ in letters and accents; a folder is hidden under each of its spellings. */
const plain = (path: string): string => path.normalize('NFC').toLowerCase();

function withoutHidden(answer: Answer, hidden: readonly string[]): Answer {
  const folders = hidden.map(plain);
  const told = keep(answer, ({ file }) => !folders.some((folder) => plain(file).startsWith(folder)));
  return told.withheld > 0 && isEmpty(told.answer) ? nothingFor(told.answer) : told.answer;
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

/** What is told where all of an answer was hidden: that there is nothing. What was asked stays in a trace, and in an overview. */
function nothingFor(answer: Answer): Answer {
  if (answer.kind === 'nothing' || answer.kind === 'trace' || answer.kind === 'overview' || answer.kind === 'place') {
    return answer;
  }
  const query = answer.kind === 'sources' ? answer.quote : answer.query;
  return { kind: 'nothing', asked: ASKED[answer.kind], query, lookedFor: [query], nearest: [] };
}

/** Words that the corpus is known to have, and not from where, may be in no speech that may be shown. */
function withoutHints(answer: Answer): Answer {
  if (answer.kind === 'nothing') return { ...answer, nearest: [] };
  if (answer.kind !== 'passages') return answer;
  const isShown = (word: string): boolean => answer.hits.some(({ text }) => text.includes(word));
  return { ...answer, corrections: answer.corrections.filter(({ read }) => isShown(read)) };
}

/** An answer with only what passes a test, and how many items did not. */
function keep(answer: Answer, test: Test): Released {
  switch (answer.kind) {
    case 'passages': {
      const hits = answer.hits
        .filter((hit) => test(hit.citation))
        .map((hit) => ({ ...hit, alsoIn: hit.alsoIn.filter(test) }));
      return { answer: { ...answer, hits }, withheld: answer.hits.length - hits.length };
    }
    case 'sources': {
      const matches = answer.matches.filter((match) => test(match.citation));
      return { answer: { ...answer, matches }, withheld: answer.matches.length - matches.length };
    }
    case 'skeletons':
      return keepSkeletons(answer, test);
    case 'phrasing':
      return keepPhrasing(answer, test);
    case 'place':
      return keepPlace(answer, test);
    case 'trace':
      return keepTrace(answer, test);
    case 'overview': {
      const speeches = answer.speeches.filter(({ citation }) => test(citation));
      return { answer: { ...answer, speeches }, withheld: answer.speeches.length - speeches.length };
    }
    case 'nothing':
      return { answer, withheld: 0 };
  }
}

/** All of it is of one speech. */
function keepPlace(answer: PlaceAnswer, test: Test): Released {
  if (test(answer.citation)) return { answer, withheld: 0 };
  return { answer: { kind: 'nothing', asked: 'passage', query: '', lookedFor: [], nearest: [] }, withheld: 1 };
}

/** The sentences are the asker's own and stay; how often one stands elsewhere goes with its source. */
function keepTrace(answer: TraceAnswer, test: Test): Released {
  const sentences = answer.sentences.map((sentence) =>
    sentence.match === null || test(sentence.match.citation) ? sentence : { ...sentence, match: null, more: 0 },
  );
  const withheld = sentences.filter((sentence, i) => sentence !== answer.sentences[i]).length;
  return { answer: { ...answer, sentences }, withheld };
}

function keepPhrasing({ section, ...answer }: PhrasingAnswer, test: Test): Released {
  const groups = answer.groups
    .map((group) => ({
      ...group,
      items: group.items.map((item) => keepItem(item, test)).filter((item) => item !== null),
    }))
    .filter((group) => group.items.length > 0);
  const count = (all: readonly { items: readonly unknown[] }[]): number =>
    all.reduce((sum, group) => sum + group.items.length, 0);
  const asked = section !== undefined && test(section.citation) ? { section } : {};
  return { answer: { ...answer, ...asked, groups }, withheld: count(answer.groups) - count(groups) };
}

function keepSkeletons(answer: SkeletonsAnswer, test: Test): Released {
  const skeletons = answer.skeletons
    .map((skeleton) => ({
      ...skeleton,
      ...keepStretches(skeleton, test),
      sections: keepSections(skeleton.sections, test),
    }))
    .filter((skeleton) => skeleton.sections.length > 0);
  const sets = answer.sets.filter(({ headings }) => headings.every(({ citation }) => test(citation)));
  const gone = answer.skeletons.length - skeletons.length + answer.sets.length - sets.length;
  const withheld = gone + headingsTakenOut(answer.skeletons, skeletons, test);
  return { answer: { ...answer, skeletons, sets }, withheld };
}

const keepStretches = ({ stretches }: Skeleton, test: Test): Pick<Skeleton, 'stretches'> =>
  stretches === undefined ? {} : { stretches: stretches.filter(({ citation }) => test(citation)) };

function keepSections(sections: readonly SkeletonSection[], test: Test): SkeletonSection[] {
  return sections
    .filter((section) => test(section.citation))
    .map((section) => ({
      ...section,
      ...keepSupport(section, test),
      alternatives: section.alternatives.filter(({ citation }) => test(citation)),
      sections: keepSections(section.sections, test),
    }));
}

/** The words of a group may be the words of its sections that are gone: with one of these, they go too. */
function keepSupport({ support }: SkeletonSection, test: Test): Pick<SkeletonSection, 'support'> {
  if (support === undefined) return {};
  const sections = support.sections.filter(({ citation }) => test(citation));
  return { support: { ...support, sections, terms: sections.length < support.sections.length ? [] : support.terms } };
}

/** How many headings are missing from the skeletons that stay. */
function headingsTakenOut(before: readonly Skeleton[], after: readonly Skeleton[], test: Test): number {
  const stayed = before.filter((skeleton) => keepSections(skeleton.sections, test).length > 0);
  const count = (sections: readonly SkeletonSection[]): number =>
    sections.reduce((sum, section) => sum + 1 + section.alternatives.length + count(section.sections), 0);
  const countAll = (skeletons: readonly Skeleton[]): number =>
    skeletons.reduce((sum, skeleton) => sum + count(skeleton.sections), 0);
  return countAll(stayed) - countAll(after);
}

/**
 * Words that a speech says that may be shown are shown with its places alone. What was learned of all speeches together
 * (which words stand with both) may be another's, and is left out.
 */
function keepItem(item: PhraseItem, test: Test): PhraseItem | null {
  const examples = item.examples.filter(({ citation }) => test(citation));
  const [first, ...others] = item.citations.filter(test);
  if (first === undefined || examples[0] === undefined) return null;
  const changed =
    item.changed === undefined ? {} : { changed: item.changed.map((change) => ({ ...change, evidence: [] })) };
  return { ...item, ...changed, examples, citations: [first, ...others] };
}
