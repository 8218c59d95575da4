import { SpeechIndex } from '../indexing/index.ts';
import type { Answer } from './answer.ts';
import { find } from './find/index.ts';
import { givenSkeleton, outline } from './outline/index.ts';
import { phrase } from './phrasing/index.ts';
import type { DraftRequest } from './request.ts';
import { source } from './source/index.ts';
import { WEIGHTS, type Weights } from './weights.ts';

/**
 * The one way to an answer. Request and answer are plain data, so that what is behind it can move to a worker thread
 * without a change elsewhere.
 *
 * @throws ZhibiError `index-missing`, `index-incompatible`, `index-damaged`, `query-empty`, `query-too-long`
 */
export type Drafter = (request: DraftRequest) => Promise<Answer>;

/** A drafter over an index that is already in memory. */
export const drafterOver =
  (index: SpeechIndex, weights: Weights = WEIGHTS): Drafter =>
  async (request) =>
    answer(index, request, weights);

/**
 * A drafter over the index in a folder. The index is read at the first request, once; should that fail, the next
 * request tries again, so that an index built meanwhile is found without a restart.
 */
export function openDrafter(folder: string): Drafter {
  let opening: Promise<SpeechIndex> | undefined;
  const open = (): Promise<SpeechIndex> => {
    opening ??= SpeechIndex.read(folder).catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
  return async (request) => answer(await open(), request);
}

function answer(index: SpeechIndex, request: DraftRequest, weights = WEIGHTS): Answer {
  switch (request.kind) {
    case 'find':
      return find(index, request, weights);
    case 'outline':
      return outline(index, request, weights);
    case 'skeleton':
      return givenSkeleton(index, request);
    case 'phrase':
      return phrase(index, request);
    case 'source':
      return source(index, request);
  }
}
