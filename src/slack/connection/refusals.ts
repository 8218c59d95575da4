import type { Logger } from 'pino';

/** A reason is told this often at most. In milliseconds. */
const QUIET = 60_000;

/** Tells the log what was refused, each reason once a minute with how often it came: nobody fills a disk from outside. */
export class Refusals {
  private readonly log: Logger;
  private readonly now: () => number;
  private readonly told = new Map<string, { at: number; since: number }>();

  constructor(log: Logger, now: () => number = () => performance.now()) {
    this.log = log;
    this.now = now;
  }

  /** @param reason one of a few words of ours, never what came from outside */
  note(reason: string, message: 'request refused' | 'frame not read'): void {
    const key = `${message} ${reason}`;
    const last = this.told.get(key);
    if (last !== undefined && this.now() - last.at < QUIET) {
      last.since++;
      return;
    }
    this.log.warn({ reason, ...(last === undefined ? {} : { moreSinceThen: last.since }) }, message);
    this.told.set(key, { at: this.now(), since: 0 });
  }
}
