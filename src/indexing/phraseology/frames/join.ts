import type { FrameGroup } from './group.ts';
import type { Occurrence } from './occurrence.ts';

/** Pairs with one first anchor in one run are one frame of three: 从…向… and 从…转变 are 从…向…转变. */
export function* joinedOccurrences(groups: readonly FrameGroup[]): Generator<Occurrence> {
  const byFirst = new Map<string, Occurrence[]>();
  for (const { relation, occurrences } of groups) {
    if (relation !== 'governs') continue;
    for (const occurrence of occurrences) {
      const key = `${occurrence.speech.speech} ${occurrence.anchors[0]}`;
      const known = byFirst.get(key);
      if (known === undefined) byFirst.set(key, [occurrence]);
      else known.push(occurrence);
    }
  }
  for (const same of [...byFirst.values()].filter((found) => found.length > 1).sort(compareFirst))
    yield* joinedPairs(same);
}

const compareFirst = ([a]: readonly Occurrence[], [b]: readonly Occurrence[]): number =>
  (a?.speech.speech ?? 0) - (b?.speech.speech ?? 0) || (a?.anchors[0] ?? 0) - (b?.anchors[0] ?? 0);

function* joinedPairs(same: readonly Occurrence[]): Generator<Occurrence> {
  const inOrder = [...same].sort((a, b) => (a.anchors[1] ?? 0) - (b.anchors[1] ?? 0));
  for (const [i, shorter] of inOrder.entries()) {
    for (const longer of inOrder.slice(i + 1)) {
      const [first = 0, second = 0] = shorter.anchors;
      const last = longer.anchors[1] ?? 0;
      const [end = 0] = shorter.ends;
      if (last > second + 1) yield { speech: shorter.speech, anchors: [first, second, last], ends: [end, end, end] };
    }
  }
}
