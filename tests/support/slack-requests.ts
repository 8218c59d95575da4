import { createHmac, randomUUID } from 'node:crypto';
import { BOT_USER, SIGNING_SECRET, TEAM } from './slack-stand-ins.ts';

/** Bolt reads only this very content type as a form; fetch would add a charset to it. */
export const FORM = 'application/x-www-form-urlencoded';

export interface Signing {
  secret?: string;
  /** Seconds since 1970. */
  timestamp?: number;
  headers?: Record<string, string>;
}

/** The headers of a request as Slack signs it. */
export function signedHeaders(body: string, contentType: string, signing: Signing): Record<string, string> {
  const { secret = SIGNING_SECRET, timestamp = Math.floor(Date.now() / 1000), headers = {} } = signing;
  const hmac = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    'content-type': contentType,
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': `v0=${hmac}`,
    ...headers,
  };
}

/** What Slack posts when somebody types `/draft` and a text. */
export function commandBody(
  text: string,
  {
    user = '',
    channel,
    responseUrl,
    triggerId = '1.1',
  }: { user: string | undefined; channel: string; responseUrl: string; triggerId?: string },
): string {
  return new URLSearchParams({
    command: '/draft',
    text,
    response_url: responseUrl,
    trigger_id: triggerId,
    user_id: user,
    team_id: TEAM,
    channel_id: channel,
    api_app_id: 'A0ZHIBI',
    is_enterprise_install: 'false',
  }).toString();
}

/** What Slack posts for an event. */
export const eventBody = (event: object, eventId = `Ev${randomUUID()}`): string =>
  JSON.stringify({
    type: 'event_callback',
    team_id: TEAM,
    api_app_id: 'A0ZHIBI',
    event_id: eventId,
    event_time: Math.floor(Date.now() / 1000),
    event,
    authorizations: [
      { team_id: TEAM, user_id: BOT_USER, is_bot: true, enterprise_id: null, is_enterprise_install: false },
    ],
  });
