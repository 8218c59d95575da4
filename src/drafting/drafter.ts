import { SpeechIndex } from '../indexing/index.ts';
import type { Answer } from './answer.ts';
import { find } from './find/index.ts';
import { givenSkeleton, outline, speechSkeleton } from './outline/index.ts';
import { overview } from './overview.ts';
import { phrase } from './phrasing/index.ts';
import { place } from './place.ts';
import type { DraftRequest } from './request.ts';
import { source, trace } from './source/index.ts';
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

/** What may not answer is left out here, for every kind of request alike: nothing behind this line knows that it is there. */
async function answer(whole: SpeechIndex, request: DraftRequest, weights = WEIGHTS): Promise<Answer> {
  const index = whole.without(request.filters?.hidden ?? []);
  switch (request.kind) {
    case 'find':
      return find(index, request, weights);
    case 'passage':
      return place(index, request);
    case 'outline':
      return outline(index, request, weights);
    case 'skeleton':
      return givenSkeleton(index, request);
    case 'speech-skeleton':
      return speechSkeleton(index, request);
    case 'phrase':
      return phrase(index, request);
    case 'source':
      return source(index, request);
    case 'trace':
      return trace(index, request);
    case 'overview':
      return overview(index);
  }
}
