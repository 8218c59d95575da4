import type { SpeechIndex } from '../indexing/index.ts';
import type { Audience } from '../speech/index.ts';
import type { Answer } from './answer.ts';
import { find } from './find/index.ts';
import { givenSkeleton, outline, speechSkeleton } from './outline/index.ts';
import { overview } from './overview.ts';
import { phrase } from './phrasing/index.ts';
import { place } from './place.ts';
import type { DraftRequest } from './request.ts';
import { source, trace } from './source/index.ts';
import type { Weights } from './weights.ts';

/**
 * What an index answers to a request for an audience. What the audience may not see is left out here, for every kind of
 * request alike: nothing behind this line knows that it is there.
 *
 * @throws ZhibiError `query-empty`, `query-too-long`, `pattern-invalid`, `passage-unknown`
 */
export async function answerRequest(
  whole: SpeechIndex,
  request: DraftRequest,
  audience: Audience,
  weights: Weights,
): Promise<Answer> {
  const index = whole.seenBy(audience);
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
