import type { Place, SpeechIndex } from '../../indexing/index.ts';
import type { Speech } from '../../speech/index.ts';
import type { Weights } from '../weights.ts';
import type { Candidate } from './rank.ts';

/** A candidate, and the passages elsewhere that say nearly the same. */
export interface Group {
  best: Candidate;
  others: readonly Place[];
}

/** What says nearly the same is one group, in the place of its best. */
export function groupFamilies(index: SpeechIndex, candidates: readonly Candidate[]): Group[] {
  const seen = new Set<number>();
  const groups: Group[] = [];
  for (const best of candidates) {
    const own = best.place.number;
    if (seen.has(own)) continue;
    const family = index.family(best.place);
    for (const { number } of family) seen.add(number);
    groups.push({ best, others: family.filter(({ number }) => number !== own) });
  }
  return groups;
}

/** Who looks at the first page wants to see more than one speech. */
const FIRST_PAGE = 5;

/** Holds back a speech's further hits on the first page until the page is full; nothing is left out. */
export function vary(groups: readonly Group[], { perSpeech }: Weights): Group[] {
  const shown = new Map<Speech, number>();
  const first: Group[] = [];
  const later: Group[] = [];
  for (const group of groups) {
    const { speech } = group.best.place;
    const count = shown.get(speech) ?? 0;
    if (first.length < FIRST_PAGE && count < perSpeech) {
      first.push(group);
      shown.set(speech, count + 1);
    } else later.push(group);
  }
  return [...first, ...later];
}
