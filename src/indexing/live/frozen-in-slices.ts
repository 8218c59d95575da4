import type { Speech } from '../../speech/index.ts';
import { segmentOf } from '../building/index.ts';
import type { FrozenTerms } from '../frozen/index.ts';
import { type PassageTexts, passagesOf } from '../passage-texts.ts';
import type { Breathe } from './slices.ts';

/** Passages that are indexed at once: few in the beginning, when the engine has not compiled what does it. */
const FEWEST = 2;
const MOST = 32;
/** What a piece may take: of the next there is less when it took more, and more when it took half. In milliseconds. */
const PIECE = 10;

/**
 * The passages of speeches, indexed by a small MiniSearch a piece, each frozen. One that lived on and was frozen anew at each
 * change would keep the thread for a quarter of a second at a thousand passages, most of it in its `toJSON`.
 *
 * Loads jieba's dictionary.
 *
 * @param now milliseconds on a clock that never goes back
 */
export async function* frozenInSlices(
  speeches: readonly Speech[],
  breathe: Breathe,
  now: () => number = () => performance.now(),
): AsyncGenerator<FrozenTerms> {
  let size = FEWEST;
  for (const piece of piecesOf(passagesOf(speeches), () => size)) {
    const began = now();
    yield segmentOf(piece);
    const took = now() - began;
    if (took > PIECE) size = Math.max(1, Math.floor(size / 2));
    else if (took < PIECE / 2) size = Math.min(MOST, 2 * size);
    await breathe();
  }
}

function* piecesOf(passages: Iterable<PassageTexts>, size: () => number): Generator<PassageTexts[]> {
  let piece: PassageTexts[] = [];
  for (const passage of passages) {
    piece.push(passage);
    if (piece.length < size()) continue;
    yield piece;
    piece = [];
  }
  if (piece.length > 0) yield piece;
}
