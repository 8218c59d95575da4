import { z } from 'zod';
import type { Store } from '../../store/index.ts';

const DAY = 24 * 60 * 60_000;
/** New is what came this week. In days. */
const NEW_FOR = 7;
/** For ever, as far as a bot is concerned. In milliseconds. */
const REMEMBERED_FOR = 3650 * DAY;

const BEGUN = 'speeches';
/** Speeches are remembered in groups, by how their ids begin: a value of the store holds some 500 of them. */
const groupOf = (speech: string): string => `speeches:${speech.slice(0, 2)}`;

/** Ids of speeches, and the day (since 1970) on which each was first there. */
const FirstSeen = z.record(z.string(), z.int());
type FirstSeen = z.infer<typeof FirstSeen>;

/** Which speeches the corpus did not have a week ago. */
export class NewSpeeches {
  private readonly store: Store;
  private readonly now: () => number;

  constructor(store: Store, now: () => number = Date.now) {
    this.store = store;
    this.now = now;
  }

  /**
   * Looks over all that the corpus holds now. What is there at the very first look is not new.
   *
   * @returns what is new: what came last first, of one day the latest speeches first
   */
  lookOver<Listing extends { speech: string; date: string | null }>(speeches: readonly Listing[]): Listing[] {
    const today = Math.floor(this.now() / DAY);
    const isFirstLook = this.store.add(BEGUN, today, REMEMBERED_FOR).added;
    const since = isFirstLook ? today - NEW_FOR : today;
    const days: FirstSeen = Object.fromEntries(
      [...inGroups(speeches)].flatMap(([group, members]) => Object.entries(this.firstSeen(group, members, since))),
    );
    const dayOf = ({ speech }: Listing): number => days[speech] ?? since;
    return speeches
      .filter((one) => dayOf(one) > today - NEW_FOR)
      .toSorted((a, b) => dayOf(b) - dayOf(a) || (b.date ?? '').localeCompare(a.date ?? ''));
  }

  /** When each of a group was first there; those that never were, `since` that day. */
  private firstSeen(group: string, members: readonly { speech: string }[], since: number): FirstSeen {
    const known = this.store.get(group, FirstSeen) ?? {};
    const days = Object.fromEntries(members.map(({ speech }) => [speech, known[speech] ?? since]));
    const isChanged = members.some(({ speech }) => known[speech] === undefined);
    if (isChanged) void this.store.set(group, days, REMEMBERED_FOR);
    return days;
  }
}

function inGroups<Listing extends { speech: string }>(speeches: readonly Listing[]): Map<string, Listing[]> {
  const groups = new Map<string, Listing[]>();
  for (const listing of speeches) {
    const group = groupOf(listing.speech);
    groups.set(group, [...(groups.get(group) ?? []), listing]);
  }
  return groups;
}
