/** Slack retries an event for up to an hour, but mostly within minutes. In milliseconds. */
const REMEMBERED_FOR = 60 * 60_000;
const MOST_REMEMBERED = 10_000;

/** Remembers what was seen, so that an event that Slack delivers again is answered once. */
export class Once {
  private readonly seen = new Map<string, number>();
  private readonly now: () => number;

  constructor(now: () => number = Date.now) {
    this.now = now;
  }

  /** Whether this is the first time in an hour that `id` comes by. */
  isFirst(id: string): boolean {
    const before = this.seen.get(id);
    const isFirst = before === undefined || before + REMEMBERED_FOR < this.now();
    if (isFirst) {
      this.seen.delete(id);
      this.seen.set(id, this.now());
      this.forgetOldest();
    }
    return isFirst;
  }

  private forgetOldest(): void {
    for (const id of this.seen.keys()) {
      if (this.seen.size <= MOST_REMEMBERED) return;
      this.seen.delete(id);
    }
  }
}
