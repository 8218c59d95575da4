import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { isValidSlackRequest } from '@slack/bolt';
import { LONGEST_BODY } from './port.ts';

/** Why a request is not Slack's, or not one that can be read, in a word for the log; and what it is answered with. */
export interface Doubt {
  reason: string;
  status: 400 | 401 | 413 | 503;
}

/** How old a request may be, and by how much our clocks may differ (docs.slack.dev/authentication/verifying-requests-from-slack). In seconds. */
const OLDEST = 5 * 60;

/**
 * What speaks against a request before its body is read: a signature is there and looks like one, its time is of now, and
 * the body is not said to be longer than any of Slack's. `null` where nothing does.
 *
 * @param now in milliseconds since 1970
 */
export function doubtOfHeaders(headers: IncomingHttpHeaders, now: number): Doubt | null {
  const { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp } = headers;
  if (signature === undefined || timestamp === undefined) return { reason: 'unsigned', status: 401 };
  if (!/^v0=[0-9a-f]{64}$/.test(String(signature))) return { reason: 'signature malformed', status: 401 };
  if (!/^\d{1,12}$/.test(String(timestamp))) return { reason: 'timestamp malformed', status: 401 };
  if (Math.abs(now / 1000 - Number(timestamp)) > OLDEST) return { reason: 'timestamp not of now', status: 401 };
  if (lengthSaid(headers) > LONGEST_BODY) return { reason: 'body too long', status: 413 };
  return null;
}

const lengthSaid = (headers: IncomingHttpHeaders): number => Number(headers['content-length'] ?? 0);

/** What speaks against a request once its body is there; `null` where it is Slack's and holds an object. */
export function doubtOfBody(headers: IncomingHttpHeaders, body: string, signingSecret: string): Doubt | null {
  const isSigned = isValidSlackRequest({
    signingSecret,
    body,
    headers: {
      'x-slack-signature': String(headers['x-slack-signature']),
      'x-slack-request-timestamp': Number(headers['x-slack-request-timestamp']),
    },
  });
  if (!isSigned) return { reason: 'signature wrong', status: 401 };
  return holdsObject(headers, body) ? null : { reason: 'body is no object', status: 400 };
}

const isForm = (headers: IncomingHttpHeaders): boolean =>
  headers['content-type'] === 'application/x-www-form-urlencoded';

/** A command is a form, an interaction JSON in a field of a form, an event JSON. */
function holdsObject(headers: IncomingHttpHeaders, body: string): boolean {
  const payload = isForm(headers) ? new URLSearchParams(body).get('payload') : body;
  if (payload === null) return true;
  try {
    const value: unknown = JSON.parse(payload);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** A check of our certificate, which Slack need not sign, has its token and no more. In bytes. */
const LONGEST_CHECK = 512;

/** Whether an unsigned request may be Slack's check of our certificate: only then is its body worth reading. */
export const mayBeCertificateCheck = (headers: IncomingHttpHeaders): boolean =>
  headers['x-slack-signature'] === undefined &&
  isForm(headers) &&
  headers['content-length'] !== undefined &&
  lengthSaid(headers) <= LONGEST_CHECK;

export const isCertificateCheck = (body: string): boolean => new URLSearchParams(body).get('ssl_check') === '1';

/** Bytes of bodies that are being read at once. */
const MOST_AT_ONCE = 32 * LONGEST_BODY;

/** Reads bodies, each and all together within bounds. */
export class Bodies {
  private held = 0;

  /** The body of a request; why it is not read further; `null` where the client went away. Never rejects. */
  read(request: IncomingMessage): Promise<Buffer | Doubt | null> {
    const chunks: Buffer[] = [];
    let length = 0;
    return new Promise<Buffer | Doubt | null>((resolve) => {
      request.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        length += chunk.length;
        this.held += chunk.length;
        if (length > LONGEST_BODY) resolve({ reason: 'body too long', status: 413 });
        else if (this.held > MOST_AT_ONCE) resolve({ reason: 'too many bodies at once', status: 503 });
      });
      request.once('end', () => resolve(Buffer.concat(chunks)));
      request.once('close', () => resolve(null));
      request.once('error', () => resolve(null));
    }).finally(() => {
      request.removeAllListeners('data');
      chunks.length = 0;
      this.held -= length;
    });
  }
}
