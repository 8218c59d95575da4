import { webApi } from '@slack/bolt';
import { pino } from 'pino';
import { z } from 'zod';
import { boltLogger } from '../bolt-logger.ts';

/**
 * What Slack answers to a token. `error` is Slack's own code (docs.slack.dev/reference/methods/auth.test#errors); `reason`
 * the system's, or `not-slack` where something else answers.
 */
export type Probe<Answer> =
  | { kind: 'accepted'; answer: Answer }
  | { kind: 'refused'; error: string }
  | { kind: 'unreachable'; reason: string };

/** Who a bot token is of. `scopes` are those granted to it, `null` where the answer does not say. */
export interface BotIdentity {
  team: string;
  bot: string;
  scopes: readonly string[] | null;
}

const Identity = z.object({
  team: z.string(),
  user: z.string(),
  response_metadata: z.object({ scopes: z.array(z.string()).optional() }).optional(),
});

/** Longer than Slack ever takes; in milliseconds. */
const PATIENCE = 5000;

/** Asks Slack whose a bot token is (`auth.test`). Never throws. */
export function probeBot(token: string, apiUrl: string | undefined): Promise<Probe<BotIdentity>> {
  return probe(async () => {
    const { team, user, response_metadata } = Identity.parse(await clientOf(token, apiUrl).auth.test());
    return { team, bot: user, scopes: response_metadata?.scopes ?? null };
  });
}

/**
 * Asks Slack whether an app token may open a web socket (`apps.connections.open`). None is opened: the address that comes
 * back is let lapse. Never throws.
 */
export function probeApp(token: string, apiUrl: string | undefined): Promise<Probe<null>> {
  return probe(async () => {
    await clientOf(token, apiUrl).apps.connections.open();
    return null;
  });
}

const clientOf = (token: string, apiUrl: string | undefined): webApi.WebClient =>
  new webApi.WebClient(token, {
    timeout: PATIENCE,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: boltLogger(pino({ level: 'silent' })),
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  });

async function probe<Answer>(ask: () => Promise<Answer>): Promise<Probe<Answer>> {
  try {
    return { kind: 'accepted', answer: await ask() };
  } catch (error) {
    return explain(error);
  }
}

/** Only codes are passed on: what else an answer or a fault holds may be a proxy's page, or name the token. */
function explain(error: unknown): Probe<never> {
  if (error instanceof webApi.WebAPIPlatformError && /^[a-z_]+$/.test(error.data.error)) {
    return { kind: 'refused', error: error.data.error };
  }
  if (error instanceof webApi.WebAPIHTTPError) return { kind: 'unreachable', reason: `HTTP ${error.statusCode}` };
  if (error instanceof webApi.WebAPIRateLimitedError) return { kind: 'unreachable', reason: 'ratelimited' };
  if (error instanceof webApi.WebAPIRequestError) return { kind: 'unreachable', reason: codeOf(error.original) };
  return { kind: 'unreachable', reason: 'not-slack' };
}

/** The system's code of a failed request (ENOTFOUND, ECONNREFUSED), or the kind of failure (TimeoutError). */
function codeOf(error: Error): string {
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name;
}
