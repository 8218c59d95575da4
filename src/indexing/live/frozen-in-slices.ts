import type { Speech } from '../../speech/index.ts';
import { type ChunkSize, chunksOf, segmentOf } from '../building/index.ts';
import type { FrozenTerms } from '../frozen/index.ts';
import { passagesOf } from '../passage-texts.ts';
import type { Breathe } from './slices.ts';

/** What one MiniSearch takes in before it is frozen: some 15 ms of work in all. */
const PIECE: ChunkSize = { passages: 16, units: 4000 };

/**
 * The passages of speeches, indexed by a small MiniSearch a slice, each frozen. One that lived on and was frozen anew at
 * each change would keep the thread for a quarter of a second at a thousand passages, most of it in its `toJSON`.
 *
 * Loads jieba's dictionary.
 */
export async function* frozenInSlices(speeches: readonly Speech[], breathe: Breathe): AsyncGenerator<FrozenTerms> {
  for await (const { passages } of chunksOf(passagesOf(speeches), PIECE)) {
    yield segmentOf(passages);
    await breathe();
  }
}
