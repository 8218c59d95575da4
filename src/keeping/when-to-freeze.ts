/** What is known of an index when it is asked whether to make it anew. All times in milliseconds on one clock. */
export interface Freshness {
  now: number;
  /** When what was changed last; `null` where nothing has since the index was made. */
  changedAt: number | null;
  /** Passages that came in or went since it was made. */
  live: number;
  /** Passages that it was made of. */
  frozen: number;
  /** Whether there is none that can be used, or none whose ledger is known. */
  isNeeded: boolean;
  last: LastFreeze | null;
}

export interface LastFreeze {
  endedAt: number;
  took: number;
  /** Failures in a row, 0 after it went well. */
  failures: number;
}

/** Nothing has changed for this long. */
const QUIET = 30_000;
/** Nothing has changed for this long, where much is live. */
const BREATH = 2000;
/** What is live is too much from here on: this share of what is frozen, or this many passages. */
const SHARE = 0.1;
const MOST = 2000;
const FEWEST = 200;
/** A small change is frozen when this many times the last freeze's time has gone since: it takes a tenth of a core. */
const REST = 9;
/** A failure is tried again after this time, twice as much after each further one. */
const RETRY = 5000;
const LONGEST_RETRY = 60 * 60_000;

/** When the index is to be made anew, on the clock of `now`; infinite where there is no reason to. */
export function whenToFreeze({ now, changedAt, live, frozen, isNeeded, last }: Freshness): number {
  if (last !== null && last.failures > 0 && (isNeeded || live > 0)) {
    return last.endedAt + Math.min(LONGEST_RETRY, RETRY * 2 ** (last.failures - 1));
  }
  if (isNeeded) return now;
  if (changedAt === null) return Number.POSITIVE_INFINITY;
  const isMuch = live >= Math.min(MOST, Math.max(FEWEST, SHARE * frozen));
  const rested = last === null ? 0 : last.endedAt + (isMuch ? 1 : REST) * last.took;
  return Math.max(changedAt + (isMuch ? BREATH : QUIET), rested);
}
