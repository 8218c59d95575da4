import { blockTopsOf } from './block-tops.ts';
import { longestOf, normsOf, roundedUp, saturation } from './bm25.ts';
import type { FrozenField } from './frozen-terms.ts';

/** The postings of one field, and what they can give at most. */
export function withTops(field: Omit<FrozenField, 'tops' | 'blockTops'>): FrozenField {
  const topped = { ...field, tops: topsOf(field) };
  return { ...topped, blockTops: blockTopsOf(topped) };
}

/** The {@link FrozenField.tops} of the postings of a field. */
function topsOf(field: Omit<FrozenField, 'tops' | 'blockTops'>): Float32Array {
  const { averageLength, lengths, starts, passages, frequencies } = field;
  const norms = normsOf(longestOf(lengths), averageLength);
  const tops = new Float32Array(starts.length - 1);
  for (let term = 0; term < tops.length; term++) {
    let top = 0;
    const end = starts[term + 1] ?? 0;
    for (let at = starts[term] ?? 0; at < end; at++) {
      const norm = norms[lengths[passages[at] ?? 0] ?? 0] ?? 0;
      top = Math.max(top, saturation(frequencies[at] ?? 0, norm));
    }
    tops[term] = roundedUp(top);
  }
  return tops;
}
