import { type Section, type Span, type Speech, walkSections } from '../../speech/index.ts';
import { normaliseDocumentText } from '../../text/index.ts';
import type { HeadingSet } from '../answer.ts';
import { isDevotedTo, LEAST_ABOUT } from './about.ts';
import { formLikeness, formOf } from './composed/form.ts';
import { sharedFrame } from './frame.ts';
import type { Nearby } from './nearby.ts';
import { alternativeTo, citeHeading } from './section.ts';
import { shareIn, type Topic } from './topic.ts';

const FEWEST = 3;
const MOST_SETS = 6;
const MOST_A_SPEECH = 2;
/** Headings whose mean likeness of form is less are neighbours, no set. 0..1. */
const LEAST_FORM = 0.55;
/** Longer ones are sentences. In characters. */
const LONGEST = 40;

interface Siblings {
  speech: Speech;
  ancestors: readonly Section[];
  members: readonly Section[];
  /** What the members say, and what stands above them, in the form that is compared. */
  own: string;
  above: string;
}

/** How many sets, how many of one speech, and how much each has to be about the topic. */
export interface SetsWanted {
  all: number;
  ofSpeech: number;
  least: number;
}

/**
 * Parallel sets of sibling headings (套件标题) on a topic: all sets of the nearby speeches whose headings, or what stands
 * above them, name the topic, and the main sections of speeches about it.
 */
export function headingSets(
  nearby: readonly Nearby[],
  topic: Topic,
  { all, ofSpeech, least }: SetsWanted = { all: MOST_SETS, ofSpeech: MOST_A_SPEECH, least: LEAST },
): HeadingSet[] {
  const ranked = nearby
    .flatMap((near) => siblingsIn(near.speech).map((siblings) => ({ siblings, score: scoreOf(siblings, near, topic) })))
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score);
  const taken = new Map<Speech, number>();
  const kept = ranked.filter(({ siblings: { speech } }) => {
    const before = taken.get(speech) ?? 0;
    taken.set(speech, before + 1);
    return before < ofSpeech;
  });
  return kept.slice(0, all).map(({ siblings }) => toSet(siblings));
}

/** The sets of a speech that stand under one of its sections. */
export const headingSetsUnder = (speech: Speech, section: Span): HeadingSet[] =>
  siblingsIn(speech)
    .filter(({ members }) => members.every(({ start }) => start > section.start && start < section.end))
    .map(toSet);

const known = new WeakMap<Speech, Siblings[]>();

/** The sets of a speech. Made once a speech. */
function siblingsIn(speech: Speech): Siblings[] {
  const made = known.get(speech) ?? findSiblings(speech);
  known.set(speech, made);
  return made;
}

function findSiblings(speech: Speech): Siblings[] {
  const forests = [...walkSections(speech.sections)].map(({ section, ancestors }) => ({
    ancestors: [...ancestors, section],
    members: section.sections,
  }));
  return [{ ancestors: [], members: speech.sections }, ...forests].flatMap(({ ancestors, members }) =>
    (['heading', 'point'] as const)
      .map((kind) => members.filter((member) => member.kind === kind))
      .filter(isSet)
      .map((set) => ({ speech, ancestors, members: set, own: wordsOf(set), above: wordsOf(ancestors) })),
  );
}

const wordsOf = (sections: readonly Section[]): string =>
  normaliseDocumentText(sections.map(({ heading }) => heading).join('\n'));

function isSet(members: readonly Section[]): boolean {
  if (members.length < FEWEST || members.some(({ heading }) => heading === '' || heading.length > LONGEST))
    return false;
  const forms = members.map(({ heading }) => formOf(heading));
  const likenesses = forms.slice(1).map((form, i) => formLikeness(form, forms[i] ?? form));
  return likenesses.reduce((sum, likeness) => sum + likeness, 0) / likenesses.length >= LEAST_FORM;
}

/** How much a set is about the topic: its own words count for more than those above it, these more than the speech; less than the least is none. */
const LEAST = 0.5;
const OWN = 1;
const ABOVE = 0.5;
const SPEECH = 0.6;

function scoreOf({ ancestors, own, above }: Siblings, near: Nearby, topic: Topic): number {
  const speech = near.covered >= LEAST_ABOUT && isDevotedTo(near.speech, topic) ? 1 / (1 + ancestors.length / 4) : 0;
  return OWN * shareIn(topic, own) + ABOVE * shareIn(topic, above) + SPEECH * speech;
}

const toSet = ({ speech, ancestors, members }: Siblings): HeadingSet => ({
  frame: sharedFrame(members.map(({ heading }) => heading)),
  headings: members.map((member) => ({
    ...alternativeTo(speech, member),
    marker: member.marker,
    citation: citeHeading(speech, member, ancestors),
  })),
});
