/** Slack's `ts`: seconds since 1970 with six decimals, no two alike. */
export class Timestamps {
  private readonly now: () => number;
  private last = 0;

  /** @param now milliseconds since 1970 */
  constructor(now: () => number) {
    this.now = now;
  }

  next(): string {
    this.last = Math.max(this.last + 1, Math.floor(this.now() * 1000));
    return `${Math.floor(this.last / 1e6)}.${String(this.last % 1e6).padStart(6, '0')}`;
  }
}
