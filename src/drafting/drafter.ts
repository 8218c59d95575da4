import type { SpeechIndex } from '../indexing/index.ts';
import { type Audience, EVERYTHING } from '../speech/index.ts';
import type { Answer } from './answer.ts';
import { HeldIndex } from './held-index.ts';
import type { DraftRequest } from './request.ts';
import { WEIGHTS, type Weights } from './weights.ts';

/**
 * The one way to an answer. Request and answer are plain data, so that it makes no difference to who asks whether they
 * are answered in the same thread or in another (`thread/`). The answer is the one of a corpus that holds no more than the
 * audience may see; an audience that is left out may see everything.
 *
 * @throws ZhibiError `index-missing`, `index-incompatible`, `index-damaged`, `query-empty`, `query-too-long`,
 *   `pattern-invalid`, `passage-unknown`; from another thread also `drafter-stopped`
 */
export type Drafter = (request: DraftRequest, audience?: Audience) => Promise<Answer>;

/** A drafter over an index that is already in memory. */
export const drafterOver =
  (index: SpeechIndex, weights: Weights = WEIGHTS): Drafter =>
  async (request, audience = EVERYTHING) => {
    const { answerRequest } = await loadAnswering();
    return answerRequest(index, request, audience, weights);
  };

/** A drafter over the index that is held at the moment when a request comes. */
export const drafterOn =
  (held: HeldIndex): Drafter =>
  async (request, audience) =>
    drafterOver(await held.now())(request, audience);

/** The index in a folder, to be asked, and changed: see {@link HeldIndex} for when it is read. */
export const holdIndex = (folder: string): HeldIndex => new HeldIndex(() => readIndex(folder));

/** A drafter over the index in a folder. */
export const openDrafter = (folder: string): Drafter => drafterOn(holdIndex(folder));

/**
 * What answers brings the segmenter, the pinyin table and the thesaurus with it, 45 MB before any dictionary is read. It is
 * loaded where a request is answered: who asks a thread has no use for them.
 */
const loadAnswering = () => import('./answer-request.ts');

async function readIndex(folder: string): Promise<SpeechIndex> {
  const indexing = await import('../indexing/index.ts');
  return indexing.SpeechIndex.read(folder);
}
