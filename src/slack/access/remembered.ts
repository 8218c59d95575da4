/** How long what was learned is believed. In milliseconds. */
export interface Term {
  /** From this age on, a use asks again: it waits for the answer, or goes on behind its back. */
  fresh: number;
  isAwaited: boolean;
  /** Beyond this age it is not believed any more. */
  holds: number;
}

/** A failure is remembered this long, so that a Slack that is down is not asked at every keystroke. In milliseconds. */
const FAILURE_HOLDS = 5_000;

/** A look-up that has not come back after this long is given up, and the next one who asks starts another. */
const GIVEN_UP_AFTER = 60_000;

/** What a look-up is remembered with. */
export interface Memory {
  now: () => number;
  /** Told of each look-up that failed. */
  onFailure: (error: unknown) => void;
}

interface Entry<Value> {
  value: Promise<Value | null>;
  /** When it was learned; `null` while it is being looked up, or where that failed. */
  since: number | null;
  until: number;
}

/** A look-up of what is known already; `value` is `null` once it has failed. */
interface Refresh<Value> {
  value: Promise<Value | null> | null;
  until: number;
}

/** What was asked of Slack, by id: bounded, believed for a while, one request in flight an id. */
export class Remembered<Value> {
  private readonly entries = new Map<string, Entry<Value>>();
  private readonly refreshing = new Map<string, Refresh<Value>>();
  private readonly term: Term;
  private readonly most: number;
  private readonly now: () => number;
  private readonly onFailure: (error: unknown) => void;

  /** @param most ids that are remembered; the oldest go first */
  constructor(term: Term, most: number, { now, onFailure }: Memory) {
    this.term = term;
    this.most = most;
    this.now = now;
    this.onFailure = onFailure;
  }

  /** What is known of `id`, or what `load` brings; `null` where that fails. Never rejects. */
  get(id: string, load: () => Promise<Value>): Promise<Value | null> {
    const known = this.entries.get(id);
    if (known === undefined || known.until <= this.now()) return this.start(id, load);
    if (known.since === null || known.since + this.term.fresh > this.now()) return known.value;
    const refreshed = this.refresh(id, load);
    return this.term.isAwaited && refreshed !== null ? refreshed.then((value) => value ?? known.value) : known.value;
  }

  /** Believes what was learned of `id` no longer, nor what a look-up under way will say. */
  forget(id: string): void {
    this.entries.delete(id);
    this.refreshing.delete(id);
  }

  /** Whether an answer is at hand. */
  has(id: string): boolean {
    const known = this.entries.get(id);
    return known !== undefined && known.since !== null && known.until > this.now();
  }

  private start(id: string, load: () => Promise<Value>): Promise<Value | null> {
    const entry: Entry<Value> = { value: Promise.resolve(null), since: null, until: this.now() + GIVEN_UP_AFTER };
    entry.value = load().then(
      (value) => {
        entry.since = this.now();
        entry.until = this.now() + this.term.holds;
        return value;
      },
      (error: unknown) => {
        entry.until = this.now() + FAILURE_HOLDS;
        this.onFailure(error);
        return null;
      },
    );
    this.keep(id, entry);
    return entry.value;
  }

  /**
   * What is old stays believed until it is replaced or expires: a refresh that fails takes nothing away.
   *
   * @returns what is known then, `null` where the look-up failed; no promise where one failed a moment ago
   */
  private refresh(id: string, load: () => Promise<Value>): Promise<Value | null> | null {
    const known = this.refreshing.get(id);
    if (known !== undefined && known.until > this.now()) return known.value;
    const underWay: Refresh<Value> = { value: null, until: this.now() + GIVEN_UP_AFTER };
    this.refreshing.set(id, underWay);
    underWay.value = load().then(
      (value) => {
        // Forgotten meanwhile: what it says may be what was so before.
        if (this.refreshing.get(id) !== underWay) return null;
        const since = this.now();
        this.refreshing.delete(id);
        this.keep(id, { value: Promise.resolve(value), since, until: since + this.term.holds });
        return value;
      },
      (error: unknown) => {
        if (this.refreshing.get(id) === underWay) {
          this.refreshing.set(id, { value: null, until: this.now() + FAILURE_HOLDS });
        }
        this.onFailure(error);
        return null;
      },
    );
    return underWay.value;
  }

  private keep(id: string, entry: Entry<Value>): void {
    this.entries.delete(id);
    this.entries.set(id, entry);
    for (const oldest of this.entries.keys()) {
      if (this.entries.size <= this.most) break;
      this.entries.delete(oldest);
      this.refreshing.delete(oldest);
    }
  }
}
