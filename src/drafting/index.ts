/**
 * drafting/: what a drafter asks. Passages for a question (find) and a passage in its place, skeletons (outline), phrasing
 * (phrase), where a sentence stands (source) and where each of a text does, what there is at all. Requests and answers are plain data, reached through one asynchronous function; every item
 * of every answer has a citation by its type.
 */
export {
  type Alternative,
  type Answer,
  type Difference,
  type HeadingSet,
  type Hit,
  type NothingFound,
  type OverviewAnswer,
  type PassagesAnswer,
  PHRASE_KINDS,
  type PhraseChange,
  type PhraseExample,
  type PhraseGroup,
  type PhraseItem,
  type PhraseKind,
  type PhrasingAnswer,
  type PlaceAnswer,
  type PlacedParagraph,
  type Skeleton,
  type SkeletonSection,
  type SkeletonStretch,
  type SkeletonsAnswer,
  type SourceMatch,
  type SourcesAnswer,
  type SpeechListing,
  type TraceAnswer,
  type TracedSentence,
} from './answer.ts';
export { type Drafter, drafterOver, openDrafter } from './drafter.ts';
export type { IndexHolder } from './index-holder.ts';
export type {
  DraftRequest,
  Filters,
  FindRequest,
  OutlineRequest,
  OverviewRequest,
  PassageRequest,
  PhraseRequest,
  SourceRequest,
  SpeechSkeletonRequest,
  TraceRequest,
} from './request.ts';
export { type DrafterThread, indexHolderOver, openDrafterInWorker } from './thread/index.ts';
export { WEIGHTS, type Weights } from './weights.ts';
