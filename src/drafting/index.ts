/**
 * drafting/: what a drafter asks. Passages for a question (find), skeletons (outline), phrasing (phrase), where a
 * sentence stands (source). Requests and answers are plain data, reached through one asynchronous function; every item
 * of every answer has a citation by its type.
 */
export {
  type Alternative,
  type Answer,
  type Difference,
  type HeadingSet,
  type Hit,
  type NothingFound,
  type PassagesAnswer,
  PHRASE_KINDS,
  type PhraseChange,
  type PhraseExample,
  type PhraseGroup,
  type PhraseItem,
  type PhraseKind,
  type PhrasingAnswer,
  type Skeleton,
  type SkeletonSection,
  type SkeletonStretch,
  type SkeletonsAnswer,
  type SourceMatch,
  type SourcesAnswer,
} from './answer.ts';
export { type Drafter, drafterOver, openDrafter } from './drafter.ts';
export type { DraftRequest, Filters, OutlineRequest, PhraseRequest, SkeletonRequest } from './request.ts';
export { WEIGHTS, type Weights } from './weights.ts';
