import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';

/** A piece of work holds its place no longer than this. In milliseconds. */
const LONGEST_PLACE = 30_000;

/** Ends after so many milliseconds; keeps no process alive. */
const waitAside = (ms: number): Promise<unknown> => wait(ms, undefined, { ref: false });

/**
 * Runs pieces of work one after another for each key, different keys side by side: what is asked first in a conversation is
 * answered first. What takes longer than half a minute (Slack hangs) goes on, and the next begins.
 */
export class InOrder {
  private readonly last = new Map<string, Promise<unknown>>();
  private readonly wait: (ms: number) => Promise<unknown>;

  constructor(wait: (ms: number) => Promise<unknown> = waitAside) {
    this.wait = wait;
  }

  /** Resolves or rejects as `work` does; a piece that fails does not keep the next from running. */
  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    // What has come in meanwhile is acknowledged first.
    const begin = (): Promise<T> => turn().then(work);
    const before = this.last.get(key) ?? Promise.resolve();
    const result = before.then(begin, begin);
    const place = before.then(() => Promise.race([result, this.wait(LONGEST_PLACE)]));
    const held = place.catch(() => undefined);
    this.last.set(key, held);
    held.then(() => {
      if (this.last.get(key) === held) this.last.delete(key);
    });
    return result;
  }

  /** How many keys have work to do. */
  get busy(): number {
    return this.last.size;
  }
}
