import type { FrameGroup } from './group.ts';
import { slotsOf, slotWords } from './occurrence.ts';

/** What stands in a slot, most common first. */
export interface Slot {
  fillers: { text: string; count: number }[];
}

/** Fillers that are kept of each slot. */
const MOST_FILLERS = 8;
/** A filler longer than this, in characters, is a clause of its own. */
const LONGEST_FILLER = 16;
/** The share of occurrences that must go on behind the last anchor for it to open a slot. */
const LEAST_OPEN = 0.5;

/** Whether something usually follows the last anchor in its run. */
export function isOpenAtEnd({ occurrences, relation }: FrameGroup): boolean {
  const open = occurrences.filter(({ anchors, ends }) => (ends.at(-1) ?? 0) > (anchors.at(-1) ?? 0) + 1).length;
  return relation !== 'governs' || open >= LEAST_OPEN * occurrences.length;
}

/** The slots of a frame with their commonest fillers. */
export function slotsWithFillers({ occurrences }: FrameGroup, isOpen: boolean): Slot[] {
  const counts: Map<string, number>[] = [];
  for (const occurrence of occurrences) {
    const slots = slotsOf(occurrence);
    for (const [i, slot] of (isOpen ? slots : slots.slice(0, -1)).entries()) {
      counts[i] ??= new Map();
      const words = slot.to > slot.from ? slotWords(occurrence.speech, slot) : '';
      if (words === '' || words.length > LONGEST_FILLER) continue;
      counts[i].set(words, (counts[i].get(words) ?? 0) + 1);
    }
  }
  return counts.map((fillers) => ({ fillers: commonest(fillers) }));
}

const commonest = (fillers: ReadonlyMap<string, number>): Slot['fillers'] =>
  [...fillers]
    .map(([text, count]) => ({ text, count }))
    .sort((a, b) => b.count - a.count || a.text.length - b.text.length)
    .slice(0, MOST_FILLERS);
