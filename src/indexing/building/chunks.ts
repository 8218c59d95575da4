import type { PassageTexts } from '../passage-texts.ts';

/** Passages that are indexed together. */
export interface Chunk {
  /** From 0, in the order of the passages. */
  number: number;
  passages: PassageTexts[];
}

/** How large a chunk may be: whichever limit is met first ends it. A passage that is larger is one by itself. */
export interface ChunkSize {
  passages: number;
  /** UTF-16 units of their texts. */
  units: number;
}

/** Cuts a stream into chunks; it is read no faster than they are taken. None is empty. */
export async function* chunksOf(
  all: Iterable<PassageTexts> | AsyncIterable<PassageTexts>,
  size: ChunkSize,
): AsyncGenerator<Chunk, void, undefined> {
  let number = 0;
  let passages: PassageTexts[] = [];
  let units = 0;
  for await (const passage of all) {
    const { length } = passage.text;
    if (passages.length > 0 && (passages.length === size.passages || units + length > size.units)) {
      yield { number: number++, passages };
      passages = [];
      units = 0;
    }
    passages.push(passage);
    units += length;
  }
  if (passages.length > 0) yield { number, passages };
}
