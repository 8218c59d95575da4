/** blocks/: a reply as a Slack message, in Slack's own types and within its limits. Pure. */
export { type Message, sentenceMessage, toMessage } from './message.ts';
