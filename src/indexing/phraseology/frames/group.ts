import type { Vocabulary } from '../vocabulary.ts';
import { frameText, type Occurrence } from './occurrence.ts';
import type { Relation } from './pairs.ts';

/** The occurrences of one frame. */
export interface FrameGroup {
  text: string;
  relation: Relation;
  occurrences: Occurrence[];
  speeches: number;
  /** Of the pair of anchors it grew from: 0..1. */
  association: number;
  /** It is kept for what grows from it alone. */
  isSeed: boolean;
}

/** Bounds below which a longer frame is chance. */
export interface Bounds {
  fewest: number;
  fewestSpeeches: number;
}

/** Occurrences by the frame they are of. They come in the order of the speeches. */
export function groupsOf(
  occurrences: Iterable<Occurrence>,
  vocabulary: Vocabulary,
  { relation, association, isSeed }: Pick<FrameGroup, 'relation' | 'association' | 'isSeed'>,
): FrameGroup[] {
  const groups = new Map<string, FrameGroup>();
  for (const occurrence of occurrences) {
    const text = frameText(occurrence, vocabulary);
    const group = groups.get(text) ?? { text, relation, association, isSeed, occurrences: [], speeches: 0 };
    if (group.occurrences.at(-1)?.speech !== occurrence.speech) group.speeches++;
    group.occurrences.push(occurrence);
    groups.set(text, group);
  }
  return [...groups.values()];
}

export const isEnough = (group: FrameGroup, { fewest, fewestSpeeches }: Bounds): boolean =>
  group.occurrences.length >= fewest && group.speeches >= fewestSpeeches;
