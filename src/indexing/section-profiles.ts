import type { Entries, SectionTerms, TermCounts } from './section-terms.ts';

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

/** Terms of a profile; what follows tells next to nothing. */
const TELLING = 120;
/** In a corpus of fewer sections, a term of one section alone still tells what that section is about. */
const SMALL = 12;

/** Speeches whose sections have profiles. */
export interface Profiled {
  base: SectionTerms;
  /** Which of the speeches of the base, in their order. */
  kept: Uint32Array;
  /** Those that came since, behind these. */
  came: readonly (readonly TermCounts[])[];
}

/** A term of a section: how often it stands there, and how much it tells of it. */
interface Weighed {
  term: string;
  times: number;
  rarity: number;
}

/**
 * The profiles of the main sections of some speeches: term frequency dampened by its logarithm, times inverse section
 * frequency (Salton and Buckley 1988, `ltc`), counted among these speeches alone. Terms that one section alone has are left
 * out: they make nothing similar, and every cosine smaller.
 */
export class SectionProfiles {
  private readonly speeches: Profiled;
  /** By term of the base, in how many of its sections that are kept it stands. */
  private readonly frequencies: Uint32Array;
  /** By term, in how many sections of those that came it stands. */
  private readonly added = new Map<string, number>();
  /** How many sections there are. */
  private sections = 0;
  private readonly known = new Map<number, readonly SectionProfile[]>();

  constructor(speeches: Profiled) {
    this.speeches = speeches;
    this.frequencies = new Uint32Array(speeches.base.vocabulary.length);
    for (const speech of speeches.kept) {
      for (const { terms } of speeches.base.entriesOf(speech)) {
        this.sections++;
        for (const term of terms) this.frequencies[term] = (this.frequencies[term] as number) + 1;
      }
    }
    for (const counts of speeches.came.flat()) {
      this.sections++;
      for (const term of counts.keys()) this.added.set(term, (this.added.get(term) ?? 0) + 1);
    }
  }

  /** @param speech position: those of the base that are kept come first */
  of(speech: number): readonly SectionProfile[] {
    const made = this.known.get(speech) ?? this.weighed(speech).map(toProfile);
    this.known.set(speech, made);
    return made;
  }

  private weighed(speech: number): Weighed[][] {
    const { base, kept, came } = this.speeches;
    const position = kept[speech];
    if (position !== undefined) return base.entriesOf(position).map((entries) => this.weighedEntries(entries));
    const counted = came[speech - kept.length] ?? [];
    return counted.map((counts) =>
      Array.from(counts, ([term, times]) => ({ term, times, rarity: this.rarity(term, base.vocabulary.find(term)) })),
    );
  }

  private weighedEntries({ terms, counts }: Entries): Weighed[] {
    return Array.from(terms, (number, i) => {
      const term = this.speeches.base.vocabulary.at(number);
      return { term, times: counts[i] ?? 0, rarity: this.rarity(term, number) };
    });
  }

  /** @param number of the term in the vocabulary of the base */
  private rarity(term: string, number: number): number {
    const frequency = (this.frequencies[number] ?? 0) + (this.added.get(term) ?? 0);
    const least = this.sections < SMALL ? 1 : 2;
    return frequency < least ? 0 : Math.log(1 + this.sections / frequency);
  }
}

function toProfile(weighed: readonly Weighed[]): SectionProfile {
  const telling = weighed
    .map(({ term, times, rarity }) => ({ term, weight: (1 + Math.log(times)) * rarity }))
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

/** Enough for a cosine: profiles that differ by less say the same. */
const round = (weight: number): number => Math.round(weight * 1e4) / 1e4;

/** How much two sections are about the same, 0..1: the cosine of their profiles. */
export function cosine(a: SectionProfile, b: SectionProfile): number {
  const [fewer, more] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of fewer) sum += weight * (more.get(term) ?? 0);
  return Math.min(1, sum);
}
