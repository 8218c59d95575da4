import type { ServerResponse } from 'node:http';

/** A page as a proxy puts one in Slack's place. The mark must not come into a log. */
export const PROXY_MARK = 'proxy-page-mark';
const PAGE = `<!doctype html><title>502 ${PROXY_MARK}</title><p>The gateway ${PROXY_MARK} could not reach the host.`;
/** How a malformed answer begins; that must not come into a log either. */
export const MALFORMED_MARK = 'malformed-body-mark';

/** How an answer of Slack's goes wrong. `isAccepted`: what was sent is there all the same. */
export type Fault =
  | { kind: 'hang'; isAccepted: boolean }
  | { kind: 'drop'; isAccepted: boolean }
  | { kind: 'body'; status: number; type: string; body: string; isAccepted: boolean }
  | { kind: 'limit'; seconds: number; isAccepted: false }
  | { kind: 'refuse'; error: string; isAccepted: false }
  | { kind: 'redirect'; to: string; isAccepted: false }
  | { kind: 'endless'; isAccepted: false };

const body = (status: number, type: string, words: string, isAccepted = false): Fault => ({
  kind: 'body',
  status,
  type,
  body: words,
  isAccepted,
});
const refuse = (error: string): Fault => ({ kind: 'refuse', error, isAccepted: false });

/** Every fault by its name, as the table has it. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  hangs: { kind: 'hang', isAccepted: false },
  'accepts, then hangs': { kind: 'hang', isAccepted: true },
  'drops the connection': { kind: 'drop', isAccepted: false },
  'accepts, then drops the connection': { kind: 'drop', isAccepted: true },
  '429, 1 s': { kind: 'limit', seconds: 1, isAccepted: false },
  '429, 20 s': { kind: 'limit', seconds: 20, isAccepted: false },
  '429, 3,600 s': { kind: 'limit', seconds: 3600, isAccepted: false },
  500: body(500, 'text/plain', 'internal error'),
  'accepts, then 500': body(500, 'text/plain', 'internal error', true),
  '503 with a page': body(503, 'text/html', PAGE),
  '200 with a page': body(200, 'text/html', PAGE),
  '200 with malformed JSON': body(200, 'application/json', `{"ok":tru ${MALFORMED_MARK}`),
  'accepts, then malformed JSON': body(200, 'application/json', `{"ok":tru ${MALFORMED_MARK}`, true),
  '200 with nothing': body(200, 'application/json', ''),
  '200 with null': body(200, 'application/json', 'null'),
  invalid_auth: refuse('invalid_auth'),
  missing_scope: refuse('missing_scope'),
  not_in_channel: refuse('not_in_channel'),
  channel_not_found: refuse('channel_not_found'),
  fatal_error: refuse('fatal_error'),
};

/** An endless answer comes in pieces of this size. In bytes. */
const PIECE = 64 * 1024;

/**
 * Lets a fault happen.
 *
 * @param accept takes what was sent, as Slack would
 */
export function happen(fault: Fault, response: ServerResponse, accept: () => unknown): void {
  if (fault.isAccepted) accept();
  switch (fault.kind) {
    case 'hang':
      return;
    case 'drop':
      response.destroy();
      return;
    case 'body':
      response.writeHead(fault.status, { 'content-type': fault.type }).end(fault.body);
      return;
    case 'limit':
      response.writeHead(429, { 'content-type': 'application/json', 'retry-after': String(fault.seconds) });
      response.end(JSON.stringify({ ok: false, error: 'ratelimited' }));
      return;
    case 'refuse':
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ ok: false, error: fault.error, needed: 'chat:write' }));
      return;
    case 'redirect':
      response.writeHead(302, { location: fault.to }).end();
      return;
    case 'endless':
      response.writeHead(200, { 'content-type': 'application/octet-stream' });
      pour(response);
  }
}

/** Writes until the other side has enough. */
function pour(response: ServerResponse): void {
  const piece = Buffer.alloc(PIECE, '无穷无尽\n');
  const more = (): void => {
    while (!response.destroyed && response.write(piece));
  };
  response.on('drain', more).on('error', () => response.destroy());
  more();
}

/** Stands for `chat.postMessage` in direct messages in a {@link FaultPlan}. */
export const DIRECT_POST = 'chat.postMessage, direct';

/** What goes wrong for whom: a method, a subject, and how many times. */
export class FaultPlan {
  private readonly plan = new Map<string, { fault: Fault; left: number }>();

  /** @param times how many requests fail; `Infinity` for all */
  set(method: string, subject: string, fault: Fault, times: number): void {
    this.plan.set(`${method} ${subject}`, { fault, left: times });
  }

  clear(): void {
    this.plan.clear();
  }

  /** @returns what is to go wrong with a request, which counts as one of its times */
  take(method: string, subject: string): Fault | undefined {
    const planned = this.plan.get(`${method} ${subject}`) ?? this.plan.get(`${method} *`);
    if (planned === undefined || planned.left <= 0) return undefined;
    planned.left--;
    return planned.fault;
  }
}
