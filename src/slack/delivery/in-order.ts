import { setImmediate as turn } from 'node:timers/promises';

/**
 * Runs pieces of work one after another for each key, different keys side by side: what is asked first in a conversation is
 * answered first.
 */
export class InOrder {
  private readonly last = new Map<string, Promise<unknown>>();

  /** Resolves or rejects as `work` does; a piece that fails does not keep the next from running. */
  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    // What has come in meanwhile is acknowledged first.
    const begin = (): Promise<T> => turn().then(work);
    const result = (this.last.get(key) ?? Promise.resolve()).then(begin, begin);
    this.last.set(key, result);
    const forget = (): void => {
      if (this.last.get(key) === result) this.last.delete(key);
    };
    result.then(forget, forget);
    return result;
  }

  /** How many keys have work to do. */
  get busy(): number {
    return this.last.size;
  }
}
