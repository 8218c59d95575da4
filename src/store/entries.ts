export interface Entry {
  /** The value as JSON: nobody can change what is kept, and a value reads the same before and after a restart. */
  json: string;
  /** When it is no more, in milliseconds since 1970; `Infinity` for never. */
  expires: number;
}

/** Keys and their entries, oldest first. What has expired is not there, and takes no room. */
export class Entries {
  private readonly kept = new Map<string, Entry>();
  private readonly most: number;
  /** No entry expires before this, so that nothing need be looked through until then. */
  private earliest = Number.POSITIVE_INFINITY;

  /** @param most - how many entries there may be */
  constructor(most: number) {
    this.most = most;
  }

  /** Those that have expired may be counted until something needs their room. */
  get size(): number {
    return this.kept.size;
  }

  get(key: string, now: number): Entry | undefined {
    const entry = this.kept.get(key);
    return entry !== undefined && entry.expires > now ? entry : undefined;
  }

  /** Keeps an entry as the newest. @returns the keys that had to go for it, oldest first */
  put(key: string, entry: Entry, now: number): string[] {
    this.kept.delete(key);
    if (!(entry.expires > now)) return [];
    this.kept.set(key, entry);
    this.earliest = Math.min(this.earliest, entry.expires);
    if (this.kept.size <= this.most) return [];
    this.sweep(now);
    const gone: string[] = [];
    for (const old of this.kept.keys()) {
      if (this.kept.size <= this.most) break;
      this.kept.delete(old);
      gone.push(old);
    }
    return gone;
  }

  /** @returns whether there was anything under the key */
  delete(key: string): boolean {
    return this.kept.delete(key);
  }

  /** All that has not expired, oldest first. */
  living(now: number): [key: string, entry: Entry][] {
    this.sweep(now);
    return [...this.kept];
  }

  private sweep(now: number): void {
    if (this.earliest > now) return;
    this.earliest = Number.POSITIVE_INFINITY;
    for (const [key, { expires }] of this.kept) {
      if (expires > now) this.earliest = Math.min(this.earliest, expires);
      else this.kept.delete(key);
    }
  }
}
