/**
 * delivery/: how an answer reaches a person. An outlet is a place to show it in: a reply for the person alone, a message in
 * a conversation, a modal. What Slack refuses is said elsewhere, never lost in silence.
 */
export { CALLED_ONCE, type CallClock, type Fetch, slackCalls } from './calls.ts';
export { conversationReply, tellDirectly } from './conversation-reply.ts';
export { InOrder } from './in-order.ts';
export { packModal, unpackModal } from './modal-metadata.ts';
export { depthOf, modalReply, type Opening, showModal } from './modal-reply.ts';
export { OFFERED_DIRECTLY, type Outlet } from './outlet.ts';
export { privateReply, respondTo, shareReply } from './private-reply.ts';
export { refusalOf } from './slack-fault.ts';
