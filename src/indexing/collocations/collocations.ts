import { z } from 'zod';

/**
 * One collocation as a row of numbers, so that many are small on disk: positions of its two words in
 * {@link Collocations.words}, count, number of speeches, logDice; then the places that are kept, three numbers each:
 * position of the speech, start in its text, and length, from the beginning of the one word to the end of the other.
 *
 * Looked at as a whole: there are hundreds of thousands of numbers.
 */
const Row = z.custom<number[]>((row) => Array.isArray(row) && row.every(Number.isFinite));

/** What two words of the corpus have to do with each other; learned once, kept in the index. Plain data. */
export const Collocations = z.object({
  /** Words, and objects of two words (队伍建设), in the normalised form. */
  words: z.array(z.string()),
  /** One letter a word: see `WordClass`. */
  classes: z.string(),
  verbObject: z.array(Row),
  modifierHead: z.array(Row),
});
export type Collocations = z.infer<typeof Collocations>;
