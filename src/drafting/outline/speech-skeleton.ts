import type { SpeechIndex } from '../../indexing/index.ts';
import { gone, type NothingFound, type SkeletonsAnswer } from '../answer.ts';
import type { SpeechSkeletonRequest } from '../request.ts';
import { deliveredSkeleton } from './delivered.ts';
import { shapeOf } from './section.ts';

/** The skeleton of the speech that a passage is of; nothing of a speech that has neither headings nor points. */
export function speechSkeleton(index: SpeechIndex, request: SpeechSkeletonRequest): SkeletonsAnswer | NothingFound {
  const place = index.place(request.passage);
  if (place === undefined) return gone('speech-skeleton');
  const skeleton = deliveredSkeleton(place.speech, shapeOf(request));
  if (skeleton.sections.length === 0) {
    return { kind: 'nothing', asked: 'speech-skeleton', query: '', lookedFor: [], nearest: [] };
  }
  return { kind: 'skeletons', query: '', nearBy: 'topic', skeletons: [skeleton], sets: [] };
}
