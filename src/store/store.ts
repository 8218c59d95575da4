import type { z } from 'zod';
import { ZhibiError } from '../speech/index.ts';
import { Entries, type Entry } from './entries.ts';
import type { Change } from './line.ts';

/** What JSON can say. A member that is `undefined` is left out. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue | undefined };

/** What is remembered for a time. Reading and deciding are synchronous, being on disk is awaited. */
export interface Store {
  /** The value kept under `key`, if it has not expired and is of the schema's shape; else `undefined`. */
  get<T>(key: string, schema: z.ZodType<T>): T | undefined;
  /**
   * Keeps a JSON value for `ttl` milliseconds; `Infinity`: until its room is needed.
   *
   * @returns a promise that is resolved when the value is on disk. It never rejects: a disk that fails is told to
   * `onFault` once, and the store goes on in memory.
   */
  set(key: string, value: JsonValue, ttl: number): Promise<void>;
  /**
   * Keeps the value unless the key is there already. `added` is decided before this returns, so that of two events at
   * once one wins.
   */
  add(key: string, value: JsonValue, ttl: number): { added: boolean; saved: Promise<void> };
  /** Forgets what is kept under `key`. */
  delete(key: string): Promise<void>;
  /** All values under keys that begin so, by what follows in their keys, oldest first; what is of another shape is left out. */
  list<T>(prefix: string, schema: z.ZodType<T>): [rest: string, value: T][];
  /** Resolves when all that was set or deleted before is as safe as it can be; never rejects. */
  flush(): Promise<void>;
  /** Waits for what is being written and leaves the folder to others. What is set later is kept in memory alone. */
  close(): Promise<void>;
}

/** How much there may be. What is longer is not kept, and told; of too many entries the oldest go. */
export interface Limits {
  entries: number;
  /** In UTF-16 units. */
  keyLength: number;
  /** Of the value as JSON, in UTF-16 units. */
  valueLength: number;
}

export const LIMITS: Limits = { entries: 50_000, keyLength: 256, valueLength: 16_384 };

/** Where changes go to outlive the process. Neither of its promises rejects. */
export interface Sink {
  /** Resolves when these changes, and all before them, are as safe as they can be. */
  append(changes: readonly Change[]): Promise<void>;
  close(): Promise<void>;
}

const NOWHERE: Sink = { append: () => Promise.resolve(), close: () => Promise.resolve() };

/** What a store over entries works with. */
export interface Surroundings {
  now: () => number;
  limits: Limits;
  onFault: (fault: ZhibiError) => void;
}

/** A store that is gone with the process. @param now - the time, in milliseconds since 1970 */
export function memoryStore(now: () => number = Date.now): Store {
  return storeOver(new Entries(LIMITS.entries), { now, limits: LIMITS, onFault: () => undefined }, NOWHERE);
}

/** A store whose changes go to `sink`, over what is there already. */
export function storeOver(entries: Entries, { now, limits, onFault }: Surroundings, sink: Sink = NOWHERE): Store {
  const remove = (key: string): Promise<void> =>
    // Where there is nothing to delete, an earlier deletion may still be on its way.
    sink.append(entries.delete(key) ? [{ key, entry: null }] : []);

  const set = (key: string, value: JsonValue, ttl: number): Promise<void> => {
    const entry: Entry = { json: JSON.stringify(value), expires: now() + ttl };
    const fault = tooLarge(key, entry, limits);
    if (fault !== null) {
      onFault(fault);
      // The value before is not what was meant to be there either.
      return remove(key);
    }
    if (!(ttl > 0)) return remove(key);
    const gone = entries.put(key, entry, now());
    return sink.append([...gone.map((old) => ({ key: old, entry: null })), { key, entry }]);
  };

  return {
    get(key, schema) {
      const entry = entries.get(key, now());
      return entry === undefined ? undefined : schema.safeParse(JSON.parse(entry.json)).data;
    },
    set,
    add(key, value, ttl) {
      const added = entries.get(key, now()) === undefined;
      return { added, saved: added ? set(key, value, ttl) : sink.append([]) };
    },
    delete: remove,
    list(prefix, schema) {
      const named = entries.living(now()).filter(([key]) => key.startsWith(prefix));
      return named.flatMap(([key, { json }]) => {
        const read = schema.safeParse(JSON.parse(json));
        return read.success ? [[key.slice(prefix.length), read.data]] : [];
      });
    },
    flush: () => sink.append([]),
    close: () => sink.close(),
  };
}

/** The fault names no key: what people wrote must not reach a log. */
function tooLarge(key: string, { json }: Entry, limits: Limits): ZhibiError | null {
  if (key.length > limits.keyLength)
    return new ZhibiError('store-too-large', { what: 'key', length: key.length, limit: limits.keyLength });
  if (json.length > limits.valueLength)
    return new ZhibiError('store-too-large', { what: 'value', length: json.length, limit: limits.valueLength });
  return null;
}
