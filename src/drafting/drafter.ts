import type { SpeechIndex } from '../indexing/index.ts';
import type { Answer } from './answer.ts';
import type { DraftRequest } from './request.ts';
import { WEIGHTS, type Weights } from './weights.ts';

/**
 * The one way to an answer. Request and answer are plain data, so that it makes no difference to who asks whether they
 * are answered in the same thread or in another (`thread/`).
 *
 * @throws ZhibiError `index-missing`, `index-incompatible`, `index-damaged`, `query-empty`, `query-too-long`,
 *   `pattern-invalid`, `passage-unknown`; from another thread also `drafter-stopped`
 */
export type Drafter = (request: DraftRequest) => Promise<Answer>;

/** A drafter over an index that is already in memory. */
export const drafterOver =
  (index: SpeechIndex, weights: Weights = WEIGHTS): Drafter =>
  async (request) => {
    const { answerRequest } = await loadAnswering();
    return answerRequest(index, request, weights);
  };

/**
 * A drafter over the index in a folder. The index is read at the first request, once; should that fail, the next
 * request tries again, so that an index built meanwhile is found without a restart.
 */
export function openDrafter(folder: string): Drafter {
  let opening: Promise<Drafter> | undefined;
  const open = (): Promise<Drafter> => {
    opening ??= readIndex(folder).then(drafterOver, (error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
  return async (request) => (await open())(request);
}

/**
 * What answers brings the segmenter, the pinyin table and the thesaurus with it, 45 MB before any dictionary is read. It is
 * loaded where a request is answered: who asks a thread has no use for them.
 */
const loadAnswering = () => import('./answer-request.ts');

async function readIndex(folder: string): Promise<SpeechIndex> {
  const indexing = await import('../indexing/index.ts');
  return indexing.SpeechIndex.read(folder);
}
