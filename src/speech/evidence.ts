import { z } from 'zod';

/** What something was decided on: where it was looked for, and the words that were found there. */
export const Evidence = z.object({
  from: z.enum(['front-matter', 'title', 'speaker', 'heading', 'text', 'place']),
  /** As they stand in the document; empty where only the place told. */
  words: z.string(),
});
export type Evidence = z.infer<typeof Evidence>;
