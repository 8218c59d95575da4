/** composed/: one skeleton from the sections of several speeches, none of them rewritten. */
import type { SpeechIndex } from '../../../indexing/index.ts';
import { type Genre, mainSections } from '../../../speech/index.ts';
import { normaliseDocumentText } from '../../../text/index.ts';
import type { Alternative, Skeleton, SkeletonSection, Support } from '../../answer.ts';
import type { Virtues } from '../../weights.ts';
import type { Nearby } from '../nearby.ts';
import { alternativeTo, composedOf, mainSection, type Shape } from '../section.ts';
import { type Candidate, type Candidates, candidatesOf } from './candidates.ts';
import { choose, ON_TOPIC } from './choose.ts';
import { inOrder } from './order.ts';
import { spineOf } from './spine.ts';

/** What stands for a section this well may stand in its place; what does better says the same. 0..1. */
const OFFERED = 0.6;
const SAME = 0.8;
const MOST_ALTERNATIVES = 5;
/** Words that tell what the sections of a group have in common. */
const TELLING = 6;

/** What is wanted of a composed skeleton. */
export interface Composition extends Shape {
  /** Number of main sections; as many as the nearby speeches usually have, if not given. */
  sections?: number | undefined;
  genre: Genre | undefined;
}

/**
 * Composes a skeleton of the nearby speeches' sections. `null` of a single speech, whose own skeleton says it all.
 *
 * @param terms the question's, each with how much it counts
 */
export function composedSkeleton(
  index: SpeechIndex,
  nearby: readonly Nearby[],
  terms: ReadonlyMap<string, number>,
  wanted: Composition,
  virtues: Virtues,
): Skeleton | null {
  const candidates = candidatesOf(index, nearby, terms);
  if (new Set(candidates.all.map(({ from }) => from)).size < 2) return null;
  const spine = spineOf(index, wanted.genre);
  const chosen = choose(candidates, wanted.sections ?? usualSize(nearby), spine.roles, virtues);
  const sections = inOrder(candidates, chosen, spine).map((c, i) => toSection(candidates, c, chosen, i, wanted));
  return composedOf(sections);
}

/** What people can follow by ear. */
const FEWEST = 3;
const MOST = 6;

/**
 * The number of main sections of the nearest speech, if it is wholly on the topic; else the one that half of the nearby
 * speeches, by their fit, do not exceed.
 */
function usualSize(nearby: readonly Nearby[]): number {
  const [nearest] = nearby;
  const own = nearest === undefined ? 0 : mainSections(nearest.speech.sections).length;
  if (nearest !== undefined && nearest.covered >= ON_TOPIC && own >= FEWEST && own <= MOST) return own;
  const sizes = nearby
    .map(({ speech, fit }) => ({ fit, size: mainSections(speech.sections).length }))
    .filter(({ size }) => size >= FEWEST)
    .sort((a, b) => a.size - b.size);
  let left = sizes.reduce((sum, { fit }) => sum + fit, 0) / 2;
  const median = sizes.find(({ fit }) => {
    left -= fit;
    return left <= 0;
  });
  return Math.min(MOST, median?.size ?? FEWEST);
}

function toSection(
  candidates: Candidates,
  c: number,
  chosen: readonly number[],
  position: number,
  shape: Shape,
): SkeletonSection {
  const candidate = candidates.all[c] as Candidate;
  const { from, section } = candidate;
  return {
    ...mainSection(from.speech, section, position, shape),
    alternatives: alternativesTo(candidates, c, chosen),
    support: supportOf(candidates, c),
  };
}

/** Headings of other speeches that could stand here, one a speech, the nearest first. */
function alternativesTo({ all, likeness }: Candidates, c: number, chosen: readonly number[]): Alternative[] {
  const taken = new Set(chosen.map((other) => normaliseDocumentText(all[other]?.section.heading ?? '')));
  const speeches = new Set([all[c]?.from]);
  const offered = [...all.keys()]
    .filter((x) => !chosen.includes(x) && (likeness[c]?.[x] ?? 0) >= OFFERED && nearestOf(likeness, chosen, x) === c)
    .sort((a, b) => rankOf(b) - rankOf(a));
  function rankOf(x: number): number {
    return (likeness[c]?.[x] ?? 0) * (1 + (all[x]?.from.fit ?? 0));
  }
  const alternatives: Alternative[] = [];
  for (const x of offered) {
    const candidate = all[x];
    if (candidate === undefined || alternatives.length === MOST_ALTERNATIVES) break;
    const { from, section } = candidate;
    const words = normaliseDocumentText(section.heading);
    if (speeches.has(from) || taken.has(words)) continue;
    speeches.add(from);
    taken.add(words);
    alternatives.push(alternativeTo(from.speech, section));
  }
  return alternatives;
}

/** Which of the chosen a section stands for best: it is offered there alone. */
const nearestOf = (likeness: Candidates['likeness'], chosen: readonly number[], x: number): number =>
  chosen.reduce((best, c) => ((likeness[c]?.[x] ?? 0) > (likeness[best]?.[x] ?? 0) ? c : best), chosen[0] ?? x);

/** Why a section is in the skeleton: the sections that say the same, what they have in common, and what it scored. */
function supportOf({ all, likeness }: Candidates, c: number): Support {
  const row = likeness[c] ?? new Float32Array();
  const self = all[c] as Candidate;
  const best = new Map<Nearby, number>();
  for (const [x, like] of row.entries()) {
    const from = all[x]?.from;
    if (from === undefined || x === c || from === self.from || like < SAME) continue;
    const known = best.get(from);
    if (known === undefined || like > (row[known] ?? 0)) best.set(from, x);
  }
  const members = [c, ...best.values()].map((x) => all[x] as Candidate);
  const covered = all.reduce((sum, { weight }, x) => sum + weight * (row[x] ?? 0), 0);
  const whole = all.reduce((sum, { weight }) => sum + weight, 0) || 1;
  return {
    sections: members.map(({ from, section }) => alternativeTo(from.speech, section)),
    terms: commonTerms(members),
    coverage: round(covered / whole),
    answers: round(self.answers),
    fit: round(self.from.fit),
  };
}

function commonTerms(members: readonly Candidate[]): string[] {
  const sums = new Map<string, number>();
  for (const { profile } of members) {
    for (const [term, weight] of profile) sums.set(term, (sums.get(term) ?? 0) + weight);
  }
  return [...sums]
    .sort((a, b) => b[1] - a[1])
    .slice(0, TELLING)
    .map(([term]) => term);
}

const round = (share: number): number => Math.round(share * 1000) / 1000;
