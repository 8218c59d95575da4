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

/**
 * Who will see an answer: `insider`, one person who belongs to the organisation (ephemeral message, direct message); or
 * `public`, whoever is or comes to be in a channel.
 */
export type Audience = 'insider' | 'public';

/** An answer with what its audience may not see taken out, and how many items that were. */
export interface Released {
  answer: Answer;
  withheld: number;
}

const isInternal = (citation: Citation): boolean => strictest(citation.rights) === 'internal';
const isOpen = (citation: Citation): boolean => !isInternal(citation);

/**
 * The one place that decides what leaves: `internal` words reach insiders alone. An answer of which nothing is left
 * stays an answer of its kind, empty; but for a passage in its place, of which nothing is nothing.
 */
export function release(answer: Answer, audience: Audience): Released {
  if (audience === 'insider') return { answer, withheld: 0 };
  switch (answer.kind) {
    case 'passages': {
      const hits = answer.hits
        .filter((hit) => isOpen(hit.citation))
        .map((hit) => ({ ...hit, alsoIn: hit.alsoIn.filter(isOpen) }));
      return { answer: { ...answer, hits }, withheld: answer.hits.length - hits.length };
    }
    case 'sources': {
      const matches = answer.matches.filter((match) => isOpen(match.citation));
      return { answer: { ...answer, matches }, withheld: answer.matches.length - matches.length };
    }
    case 'skeletons':
      return releaseSkeletons(answer);
    case 'phrasing':
      return releasePhrasing(answer);
    case 'place':
      return releasePlace(answer);
    case 'trace':
      return releaseTrace(answer);
    case 'overview': {
      const speeches = answer.speeches.filter(({ citation }) => isOpen(citation));
      return { answer: { ...answer, speeches }, withheld: answer.speeches.length - speeches.length };
    }
    case 'nothing':
      return { answer, withheld: 0 };
  }
}

/** All of it is of one speech. */
function releasePlace(answer: PlaceAnswer): Released {
  if (isOpen(answer.citation)) return { answer, withheld: 0 };
  return { answer: { kind: 'nothing', asked: 'passage', query: '', lookedFor: [], nearest: [] }, withheld: 1 };
}

/** The sentences are the asker's own and stay; how often one stands elsewhere goes with its source. */
function releaseTrace(answer: TraceAnswer): Released {
  const sentences = answer.sentences.map((sentence) =>
    sentence.match === null || isOpen(sentence.match.citation) ? sentence : { ...sentence, match: null, more: 0 },
  );
  const withheld = sentences.filter((sentence, i) => sentence !== answer.sentences[i]).length;
  return { answer: { ...answer, sentences }, withheld };
}

function releasePhrasing({ section, ...answer }: PhrasingAnswer): Released {
  const groups = answer.groups
    .map((group) => ({ ...group, items: group.items.map(openItem).filter((item) => item !== null) }))
    .filter((group) => group.items.length > 0);
  const count = (all: readonly { items: readonly unknown[] }[]): number =>
    all.reduce((sum, group) => sum + group.items.length, 0);
  const asked = section !== undefined && isOpen(section.citation) ? { section } : {};
  return { answer: { ...answer, ...asked, groups }, withheld: count(answer.groups) - count(groups) };
}

function releaseSkeletons(answer: SkeletonsAnswer): Released {
  const skeletons = answer.skeletons
    .map((skeleton) => ({ ...skeleton, ...openStretches(skeleton), sections: openSections(skeleton.sections) }))
    .filter((skeleton) => skeleton.sections.length > 0);
  const sets = answer.sets.filter(({ headings }) => headings.every(({ citation }) => isOpen(citation)));
  const gone = answer.skeletons.length - skeletons.length + answer.sets.length - sets.length;
  const withheld = gone + headingsTakenOut(answer.skeletons, skeletons);
  return { answer: { ...answer, skeletons, sets }, withheld };
}

const openStretches = ({ stretches }: Skeleton): Pick<Skeleton, 'stretches'> =>
  stretches === undefined ? {} : { stretches: stretches.filter(({ citation }) => isOpen(citation)) };

function openSections(sections: readonly SkeletonSection[]): SkeletonSection[] {
  return sections
    .filter((section) => isOpen(section.citation))
    .map((section) => ({
      ...section,
      ...openSupport(section),
      alternatives: section.alternatives.filter(({ citation }) => isOpen(citation)),
      sections: openSections(section.sections),
    }));
}

/** The words of a group may be the words of its internal sections: with one of these gone, they go too. */
function openSupport({ support }: SkeletonSection): Pick<SkeletonSection, 'support'> {
  if (support === undefined) return {};
  const sections = support.sections.filter(({ citation }) => isOpen(citation));
  return { support: { ...support, sections, terms: sections.length < support.sections.length ? [] : support.terms } };
}

/** How many headings are missing from the skeletons that stay. */
function headingsTakenOut(before: readonly Skeleton[], after: readonly Skeleton[]): number {
  const stayed = before.filter((skeleton) => openSections(skeleton.sections).length > 0);
  const count = (sections: readonly SkeletonSection[]): number =>
    sections.reduce((sum, section) => sum + 1 + section.alternatives.length + count(section.sections), 0);
  const countAll = (skeletons: readonly Skeleton[]): number =>
    skeletons.reduce((sum, skeleton) => sum + count(skeleton.sections), 0);
  return countAll(stayed) - countAll(after);
}

/**
 * Words that an open speech says too are shown with its places alone. What was learned of all speeches together (which words
 * stand with both) may be an internal one's, and is left out.
 */
function openItem(item: PhraseItem): PhraseItem | null {
  const examples = item.examples.filter(({ citation }) => isOpen(citation));
  const [first, ...others] = item.citations.filter(isOpen);
  if (first === undefined || examples[0] === undefined) return null;
  const changed =
    item.changed === undefined ? {} : { changed: item.changed.map((change) => ({ ...change, evidence: [] })) };
  return { ...item, ...changed, examples, citations: [first, ...others] };
}
