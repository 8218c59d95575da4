import { setTimeout as sleep } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import { z } from 'zod';

/** One call is given up after this, its answer read to the end included. In milliseconds. */
const LONGEST_CALL = 10_000;
/** A call and its repetitions take no longer than this. In milliseconds. */
const LONGEST_TRYING = 60_000;
/** How long is waited before each repetition. In milliseconds. */
const PAUSES = [500, 2000, 8000];
/** No answer of the Web API that we read is longer. In bytes. */
const LONGEST_ANSWER = 16 * 2 ** 20;

/** What shows something to a person: done twice, it is there twice. */
const SHOWS = /^(?:response|chat\.post\w+|chat\.\w*[sS]tream\w*|files\.(?:getUploadURL|completeUpload)External)$/;
/** What is worth nothing once the person's three seconds are over. */
const AT_ONCE = /^views\.(?:open|push)$/;
/** What an answer can do without: it is asked for again with the next question, and nobody waits for it. */
const LOOK_UP = /^(?:users|usergroups|conversations)\.(?:info|list|members|users\.list)$/;

/** Node's codes of what never reached the other side. */
const NOT_SENT: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Time, as it passes here; tests have their own. */
export interface CallClock {
  now: () => number;
  wait: (ms: number) => Promise<unknown>;
}
const CLOCK: CallClock = { now: () => performance.now(), wait: (ms) => sleep(ms, undefined, { ref: false }) };

/** Something was sent to be shown, and what came back does not say whether it is: it may be there. */
export class UnknownOutcome extends Error {
  override readonly name = 'UnknownOutcome';
}

/**
 * `fetch` for calls of Slack's Web API and response URLs. Slack's own client repeats whatever fails for half an hour, posts
 * too, and pauses all its calls when one is limited. Here each call stands alone:
 *
 * - it takes ten seconds at most, with its repetitions a minute;
 * - what shows something is repeated only where it was not sent, or Slack refused it for its rate;
 * - what Slack limits waits by itself, as long as it was told, where that ends within the minute; a look-up never does.
 *
 * To be given to a client that repeats nothing ({@link CALLED_ONCE}).
 *
 * @throws UnknownOutcome where it is not known whether something is shown; what `fetch` throws
 */
export function slackCalls(fetch: typeof globalThis.fetch, clock: CallClock = CLOCK): Fetch {
  return async (url, init) => {
    const method = methodOf(String(url));
    const end = clock.now() + LONGEST_TRYING;
    for (let attempt = 0; ; attempt++) {
      const outcome = await tryOnce(fetch, url, init);
      const pause = pauseAfter(outcome, method, attempt);
      if (pause === null || clock.now() + pause > end) return concluded(outcome, method);
      await clock.wait(pause);
    }
  };
}

/** What `fetch` does, as far as Slack's client asks for it. */
export type Fetch = NonNullable<webApi.WebClientOptions['fetch']>;

/** @throws see {@link slackCalls} */
function concluded(outcome: Outcome, method: string): Response {
  if (SHOWS.test(method) && isUnknown(outcome, method)) throw new UnknownOutcome(method);
  if ('error' in outcome) throw outcome.error;
  return outcome.response;
}

/** Options of a client whose `fetch` sees to time and repetition. */
export const CALLED_ONCE = { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true } as const;

type Outcome = { response: Response; body: string } | { error: unknown };

async function tryOnce(fetch: typeof globalThis.fetch, url: string | URL, init: RequestInit = {}): Promise<Outcome> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(LONGEST_CALL) });
    const body = await boundedText(response);
    const { headers, status, statusText } = response;
    const again = new Response(status === 204 || status === 304 ? null : body, { status, statusText, headers });
    return { response: again, body };
  } catch (error) {
    return { error };
  }
}

async function boundedText(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.length;
    if (size > LONGEST_ANSWER) throw new RangeError('the answer is too long');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString();
}

/** The method of the Web API that an address is of; `response` for any other. */
const methodOf = (url: string): string => /\/api\/([\w.]+)(?:\?|$)/.exec(url)?.[1] ?? 'response';

const Answered = z.looseObject({ ok: z.boolean() });

/** Whether Slack said what became of it. */
function isTold({ body, response }: Extract<Outcome, { body: string }>, method: string): boolean {
  const { ok, status } = response;
  // A response URL answers in a word, and refuses by a status.
  if (method === 'response' && ((ok && body.trim() === 'ok') || (status >= 400 && status < 500))) return true;
  try {
    return Answered.safeParse(JSON.parse(body)).success;
  } catch {
    return false;
  }
}

/** Whether what was sent may be shown, or may not: no answer of Slack's says so. */
function isUnknown(outcome: Outcome, method: string): boolean {
  if ('error' in outcome) return !NOT_SENT.has(codeOf(outcome.error));
  return outcome.response.status !== 429 && !isTold(outcome, method);
}

/** How long is waited before the call is made again, in milliseconds; `null` where it is not. */
function pauseAfter(outcome: Outcome, method: string, attempt: number): number | null {
  if (AT_ONCE.test(method)) return null;
  const pause = PAUSES[attempt] ?? null;
  if ('error' in outcome) return SHOWS.test(method) && isUnknown(outcome, method) ? null : pause;
  if (outcome.response.status === 429) return LOOK_UP.test(method) || pause === null ? null : limitOf(outcome.response);
  return SHOWS.test(method) || isTold(outcome, method) ? null : pause;
}

/** How long Slack wants to be left alone (docs.slack.dev/apis/web-api/rate-limits). In milliseconds. */
function limitOf({ headers }: Response): number {
  const seconds = Number(headers.get('retry-after'));
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 1000;
}

function codeOf(error: unknown): unknown {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause !== null && typeof cause === 'object' && 'code' in cause ? cause.code : undefined;
}
