import { SAME, type SectionProfile } from '../../../indexing/index.ts';
import type { Role } from '../../../speech/index.ts';

/** What is compared of a section: what it is about, and what it is for. */
interface Compared {
  profile: SectionProfile;
  role: Role | null;
}

/** What is left of a likeness where two sections are for different things in their speeches, or one's is not known. */
const OTHER_ROLE = 0.5;
const UNKNOWN_ROLE = 0.8;

/** How far each section stands for each other, 0..1: the cosine of their profiles as a share of {@link SAME}. */
export function likenesses(sections: readonly Compared[]): Float32Array[] {
  const cosines = cosinesOf(sections.map(({ profile }) => profile));
  return cosines.map((row, i) =>
    row.map((cosine, j) =>
      i === j ? 1 : Math.min(1, cosine / SAME) * roleFactor(sections[i]?.role ?? null, sections[j]?.role ?? null),
    ),
  );
}

interface Holder {
  at: number;
  weight: number;
}

/** All cosines at once, term by term: most pairs share few terms. */
function cosinesOf(profiles: readonly SectionProfile[]): Float32Array[] {
  const rows = profiles.map(() => new Float32Array(profiles.length));
  for (const holders of holdersOf(profiles).values()) {
    for (const { at, weight } of holders) addProducts(rows[at], weight, holders);
  }
  return rows;
}

function addProducts(row: Float32Array | undefined, weight: number, holders: readonly Holder[]): void {
  if (row === undefined) return;
  for (const other of holders) row[other.at] = (row[other.at] ?? 0) + weight * other.weight;
}

/** For each term, the sections whose profile has it. */
function holdersOf(profiles: readonly SectionProfile[]): ReadonlyMap<string, Holder[]> {
  const holders = new Map<string, Holder[]>();
  for (const [at, profile] of profiles.entries()) {
    for (const [term, weight] of profile) {
      const list = holders.get(term);
      if (list === undefined) holders.set(term, [{ at, weight }]);
      else list.push({ at, weight });
    }
  }
  return holders;
}

function roleFactor(a: Role | null, b: Role | null): number {
  if (a === null || b === null) return a === b ? 1 : UNKNOWN_ROLE;
  return a === b ? 1 : OTHER_ROLE;
}
