import type { Vocabulary } from '../vocabulary.ts';
import { evenness } from './evenness.ts';
import type { FrameGroup } from './group.ts';
import { type Occurrence, slotsOf } from './occurrence.ts';

/** A frame of which a longer one explains this share is a fragment of it. */
const EXPLAINED = 0.65;
const LEAST_EVENNESS = 0.55;
/** Localisers that say no more than 在 does: 在…上 is grammar, 在…上下功夫 is a frame. */
const BARE = /^[在从由对于到以向].*…[上中下里内间前后外时]$/;

/**
 * The frames without the fragments of longer ones, each with its strength.
 *
 * After the C-value (Frantzi, Ananiadou, Mima 2000, "Automatic recognition of multi-word terms"): what counts of a frame is
 * f(a) - mean f(b) over the longer frames b that hold it; here that number takes the place of the frequency in
 * association × openness × log2(1 + speeches) × log2(frequency).
 */
export function withoutFragments(
  groups: readonly FrameGroup[],
  vocabulary: Vocabulary,
): { group: FrameGroup; strength: number }[] {
  const longer = longerCounts(groups);
  return groups.flatMap((group) => {
    const held = longer.get(group.text) ?? [];
    const count = group.occurrences.length;
    const open = openness(group.occurrences);
    if (open < LEAST_EVENNESS || held.some((times) => times >= EXPLAINED * count) || BARE.test(group.text)) return [];
    if (group.isSeed) return [];
    if (isFixedText(group, vocabulary)) return [];
    const nested = held.length === 0 ? 0 : held.reduce((sum, times) => sum + times, 0) / held.length;
    return [
      { group, strength: group.association * open * Math.log2(1 + group.speeches) * Math.log2(1 + count - nested) },
    ];
  });
}

/** For each frame, how often the longer frames that begin and go on as it does stand. */
function longerCounts(groups: readonly FrameGroup[]): Map<string, number[]> {
  const shared = new Map<FrameGroup, Set<FrameGroup>>();
  for (const together of groupsByPlace(groups)) {
    for (const a of together) for (const b of together) if (holds(b.text, a.text)) add(shared, a, b);
  }
  return new Map([...shared].map(([a, bs]) => [a.text, [...bs].map((b) => b.occurrences.length)]));
}

/** The frames that begin at one word, for every word where several do. */
function groupsByPlace(groups: readonly FrameGroup[]): FrameGroup[][] {
  const byPlace = new Map<string, FrameGroup[]>();
  for (const group of groups) {
    for (const { speech, anchors } of group.occurrences) {
      const key = `${speech.speech} ${anchors[0]}`;
      const known = byPlace.get(key);
      if (known === undefined) byPlace.set(key, [group]);
      else known.push(group);
    }
  }
  return [...byPlace.values()].filter((together) => together.length > 1);
}

function add(shared: Map<FrameGroup, Set<FrameGroup>>, a: FrameGroup, b: FrameGroup): void {
  const known = shared.get(a);
  if (known === undefined) shared.set(a, new Set([b]));
  else known.add(b);
}

/** Whether the pieces of a frame all stand in a longer one, in their order. */
function holds(longer: string, shorter: string): boolean {
  if (longer.length <= shorter.length) return false;
  let from = 0;
  for (const piece of shorter.split('…')) {
    const at = longer.indexOf(piece, from);
    if (at === -1) return false;
    from = at + piece.length;
  }
  return true;
}

/** Evenness of what fills the slots between the anchors: that of the most even one, by the word at its end. 0..1. */
function openness(occurrences: readonly Occurrence[]): number {
  const counts: Map<string, number>[] = [];
  for (const occurrence of occurrences) {
    for (const [i, slot] of slotsOf(occurrence).slice(0, -1).entries()) {
      counts[i] ??= new Map();
      const word = `${occurrence.speech.words[slot.to - 1]} ${occurrence.speech.words[slot.to - 2] ?? ''}`;
      counts[i].set(word, (counts[i].get(word) ?? 0) + 1);
    }
  }
  return counts.reduce((least, fillers) => Math.min(least, evenness(fillers, occurrences.length)), 1);
}

/** Names, numerals, measures, times, letters. */
const FIXED = /^(nr|ns|nt|m|q|t|eng)/;

/** Whether an anchor that grew is a name or a numeral: no frame is made of those. */
function isFixedText(group: FrameGroup, vocabulary: Vocabulary): boolean {
  const [sample] = group.occurrences;
  return (sample?.anchors ?? []).some((anchor) => {
    const word = sample?.speech.words[anchor] ?? 0;
    return FIXED.test(vocabulary.tag(word)) && !vocabulary.word(word).startsWith('一');
  });
}
