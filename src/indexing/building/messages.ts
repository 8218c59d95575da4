import type { Fault } from '../../threads/index.ts';
import type { FrozenField, FrozenTerms } from '../frozen/frozen-terms.ts';
import { StringTable } from '../frozen/string-table.ts';
import type { PassageTexts } from '../passage-texts.ts';

/*
 * What passes between who builds and the threads that index, as structured clones: both ends are one program, so it is
 * typed and trusted.
 */

/** To a thread: passages that are to be indexed. One question at a time. */
export type ToThread = readonly PassageTexts[];

/** From a thread: how many passages it has done, then what it made of them, or why it couldn't. */
export type FromThread = { done: number } | { segment: PlainTerms } | { fault: Fault };

/** {@link FrozenTerms} without its class: clones keep none. */
export interface PlainTerms {
  passageCount: number;
  vocabulary: { starts: Uint32Array; units: Uint16Array };
  fields: readonly FrozenField[];
}

export const toPlain = ({ passageCount, vocabulary: { starts, units }, fields }: FrozenTerms): PlainTerms => ({
  passageCount,
  vocabulary: { starts, units },
  fields,
});

export const fromPlain = ({ passageCount, vocabulary: { starts, units }, fields }: PlainTerms): FrozenTerms => ({
  passageCount,
  vocabulary: new StringTable(starts, units),
  fields,
});

/** The memory behind the arrays, to be handed over rather than copied. Each once: two arrays may share theirs. */
export function buffersOf({ vocabulary, fields }: PlainTerms): ArrayBuffer[] {
  const arrays = [
    vocabulary.starts,
    vocabulary.units,
    ...fields.flatMap(({ lengths, starts, passages, frequencies, tops, blockTops }) => [
      lengths,
      starts,
      passages,
      frequencies,
      tops,
      blockTops.terms,
      blockTops.levels,
    ]),
  ];
  return [...new Set(arrays.map(({ buffer }) => buffer))].filter((buffer) => buffer instanceof ArrayBuffer);
}
