import type { Member } from './member.ts';

/** Neighbouring members that share something, and what. */
export interface Stretch {
  members: Member[];
  /** What all begin with, and what all end with. */
  prefix: string;
  suffix: string;
}

/** A parallel has three members at least: two are a pair. */
const FEWEST = 3;
const MOST = 30;

/** Maximal stretches of three or more neighbours of which each is alike to the next, by a key that they share. */
export function stretchesBy(members: readonly Member[], keyOf: (member: Member) => string): Stretch[] {
  const found: Stretch[] = [];
  let stretch: Member[] = [];
  let key = '';
  const close = (): void => {
    if (stretch.length >= FEWEST && stretch.length <= MOST) found.push(toStretch(stretch));
  };
  for (const member of members) {
    const next = keyOf(member);
    if (next !== '' && next === key && !member.isFirst) stretch.push(member);
    else {
      close();
      stretch = [member];
      key = next;
    }
  }
  close();
  return found;
}

/** A stretch with what its members share at both ends, in whole words; the suffix never reaches into the prefix. */
function toStretch(members: Member[]): Stretch {
  const shortest = members.reduce((least, { plain }) => Math.min(least, plain.length), Number.POSITIVE_INFINITY);
  const first = members[0]?.plain ?? '';
  let prefix = 0;
  while (prefix < shortest && members.every(({ plain }) => plain[prefix] === first[prefix])) prefix++;
  let suffix = 0;
  while (suffix < shortest - prefix && members.every(({ plain }) => plain.at(-1 - suffix) === first.at(-1 - suffix))) {
    suffix++;
  }
  return { members, prefix: wholeWords(members, first.slice(0, prefix)), suffix: first.slice(first.length - suffix) };
}

/** Of 在中 in 在中国…，在中亚…, only 在 is shared; a prefix that no member divides at a word's end stays as it is. */
function wholeWords(members: readonly Member[], prefix: string): string {
  const ends = members.map(({ words }) => wordEnds(words, prefix.length));
  // In the order of the words: the last is the farthest.
  const shared = [...(ends[0] ?? [])].findLast((end) => ends.every((others) => others.has(end)));
  return prefix.slice(0, shared ?? prefix.length);
}

function wordEnds(words: readonly string[], limit: number): Set<number> {
  const ends = new Set<number>();
  let end = 0;
  for (const word of words) {
    end += word.length;
    if (end > limit) break;
    ends.add(end);
  }
  return ends;
}
