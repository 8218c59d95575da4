import { failed } from './events.ts';
import type { Reach } from './reach.ts';
import { type Freshness, type LastFreeze, whenToFreeze } from './when-to-freeze.ts';

/** Has the index made anew when it is time, one at a time, while everything else goes on. */
export class Freezer {
  private readonly reach: Reach;
  private last: LastFreeze | null = null;
  private isAtWork = false;

  constructor(reach: Reach) {
    this.reach = reach;
  }

  /** Begins, if it is time. @returns how long to wait before it is asked again, in milliseconds */
  consider(fresh: Omit<Freshness, 'now' | 'last'>): number {
    if (this.isAtWork) return Number.POSITIVE_INFINITY;
    const now = this.reach.now();
    const when = whenToFreeze({ ...fresh, now, last: this.last });
    if (when > now) return when - now;
    this.isAtWork = true;
    void this.freeze(now);
    return Number.POSITIVE_INFINITY;
  }

  private async freeze(started: number): Promise<void> {
    const outcome = await this.reach.freeze().then(
      (made) => ({ made }),
      (error: unknown) => ({ error }),
    );
    const endedAt = this.reach.now();
    const took = endedAt - started;
    const failures = 'error' in outcome ? (this.last?.failures ?? 0) + 1 : 0;
    this.last = { endedAt, took, failures };
    this.isAtWork = false;
    if ('error' in outcome) this.reach.tell(failed('freeze', outcome.error));
    else this.reach.tell({ event: 'frozen', ...outcome.made, ms: Math.round(took) });
    this.reach.wake();
  }
}
