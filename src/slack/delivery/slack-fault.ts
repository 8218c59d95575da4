import { RespondError, webApi } from '@slack/bolt';
import { z } from 'zod';
import type { SlackFault } from '../../assistant/index.ts';
import { UnknownOutcome } from './calls.ts';

/** Slack's words for it (docs.slack.dev/reference/methods/chat.postMessage, views.open: “Errors”). */
const FAULT_OF: Readonly<Record<string, SlackFault>> = {
  not_in_channel: 'not-in-channel',
  is_archived: 'channel-not-found',
  channel_not_found: 'channel-not-found',
  restricted_action: 'not-in-channel',
  missing_scope: 'missing-scope',
  no_permission: 'missing-scope',
  expired_trigger_id: 'trigger-expired',
  exchanged_trigger_id: 'trigger-expired',
  invalid_trigger_id: 'trigger-expired',
  ratelimited: 'rate-limited',
  rate_limited: 'rate-limited',
  invalid_blocks: 'message-refused',
  invalid_blocks_format: 'message-refused',
  msg_blocks_too_long: 'message-refused',
  msg_too_long: 'message-refused',
  invalid_arguments: 'message-refused',
  message_not_found: 'message-gone',
  cant_update_message: 'message-gone',
  edit_window_closed: 'message-gone',
  invalid_auth: 'token-refused',
  account_inactive: 'token-refused',
  token_revoked: 'token-refused',
  token_expired: 'token-refused',
  not_authed: 'token-refused',
};

export interface Refusal {
  fault: SlackFault;
  /** Slack's own word, for the log. */
  slack: string;
  /** The scope that is missing, where Slack names it. */
  needed: string;
}

/** A response URL that took a message and does not want it. */
export class ResponseRefused extends Error {
  /** Slack's own word. */
  readonly slack: string;

  constructor(slack: string) {
    super(slack);
    this.name = 'ResponseRefused';
    this.slack = slack;
  }
}

/**
 * Slack's codes and scopes are words in lower case. What a proxy answers in Slack's place, a page, is taken for the code by
 * Slack's client: it must not reach a log or a person.
 */
const code = z
  .string()
  .regex(/^[a-z0-9_]{1,64}$/)
  .catch('unreadable');
const scopes = z
  .string()
  .regex(/^[a-z0-9_:.,\- ]{0,200}$/)
  .catch('');

const Told = z.object({ error: code, needed: scopes.default('') });

/** What a response URL answers in place of `ok`. */
export const Refused = z.object({ ok: z.literal(false), error: code });

/** Slack's client wraps what its `fetch` throws. */
const isUnknown = (error: unknown): boolean =>
  error instanceof UnknownOutcome ||
  (error instanceof webApi.WebAPIRequestError && error.original instanceof UnknownOutcome);

/** What an error of the Web API means; of anything else `other`. Never holds what was to be sent. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof webApi.WebAPIRateLimitedError)
    return { fault: 'rate-limited', slack: 'ratelimited', needed: '' };
  if (isUnknown(error)) return { fault: 'unsure', slack: 'unknown_outcome', needed: '' };
  if (error instanceof ResponseRefused)
    return { fault: FAULT_OF[error.slack] ?? 'other', slack: error.slack, needed: '' };
  // Bolt tells the status alone; 400 is for what was sent.
  if (error instanceof RespondError && error.statusCode === 400)
    return { fault: 'message-refused', slack: '400', needed: '' };
  if (!(error instanceof webApi.WebAPIPlatformError)) {
    return { fault: 'other', slack: error instanceof Error ? error.name : 'unknown', needed: '' };
  }
  const { error: slack, needed } = Told.parse(error.data);
  return { fault: FAULT_OF[slack] ?? 'other', slack, needed };
}
