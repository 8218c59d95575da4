import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ActionReplySchema } from '../../src/demo/protocol.ts';
import { LISTENER } from '../../src/demo/receiver/index.ts';
import { LARGEST_BODY } from '../../src/demo/server/body.ts';
import { isAllowed, isLoopback, isOwnHost } from '../../src/demo/server/guard.ts';
import { startDemo } from '../../src/demo/start-demo.ts';
import { arbitraryRequest } from '../support/arbitrary-actions.ts';
import { eventually } from '../support/eventually.ts';
import { type LocalVisit, ROOM, startLocalWorkspace } from '../support/local-workspace.ts';

let workspace: LocalVisit;

beforeAll(async () => {
  workspace = await startLocalWorkspace();
});
afterAll(() => workspace.stop());

/** A request with headers that `fetch` does not let one set. @returns its status */
function ask(path: string, headers: Record<string, string>, method = 'GET'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { port } = workspace.demo;
    const asking = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      response.destroy();
      resolve(response.statusCode);
    });
    asking.on('error', reject).end();
  });
}

describe('the server of the local workspace', () => {
  it('gives the page with a policy that lets it speak to nobody else', async () => {
    const page = await fetch(`${workspace.origin}/`);
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(page.headers.get('set-cookie')).toBeNull();
    expect(await page.text()).toContain('page.js');
    for (const name of ['page.js', 'page.css']) expect((await fetch(`${workspace.origin}/${name}`)).status).toBe(200);
  });

  it.each(Object.values(LISTENER))('shows the source %s', async (path) => {
    const response = await fetch(`${workspace.origin}/${path}`);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(await response.text()).toBe(readFileSync(path, 'utf8'));
  });

  it.each([
    '/package.json',
    '/src/config.ts',
    '/../package.json',
    '/%2e%2e/package.json',
    '//',
    '/src/slack/listeners/events/app-mention.ts/..',
  ])('gives nothing at %s', async (path) => {
    expect(await ask(path, { host: `127.0.0.1:${workspace.demo.port}` })).toBe(404);
  });

  it('refuses another host, another origin, another site', async () => {
    const { port } = workspace.demo;
    const own = `127.0.0.1:${port}`;
    expect(await ask('/', { host: own })).toBe(200);
    expect(await ask('/', { host: `localhost:${port}` })).toBe(200);
    expect(await ask('/', { host: `rebound.example:${port}` })).toBe(403);
    expect(await ask('/api/events', { host: own, origin: 'http://other.example' })).toBe(403);
    expect(await ask('/api/events', { host: own, 'sec-fetch-site': 'cross-site' })).toBe(403);
    const body = { person: 'U0LI', action: { type: 'home_opened', tab: 'home' } };
    expect((await workspace.post(body)).status).toBe(200);
    expect((await workspace.post(body, { origin: 'http://other.example' })).status).toBe(403);
    expect(await ask('/api/actions', { host: own, 'content-type': 'application/json' }, 'POST')).toBe(403);
    expect(await ask('/api/actions', { host: own, origin: `http://${own}` }, 'DELETE')).toBe(405);
  });

  it('answers what it can’t read in a sentence', async () => {
    const replies = await Promise.all([
      workspace.post('{'),
      workspace.post({ person: 'U0LI' }),
      workspace.post({ person: 'U0LI', action: {} }, { 'content-type': 'text/plain' }),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([400, 400, 415]);
    for (const reply of replies) expect(ActionReplySchema.parse(await reply.json())).toMatchObject({ ok: false });
  });

  it('takes no more than the largest file', async () => {
    const reply = await workspace.post('x'.repeat(LARGEST_BODY + 1)).catch(() => null);
    // The connection may be gone before the answer is read.
    expect(reply?.status ?? 413).toBe(413);
    expect((await fetch(`${workspace.origin}/`)).status).toBe(200);
  });

  it('goes to another port where that is allowed and its own is taken', async () => {
    const { library, port } = workspace.demo;
    const options = {
      openLibrary: () => library,
      host: '127.0.0.1',
      port,
      log: (await import('pino')).pino({ level: 'silent' }),
    };
    await expect(startDemo(options)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    const other = await startDemo({ ...options, orAnyPort: true });
    expect(other.port).not.toBe(port);
    await other.close();
  });

  it('keeps a modal for a page that was cut off, and closes it for one that is opened anew', async () => {
    const open = async (headers: Record<string, string>): Promise<string> => {
      const aborting = new AbortController();
      const response = await fetch(`${workspace.origin}/api/events?person=U0WANG`, {
        headers,
        signal: aborting.signal,
      });
      const { value } = (await response.body?.getReader().read()) ?? {};
      aborting.abort();
      return Buffer.from(value ?? []).toString('utf8');
    };
    const { views } = workspace.demo.workspace;
    views.open('U0WANG', { type: 'modal', blocks: [] }, { method: 'views.open' });
    expect(await open({ 'last-event-id': 'some' })).toContain('"modals":[{');
    await eventually(async () => ((await open({})).includes('"modals":[]') ? true : undefined));
    expect(views.stackOf('U0WANG')).toEqual([]);
  });

  it('stands whatever a page sends', async () => {
    const li = await workspace.enter('U0LI');
    await li.command('找 水源');
    await li.act({ type: 'command', conversation: ROOM.team, thread: null, command: '/draft', text: '' });
    const arbitrary = arbitraryRequest(() => li.state());
    await fc.assert(
      fc.asyncProperty(arbitrary, async (body) => {
        const reply = await workspace.post(body);
        expect([200, 400]).toContain(reply.status);
        const read = ActionReplySchema.parse(await reply.json());
        if (!read.ok) expect(read.error).not.toMatch(/出错|has failed/);
      }),
      { numRuns: 150 },
    );
    expect((await fetch(`${workspace.origin}/`)).status).toBe(200);
    expect(workspace.logLines.filter((line) => /"msg":"(?:failed|listener failed)"/.test(line))).toEqual([]);
  });
});

describe('the guard', () => {
  const at = { host: '127.0.0.1', port: 4141 };
  it.each([
    ['127.0.0.1:4141', true],
    ['localhost:4141', true],
    ['[::1]:4141', true],
    ['localhost:4142', false],
    ['localhost', false],
    ['192.168.1.5:4141', false],
    ['evil.example:4141', false],
    ['127.0.0.1.evil.example:4141', false],
    ['localhost:4141.evil.example', false],
    ['', false],
    [undefined, false],
  ])('takes Host %s for its own: %s', (host, isOwn) => {
    expect(isOwnHost(host, at)).toBe(isOwn);
  });

  it('takes addresses in digits, and no names, where the network is let in', () => {
    const open = { host: '0.0.0.0', port: 4141 };
    expect(isOwnHost('192.168.1.5:4141', open)).toBe(true);
    expect(isOwnHost('[fe80::1]:4141', open)).toBe(true);
    expect(isOwnHost('evil.example:4141', open)).toBe(false);
    expect(isOwnHost('drafts.office:4141', { host: 'drafts.office', port: 4141 })).toBe(true);
  });

  it('lets a POST in from its own page alone', () => {
    const host = 'localhost:4141';
    const post = { method: 'POST', host, site: undefined };
    expect(isAllowed({ ...post, origin: `http://${host}` }, at)).toBe(true);
    expect(isAllowed({ ...post, origin: 'http://127.0.0.1:4141' }, at)).toBe(false);
    expect(isAllowed({ ...post, origin: 'null' }, at)).toBe(false);
    expect(isAllowed({ ...post, origin: undefined }, at)).toBe(false);
  });

  it.each([
    ['127.0.0.1', true],
    ['127.8.0.1', true],
    ['::1', true],
    ['localhost', true],
    ['0.0.0.0', false],
    ['::', false],
    ['192.168.0.1', false],
    ['127.0.0.1.evil.example', false],
  ])('knows %s for this machine alone: %s', (host, isAlone) => {
    expect(isLoopback(host)).toBe(isAlone);
  });
});
