/** blocks/: a reply as a Slack message, in Slack's own types and within its limits. Pure. */
export { type Message, sentenceMessage, skeletonMessage, toMessage } from './message.ts';
export { PHRASING_ACTION, unpackPhrasing } from './phrasing.ts';
export { type Offered, SKELETON_ACTIONS, unpackSkeleton } from './skeleton-buttons.ts';
