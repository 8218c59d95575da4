import { cosine, type SectionProfile } from '../indexing/index.ts';

/** How good a skeleton is for a speech that was held, and that it was made without. */
export interface SkeletonMeasures {
  /** Share of the speech's main sections that the skeleton has, 0..1. */
  coverage: number;
  /** Whether those stand in the order of the speech: Kendall's tau, -1..1; `null` where there are fewer than two. */
  order: number | null;
  /** Share of the skeleton's pairs of sections that are about the same, 0..1. */
  redundancy: number;
}

/**
 * Measures a skeleton against the sections of a speech, both by what they are about: the telling content terms of heading
 * and body, not their wording, since a good heading of another speech says it in other words.
 *
 * A section is covered by the section of the skeleton that is nearest to it, if their cosine reaches `same`; no section
 * of the skeleton covers two, so that a single broad one does not cover a speech.
 *
 * @param same the cosine from which two sections count as being about the same
 */
export function measureSkeleton(
  speech: readonly SectionProfile[],
  skeleton: readonly SectionProfile[],
  same: number,
): SkeletonMeasures {
  const covered = cover(speech, skeleton, same);
  return {
    coverage: speech.length === 0 ? 0 : covered.size / speech.length,
    order: kendallTau([...covered].sort(([a], [b]) => a - b).map(([, place]) => place)),
    redundancy: shareOfPairs(skeleton, (a, b) => cosine(a, b) >= same),
  };
}

/** Which section of the skeleton covers each covered section of the speech: the nearest pairs first. */
function cover(
  speech: readonly SectionProfile[],
  skeleton: readonly SectionProfile[],
  same: number,
): ReadonlyMap<number, number> {
  const pairs = speech.flatMap((a, i) => skeleton.map((b, j) => ({ i, j, near: cosine(a, b) })));
  const covered = new Map<number, number>();
  const taken = new Set<number>();
  for (const { i, j, near } of pairs.sort((a, b) => b.near - a.near)) {
    if (near < same) break;
    if (covered.has(i) || taken.has(j)) continue;
    covered.set(i, j);
    taken.add(j);
  }
  return covered;
}

/** Kendall's tau of a list of different places with their sorted order (Kendall 1938); `null` of fewer than two. */
export function kendallTau(places: readonly number[]): number | null {
  if (places.length < 2) return null;
  return 2 * shareOfPairs(places, (a, b) => a < b) - 1;
}

function shareOfPairs<T>(list: readonly T[], holds: (a: T, b: T) => boolean): number {
  let pairs = 0;
  let holding = 0;
  for (const [i, a] of list.entries()) {
    for (const b of list.slice(i + 1)) {
      pairs++;
      if (holds(a, b)) holding++;
    }
  }
  return pairs === 0 ? 0 : holding / pairs;
}
