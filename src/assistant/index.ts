/**
 * assistant/: what a person typed to a request, a request to an answer that this audience may see, and the catalogue of
 * everything that people read (texts/). Knows nothing of Slack: the terminal asks here too.
 */
export { type Assistant, assistantOver, type Reply } from './assistant.ts';
export { fillIn } from './blanks.ts';
export {
  type Command,
  PAGE,
  readCommand,
  readMessage,
  readSentences,
  takeFilters,
  toRequest,
  yearsIn,
} from './command.ts';
export { filtersLine } from './filters-line.ts';
export { type Previous, readFollowUp } from './follow-up.ts';
export { genreNamed, levelNamed, phraseKindNamed, restrictionNamed } from './names.ts';
export { readShortcut, SHORTCUTS } from './shortcut.ts';
export { DEPTHS, SECTIONS, takeSkeletonOptions } from './skeleton-options.ts';
export {
  CHECKS,
  type Check,
  citationLine,
  differencesLine,
  errorText,
  type FindingCode,
  type FindingDetails,
  type FindingWords,
  type Language,
  type MessageShortcut,
  placeLine,
  rightsLine,
  type SlackFault,
  type SlackFeature,
  type SlackSetting,
  type SuggestedQuestion,
  type Texts,
  textsIn,
} from './texts/index.ts';
export { isEmpty, release } from './withhold.ts';
