import type { Candidates } from './candidates.ts';
import type { Spine } from './spine.ts';

/** What stands for a section this well tells where such a section usually stands. 0..1. */
const ALIKE = 0.5;
/** How much the usual place of a section's role counts beside the places of the sections like it. 0..1. */
const BY_ROLE = 0.3;

/**
 * The chosen sections in the order of a speech: each where the sections like it stand, and where its role usually does.
 * Siblings of one speech keep the order that their author gave them.
 */
export function inOrder({ all, likeness }: Candidates, chosen: readonly number[], spine: Spine): number[] {
  const places = new Map(chosen.map((c) => [c, placeOf(c)]));
  function placeOf(c: number): number {
    let sum = 0;
    let weights = 0;
    for (const [x, candidate] of all.entries()) {
      const like = likeness[c]?.[x] ?? 0;
      if (like < ALIKE) continue;
      sum += like * candidate.weight * candidate.place;
      weights += like * candidate.weight;
    }
    const own = weights === 0 ? (all[c]?.place ?? 0) : sum / weights;
    const role = all[c]?.section.role ?? null;
    const usual = role === null ? undefined : spine.place(role);
    return usual === undefined ? own : (1 - BY_ROLE) * own + BY_ROLE * usual;
  }
  for (const siblings of bySpeech(all, chosen)) {
    const sorted = siblings.map((c) => places.get(c) ?? 0).sort((a, b) => a - b);
    for (const [i, c] of siblings.entries()) places.set(c, sorted[i] ?? 0);
  }
  return chosen.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0) || a - b);
}

/** The chosen of each speech, in its order: candidates are numbered speech by speech, as the speech goes. */
function bySpeech(all: Candidates['all'], chosen: readonly number[]): number[][] {
  const speeches = new Map<unknown, number[]>();
  for (const c of chosen.toSorted((a, b) => a - b)) {
    const from = all[c]?.from;
    speeches.set(from, [...(speeches.get(from) ?? []), c]);
  }
  return [...speeches.values()];
}
