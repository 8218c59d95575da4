import type { JsonValue, Store } from '../../src/store/index.ts';

const DONE = Promise.resolve();

/** The store as one would write it with a plain Map and no disk: what the real one is held against. */
export class Model {
  private readonly kept = new Map<string, { value: JsonValue; expires: number }>();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  /** The model at a moment: what has expired by then is gone. */
  at(now: number): Pick<Store, 'set' | 'add' | 'delete'> & { get(key: string): JsonValue | undefined } {
    this.forgetPast(now);
    const set = (key: string, value: JsonValue, ttl: number): Promise<void> => {
      this.kept.delete(key);
      this.kept.set(key, { value, expires: now + ttl });
      this.forgetPast(now);
      this.makeRoom();
      return DONE;
    };
    return {
      get: (key) => this.kept.get(key)?.value,
      set,
      add: (key, value, ttl) => {
        const added = !this.kept.has(key);
        return { added, saved: added ? set(key, value, ttl) : DONE };
      },
      delete: (key) => {
        this.kept.delete(key);
        return DONE;
      },
    };
  }

  private forgetPast(now: number): void {
    for (const [key, { expires }] of this.kept) if (expires <= now) this.kept.delete(key);
  }

  private makeRoom(): void {
    const [oldest] = this.kept.keys();
    if (this.kept.size > this.most && oldest !== undefined) this.kept.delete(oldest);
  }
}
