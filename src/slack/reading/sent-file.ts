import { ZhibiError } from '../../speech/index.ts';
import type { SentFile } from './payloads.ts';

const MEGABYTE = 2 ** 20;
/** The largest file that is downloaded: as large as one in the corpus may be. In bytes. */
const LARGEST = 20 * MEGABYTE;
/** A download is given up after this time. In milliseconds. */
const LONGEST_DOWNLOAD = 10_000;
/** Slack sends on to another of its hosts once or twice. */
const MOST_REDIRECTS = 3;

/** What a download needs of the rest. */
export interface Reaching {
  fetch: typeof globalThis.fetch;
  token: string | undefined;
  /** The address of the Web API: where another stands in for Slack, files come from there too. */
  slackApiUrl: string;
}

/** Slack showed its sign-in page in place of a file: the scope `files:read` is missing. */
export class NotLetIn extends Error {
  override readonly name = 'NotLetIn';
}

/**
 * Downloads a file that somebody sent. The token is shown to Slack's hosts alone, wherever a redirect leads.
 *
 * @throws ZhibiError `file-too-large`, `download-failed` (`address`: not one of Slack's; a status; `redirects`; `timeout`;
 * an error's name); {@link NotLetIn}
 */
export async function downloadSent(reaching: Reaching, file: SentFile): Promise<Uint8Array> {
  const { name, size, url_private_download: url = '' } = file;
  if (size > LARGEST) throw tooLarge(name, size);
  const signal = AbortSignal.timeout(LONGEST_DOWNLOAD);
  try {
    const { response, redirects } = await follow(reaching, url, name, signal);
    const bytes = await boundedBytes(response, name);
    if (isSignIn(response, bytes, { file, redirects })) throw new NotLetIn();
    return bytes;
  } catch (error) {
    if (error instanceof ZhibiError || error instanceof NotLetIn) throw error;
    const reason = signal.aborted ? 'timeout' : error instanceof Error ? error.name : 'unknown';
    throw new ZhibiError('download-failed', { file: name, reason }, { cause: error });
  }
}

async function follow(
  { fetch, slackApiUrl, token }: Reaching,
  url: string,
  file: string,
  signal: AbortSignal,
): Promise<{ response: Response; redirects: number }> {
  let at = url;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    if (!isOfSlack(at, slackApiUrl)) throw new ZhibiError('download-failed', { file, reason: 'address' });
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(at, { headers, redirect: 'manual', signal });
    const location = response.headers.get('location');
    if (response.ok) return { response, redirects };
    await response.body?.cancel();
    if (response.status < 300 || response.status > 399 || location === null) {
      throw new ZhibiError('download-failed', { file, reason: `${response.status}` });
    }
    at = parsedUrl(location, at)?.href ?? '';
  }
  throw new ZhibiError('download-failed', { file, reason: 'redirects' });
}

const parsedUrl = (url: string, base?: string): URL | null => (URL.canParse(url, base) ? new URL(url, base) : null);

/** Slack's own domains, those of its service for governments included. */
const SLACK_HOST = /(?:^|\.)(?:slack|slack-files|slack-gov|slack-files-gov)\.com$/;

function isOfSlack(url: string, slackApiUrl: string): boolean {
  const address = parsedUrl(url);
  if (address === null || address.username !== '' || address.password !== '') return false;
  if (address.origin === new URL(slackApiUrl).origin) return true;
  return address.protocol === 'https:' && address.port === '' && SLACK_HOST.test(address.hostname);
}

/** A response's body; what Slack said of its size is not relied on. */
async function boundedBytes(response: Response, file: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    if (length > LARGEST) throw tooLarge(file, length);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const tooLarge = (file: string, length: number): ZhibiError =>
  new ZhibiError('file-too-large', { file, megabytes: Math.ceil(length / MEGABYTE), limit: LARGEST / MEGABYTE });

/** As much of a page as is looked at. In bytes. */
const SAMPLE = 64 * 1024;

/**
 * Whether a page is Slack's for signing in. A file that is no web page never comes as one. One that is comes as an
 * attachment, from where it lies, as long as it is said to be; a page for signing in says so.
 */
function isSignIn(
  response: Response,
  bytes: Uint8Array,
  { file, redirects }: { file: SentFile; redirects: number },
): boolean {
  if (response.headers.get('content-type')?.startsWith('text/html') !== true) return false;
  if (extensionOf(file) !== 'html') return true;
  if (response.headers.get('content-disposition')?.startsWith('attachment') === true) return false;
  const isOther = file.size > 0 && file.size !== bytes.byteLength;
  return isOther || redirects > 0 || asksToSignIn(new TextDecoder().decode(bytes.subarray(0, SAMPLE)));
}

const SIGN_IN = /sign[ -]?in|log[ -]?in|登录|登錄/i;
/** A page with no more words than this says little else. */
const FEW_WORDS = 600;

function asksToSignIn(page: string): boolean {
  const title = /<title[^>]*>([^<]{0,500})/i.exec(page)?.[1] ?? '';
  const words = page
    .replace(/<(script|style)\b[^>]*>[^<]*/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
  return (
    SIGN_IN.test(title) ||
    /signin_form|slack-edge\.com/i.test(page) ||
    (words.length < FEW_WORDS && SIGN_IN.test(words))
  );
}

/** Slack's names of the formats that can be read (docs.slack.dev/reference/objects/file-object), and their endings. */
const ENDINGS: Readonly<Record<string, string>> = {
  text: 'txt',
  markdown: 'md',
  html: 'html',
  docx: 'docx',
  pdf: 'pdf',
};
const OF_NAMES: Readonly<Record<string, string>> = {
  txt: 'txt',
  md: 'md',
  html: 'html',
  htm: 'html',
  docx: 'docx',
  pdf: 'pdf',
};

/** What a file is by its name's ending, and else by what Slack says of it; `undefined` where neither can be read. */
function extensionOf({ filetype = '', name }: SentFile): string | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return OF_NAMES[ending] ?? ENDINGS[filetype];
}

/** A file's name as a reader takes it: one that says nothing (a snippet's) gets the ending of what Slack says that it is. */
export function nameOfSent(file: SentFile): string {
  const ending = extensionOf(file);
  const isSaid = ending === undefined || new RegExp(`\\.(?:${ending}|htm)$`, 'i').test(file.name);
  return isSaid ? file.name : `${file.name || file.id}.${ending}`;
}
