import { mainSections, type Section, type Speech } from '../speech/index.ts';
import { normaliseDocumentText, terms } from '../text/index.ts';
import type { TermSearcher } from './term-searcher.ts';

/**
 * What a section is about: its most telling terms, each with its weight, the weights squared summing to 1, so that the
 * scalar product of two profiles is their cosine.
 */
export type SectionProfile = ReadonlyMap<string, number>;

/**
 * Sections whose profiles have this cosine are about the same. Of two sections of different speeches chosen blindly, one
 * pair in a hundred is as near (`npm run eval:outline` prints it).
 */
export const SAME = 0.12;

/** Terms of a profile; what follows tells next to nothing and would double the index. */
const TELLING = 120;
/** A word of the heading says as much as this many more mentions in the text. */
const HEADING = 3;
/** In a corpus of fewer sections, a term of one section alone still tells what that section is about. */
const SMALL = 12;

/**
 * The profiles of the main sections of each speech, by the speech's id: term frequency dampened by its logarithm, times
 * inverse section frequency (Salton and Buckley 1988, `ltc`). Terms that one section alone has are left out: they make
 * nothing similar, and every cosine smaller.
 */
export function sectionProfiles(speeches: readonly Speech[]): Map<string, SectionProfile[]> {
  const counted = speeches.map((speech) =>
    mainSections(speech.sections).map((section) => countTerms(speech.text, section)),
  );
  const sections = counted.flat();
  const frequencies = new Map<string, number>();
  for (const counts of sections) {
    for (const term of counts.keys()) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  }
  const least = sections.length < SMALL ? 1 : 2;
  const weigh = (term: string): number => {
    const frequency = frequencies.get(term) ?? 0;
    return frequency < least ? 0 : Math.log(1 + sections.length / frequency);
  };
  return new Map(speeches.map(({ id }, i) => [id, (counted[i] ?? []).map((counts) => toProfile(counts, weigh))]));
}

/**
 * The profile of a section that came later, before those of all are made anew: how rare a term is, is told by the passages
 * that hold it. The weights differ little, since a section has some ten passages of its own whatever it is about; which term
 * only one section has can't be told, which one passage alone has can.
 *
 * @param breathe awaited after each paragraph
 */
export async function sectionProfileAmong(
  known: TermSearcher,
  original: string,
  section: Section,
  breathe: () => Promise<void>,
): Promise<SectionProfile> {
  const counts = new Map<string, number>();
  for (const { text, times } of linesOf(original, section)) {
    count(counts, text, times);
    await breathe();
  }
  const all = known.passageCount;
  const least = all < SMALL ? 1 : 2;
  return toProfile(counts, (term) => {
    const frequency = known.documentFrequency(term);
    return frequency < least ? 0 : Math.log(1 + all / frequency);
  });
}

function countTerms(original: string, section: Section): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text, times } of linesOf(original, section)) count(counts, text, times);
  return counts;
}

/** What a section says, line by line, and how much a mention there counts. */
function linesOf(original: string, { headingStart, headingEnd, end }: Section): { text: string; times: number }[] {
  const body = original.slice(headingEnd, end).split('\n');
  return [
    { text: original.slice(headingStart, headingEnd), times: HEADING },
    ...body.map((text) => ({ text, times: 1 })),
  ];
}

function count(counts: Map<string, number>, text: string, times: number): void {
  for (const term of terms(normaliseDocumentText(text)))
    if (tells(term)) counts.set(term, (counts.get(term) ?? 0) + times);
}

function toProfile(counts: ReadonlyMap<string, number>, weigh: (term: string) => number): SectionProfile {
  const telling = [...counts]
    .map(([term, times]) => ({ term, weight: (1 + Math.log(times)) * weigh(term) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, TELLING);
  const length = norm(telling.map(({ weight }) => weight));
  return new Map(telling.map(({ term, weight }) => [term, round(weight / length)]));
}

/** The Euclidean norm: unlike `Math.hypot`, of any number of values. */
export function norm(values: Iterable<number>): number {
  let squares = 0;
  for (const value of values) squares += value * value;
  return Math.sqrt(squares);
}

/** Single characters and figures say little of what a section is about. */
const tells = (term: string): boolean => term.length > 1 && !/\d/.test(term);

/** Enough for a cosine, and half the size of what JSON would write. */
const round = (weight: number): number => Math.round(weight * 1e4) / 1e4;

/** How much two sections are about the same, 0..1: the cosine of their profiles. */
export function cosine(a: SectionProfile, b: SectionProfile): number {
  const [fewer, more] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of fewer) sum += weight * (more.get(term) ?? 0);
  return Math.min(1, sum);
}
