import { readFile } from 'node:fs/promises';
import { type Bundle, bundlePage, POLICY, pageHtml } from '../bundle-page.ts';
import { LISTENER } from '../receiver/index.ts';

/** A file that the server gives. */
export interface Served {
  type: string;
  body: string;
}

const SOURCES: ReadonlySet<string> = new Set(Object.values(LISTENER));

/** Sent with everything: a page of ours in a frame, or a script that was written into it, could press its buttons. */
export const HEADERS = {
  'content-security-policy': `${POLICY}; frame-ancestors 'none'; form-action 'none'`,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const;

/** The page and what it is made of: as it was built, or in a checkout of its sources. */
export class PageFiles {
  private readonly title: string;
  private bundle: Promise<Bundle> | undefined;

  constructor(title: string) {
    this.title = title;
  }

  /** Makes it ready before it is asked for. @throws Error of esbuild if the sources are wrong */
  async prepare(): Promise<void> {
    await this.bundled();
  }

  /** @param path of the address, with its slash */
  async get(path: string): Promise<Served | null> {
    switch (path) {
      case '/':
        return { type: 'text/html', body: pageHtml(this.title, 'page') };
      case '/page.js':
        return { type: 'text/javascript', body: (await this.bundled()).js };
      case '/page.css':
        return { type: 'text/css', body: (await this.bundled()).css };
      default:
        return readListener(path.slice(1));
    }
  }

  private bundled(): Promise<Bundle> {
    this.bundle ??= readBuilt().then((built) => built ?? bundlePage('page'));
    return this.bundle;
  }
}

const textAt = (path: string): Promise<string | null> =>
  readFile(new URL(path, import.meta.url), 'utf8').catch(() => null);

async function readBuilt(): Promise<Bundle | null> {
  const [js, css] = await Promise.all([textAt('../page/page.js'), textAt('../page/page.css')]);
  return js === null || css === null ? null : { js, css };
}

/** The source of a listener, for who wants to know what made a message. Nothing else of the folder is given. */
async function readListener(path: string): Promise<Served | null> {
  const body = SOURCES.has(path) ? await textAt(`../../../${path}`) : null;
  return body === null ? null : { type: 'text/plain', body };
}
