import { norm, type SectionProfile, type SpeechIndex } from '../../../indexing/index.ts';
import { mainSections, type Section } from '../../../speech/index.ts';
import type { Nearby } from '../nearby.ts';
import { likenesses } from './likeness.ts';

/** A main section of a nearby speech, that a composed skeleton may take. */
export interface Candidate {
  from: Nearby;
  section: Section;
  profile: SectionProfile;
  /** Where in its speech it stands, 0..1. */
  place: number;
  /** How well it answers the question by itself, 0..1; 1 for the best of all. */
  answers: number;
  /** How much of what is wanted it stands for: its speech's fit, shared among the speech's sections. */
  weight: number;
}

/** Candidates, and how far each stands for each other: `likeness[i][j]`, 0..1. */
export interface Candidates {
  all: readonly Candidate[];
  likeness: readonly Float32Array[];
}

/** A section of fewer characters is a line of a list, not a part of a speech. */
const SHORTEST = 20;
/** A heading of more characters is a sentence. */
const LONGEST_HEADING = 60;
/** Farther speeches, and more sections, add nothing that a writer would take; the search would take long. */
const LEAST_FIT = 0.2;
const FEWEST_SPEECHES = 6;
const MOST_SPEECHES = 16;
const MOST = 140;

/** Where no section has this cosine with the question, none is wholly on the topic. 0..1. */
const LEAST_BEST = 0.15;

/** @param terms the question's, each with how much it counts */
export function candidatesOf(
  index: SpeechIndex,
  nearby: readonly Nearby[],
  terms: ReadonlyMap<string, number>,
): Candidates {
  const near = nearby.filter(({ fit }, i) => fit >= LEAST_FIT || i < FEWEST_SPEECHES).slice(0, MOST_SPEECHES);
  const found = near.flatMap((from) => candidatesIn(index, from, terms));
  const kept = found.slice(0, MOST);
  const floor = LEAST_BEST * norm(terms.values());
  const best = kept.reduce((most, { answers }) => Math.max(most, answers), Math.max(floor, Number.MIN_VALUE));
  return {
    all: kept.map((candidate) => ({ ...candidate, answers: candidate.answers / best })),
    likeness: likenesses(kept.map(({ profile, section }) => ({ profile, role: section.role }))),
  };
}

function candidatesIn(index: SpeechIndex, from: Nearby, terms: ReadonlyMap<string, number>): Candidate[] {
  const profiles = index.profiles(from.speech);
  const sections = mainSections(from.speech.sections);
  return sections.flatMap((section, i): Candidate[] => {
    const profile = profiles[i];
    const isPart = section.end - section.start >= SHORTEST && section.heading.length <= LONGEST_HEADING;
    if (profile === undefined || section.heading === '' || !isPart) return [];
    const place = (i + 0.5) / sections.length;
    return [{ from, section, profile, place, answers: answering(profile, terms), weight: from.fit / sections.length }];
  });
}

/** How much of a section is about the question: what the question's terms weigh in its profile. */
function answering(profile: SectionProfile, terms: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [term, weight] of terms) sum += weight * (profile.get(term) ?? 0);
  return sum;
}
