import { z } from 'zod';
import { type Passage, Speech } from '../../speech/index.ts';

/*
 * A speech is kept as a card and three records, since few questions want all of it: its text, its passages, and its tree.
 */

/** A text's UTF-16 units, little-endian: what citations count, any string at all, and shorter than UTF-8 for Han. */
export const encodeText = (text: string): Uint8Array => Buffer.from(text, 'utf16le');

export const decodeText = ({ buffer, byteOffset, byteLength }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('utf16le');

/** Passages as columns: their ids behind the speech's, the different paths, and four numbers a passage. */
export const PassageRecord = z.object({
  ids: z.array(z.string()),
  paths: z.array(z.array(z.string())),
  /** Number of the path, paragraph, start and end of each. */
  numbers: z.array(z.int().nonnegative()),
});
type PassageRecord = z.infer<typeof PassageRecord>;

/** Numbers that a passage has in {@link PassageRecord}. */
const WIDTH = 4;

/** @throws RangeError for a passage whose id does not begin with its speech's */
export function toPassageRecord({ id, passages }: Pick<Speech, 'id' | 'passages'>): PassageRecord {
  const paths = new Map<string, number>();
  const pathNumber = (path: readonly string[]): number => {
    const key = JSON.stringify(path);
    const number = paths.get(key) ?? paths.size;
    paths.set(key, number);
    return number;
  };
  const numbers = passages.flatMap(({ path, paragraph, start, end }) => [pathNumber(path), paragraph, start, end]);
  return {
    ids: passages.map((passage) => {
      if (!passage.id.startsWith(id)) throw new RangeError('a passage whose id does not begin with its speech’s');
      return passage.id.slice(id.length);
    }),
    paths: [...paths.keys()].map((key) => z.array(z.string()).parse(JSON.parse(key))),
    numbers,
  };
}

/** The passages that {@link toPassageRecord} was given. */
export const fromPassageRecord = (speech: string, { ids, paths, numbers }: PassageRecord): Passage[] =>
  ids.map((id, i) => {
    const [path = 0, paragraph = 0, start = 0, end = 0] = numbers.slice(WIDTH * i, WIDTH * (i + 1));
    return { id: speech + id, path: paths[path] ?? [], paragraph, start, end };
  });

/** What is read out of a text, but for its passages. */
export const Tree = Speech.pick({
  genreEvidence: true,
  levelEvidence: true,
  sections: true,
  stretches: true,
  warnings: true,
});
export type Tree = z.infer<typeof Tree>;

export const treeOf = ({ genreEvidence, levelEvidence, sections, stretches, warnings }: Speech): Tree => ({
  genreEvidence,
  levelEvidence,
  sections,
  stretches,
  warnings,
});
