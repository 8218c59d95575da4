/** blocks/: a reply as a Slack message, a modal or the Home tab, in Slack's own types and within its limits. Pure. */
export { ASK_FORM, askForm, readAskForm } from './ask-form.ts';
export type { Drawing, Message } from './drawing.ts';
export { homeView } from './home.ts';
export { inspectionMessage } from './inspection.ts';
export {
  alternativesMessage,
  sentenceMessage,
  sharedMessage,
  toMessage,
  welcomeMessage,
  withNote,
} from './message.ts';
export { answerModal } from './modal.ts';
export { goneView, PLACE_VIEW, placeView } from './place.ts';
export { ACTION, type Press, unpack, type Verb } from './press.ts';
export { withoutTables } from './table-as-list.ts';
