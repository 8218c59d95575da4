import { isIP } from 'node:net';

/** Where the server listens. */
export interface Listening {
  host: string;
  port: number;
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Whether an address is reached from this machine alone. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);

/**
 * Whether a request names this server as its host. Any page that is open in the same browser can have its own name lead
 * to this machine (DNS rebinding), but can't keep that name out of `Host`; an address in digits is nobody's name.
 */
export function isOwnHost(header: string | undefined, { host, port }: Listening): boolean {
  const [, name = '', given = '80'] = /^(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(header ?? '') ?? [];
  if (Number(given) !== port) return false;
  if (LOOPBACK.includes(name) || name === host) return true;
  return !isLoopback(host) && isIP(name.replace(/^\[|\]$/g, '')) !== 0;
}

/** What matters of a request's headers. */
export interface Asking {
  method: string | undefined;
  host: string | undefined;
  origin: string | undefined;
  /** `Sec-Fetch-Site` */
  site: string | undefined;
}

/** Whether a request may be answered: it names this server, and was made by its own page, or by no page at all. */
export function isAllowed({ host, method, origin, site }: Asking, listening: Listening): boolean {
  if (!isOwnHost(host, listening)) return false;
  const isOwnOrigin = origin === `http://${host}`;
  // Browsers send an origin with every POST.
  if (method === 'POST') return isOwnOrigin;
  return (origin === undefined || isOwnOrigin) && site !== 'cross-site';
}
