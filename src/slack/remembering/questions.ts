import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type DraftRequest, PHRASE_KINDS } from '../../drafting/index.ts';
import { GENRES } from '../../speech/index.ts';
import type { Store } from '../../store/index.ts';

const Filters = z.strictObject({
  genre: z.enum(GENRES).exactOptional(),
  year: z.int().exactOptional(),
  until: z.int().exactOptional(),
  source: z.string().exactOptional(),
  except: z.string().exactOptional(),
  within: z.array(z.string()).exactOptional(),
});

/** What can be asked again: a question that a person typed, or what a button made of it. */
export const Question = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('find'),
    query: z.string(),
    filters: Filters,
    limit: z.int(),
    skip: z.int().exactOptional(),
    like: z.string().exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('outline'),
    query: z.string(),
    filters: Filters,
    genre: z.enum(GENRES).exactOptional(),
    sections: z.int().exactOptional(),
    depth: z.int().exactOptional(),
    points: z.boolean().exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('phrase'),
    query: z.string(),
    filters: Filters,
    kinds: z.array(z.enum(PHRASE_KINDS)).exactOptional(),
    limit: z.int().exactOptional(),
    context: z.int().exactOptional(),
    section: z.string().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('source'), quote: z.string() }),
  z.strictObject({ kind: z.literal('trace'), text: z.string() }),
]);

export type Question = z.infer<typeof Question>;

/** What is longer (a page of text to be traced) has no buttons that ask it again. In UTF-16 units, as JSON. */
const LONGEST = 16_000;

/** A button that was not pressed for so long is told to ask again. In milliseconds. */
const KEPT_FOR = 30 * 24 * 60 * 60_000;

/** The questions behind the short ids of buttons: a button keeps no words of a person. */
export class Questions {
  private readonly store: Store;

  constructor(store: Store) {
    this.store = store;
  }

  /** Keeps a question. @returns its id, the same for the same question; `null` of what is not asked again */
  keep(request: DraftRequest): string | null {
    const kept = Question.safeParse(request);
    if (!kept.success) return null;
    const json = JSON.stringify(kept.data);
    if (json.length > LONGEST) return null;
    const id = createHash('sha256').update(json).digest('base64url').slice(0, 12);
    void this.store.set(`question:${id}`, JSON.parse(json), KEPT_FOR);
    return id;
  }

  /** The question with this id; `undefined` once it is no longer kept. */
  find(id: string): Question | undefined {
    return this.store.get(`question:${id}`, Question);
  }
}
