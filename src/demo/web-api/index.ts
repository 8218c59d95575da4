/**
 * web-api/: as much of Slack's Web API as the app calls, one file a group of methods, in place of `fetch`: no port, no
 * network. Refusals are Slack's own, scopes too; what is not here says so on the page.
 */
import { SCOPE_NAMES, type Scope } from '../../slack/index.ts';
import { causes } from '../cause.ts';
import type { LocalWorkspace, Response as Pass } from '../workspace/index.ts';
import { API, FILES, RESPONSES, SLACK } from './addresses.ts';
import { argumentsOf } from './arguments.ts';
import { CHAT } from './chat.ts';
import { CONVERSATIONS } from './conversations.ts';
import { type Calling, type Method, Refused } from './method.ts';
import { OTHERS } from './others.ts';
import { respond } from './respond.ts';
import { USERS } from './users.ts';
import { VIEWS } from './views.ts';

export { messageObject } from './chat.ts';
export { fileObject } from './files.ts';

export const SLACK_API = `${SLACK}${API}`;
export const responseUrl = (workspace: LocalWorkspace, pass: Pass): string =>
  `${SLACK}${RESPONSES}${workspace.responses.give(pass)}`;

const METHODS: ReadonlyMap<string, Method> = new Map(
  Object.entries({ ...CHAT, ...CONVERSATIONS, ...OTHERS, ...USERS, ...VIEWS }),
);

/** The bot's token: it opens nothing, as there is nothing outside. */
export const BOT_TOKEN = 'xoxb-local';

/**
 * Slack, as far as the app reaches for it: Web API, response URLs, files.
 *
 * @param granted the scopes that the app has
 */
export function localSlack(workspace: LocalWorkspace, granted: readonly Scope[] = SCOPE_NAMES): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    const name = url.pathname.slice(url.pathname.lastIndexOf('/') + 1);
    const authorization = new Headers(init?.headers).get('authorization');
    if (url.origin !== SLACK) return new Response('', { status: 404 });
    if (url.pathname.startsWith(RESPONSES)) return answerResponse(workspace, name, init?.body);
    if (authorization !== `Bearer ${BOT_TOKEN}`) return Response.json({ ok: false, error: 'invalid_auth' });
    if (url.pathname.startsWith(FILES)) return serveFile(workspace, name, granted);
    const body = init?.body;
    return Response.json(call(workspace, name, argumentsOf(body), granted));
  };
}

/** One call of a method. Never throws: what goes wrong is the answer. */
function call(
  workspace: LocalWorkspace,
  name: string,
  payload: Record<string, unknown>,
  granted: readonly Scope[],
): object {
  const cause = causes.getStore();
  const method = METHODS.get(name);
  if (method === undefined) {
    workspace.notify(cause?.person ?? null, 'warning', (texts) => texts.unsupported(name));
    return { ok: false, error: 'unknown_method', req_method: name };
  }
  if (method.scope !== null && !granted.some((scope) => scope === method.scope)) {
    return { ok: false, error: 'missing_scope', needed: method.scope, provided: granted.join() };
  }
  const { token: _, ...shown } = payload;
  return orRefusal(() => ({ ok: true, ...method.run(payload, { workspace, method: name, payload: shown, cause }) }));
}

function orRefusal(answer: () => object): object {
  try {
    return answer();
  } catch (error) {
    if (error instanceof Refused) return error.answer;
    throw error;
  }
}

/** Slack answers a response URL with a status: 404 for one that is used up. */
function answerResponse(workspace: LocalWorkspace, id: string, body: unknown): Response {
  const pass = workspace.responses.use(id);
  if (typeof pass === 'string') return Response.json({ ok: false, error: `${pass}_url` }, { status: 404 });
  const payload = readObject(body);
  const calling: Calling = { workspace, method: 'response_url', payload, cause: causes.getStore() };
  const answer = orRefusal(() => {
    respond(pass, payload, calling);
    return { ok: true };
  });
  return Response.json(answer, { status: 'error' in answer ? 400 : 200 });
}

function readObject(body: unknown): Record<string, unknown> {
  try {
    const read: unknown = typeof body === 'string' ? JSON.parse(body) : null;
    return typeof read === 'object' && read !== null ? { ...read } : {};
  } catch {
    return {};
  }
}

/** Without the scope Slack shows its sign-in page. */
function serveFile(workspace: LocalWorkspace, id: string, granted: readonly Scope[]): Response {
  if (!granted.includes('files:read')) return new Response('', { headers: { 'content-type': 'text/html' } });
  const file = workspace.file(id);
  if (file === undefined) return new Response('', { status: 404 });
  return new Response(file.bytes, { headers: { 'content-type': 'application/octet-stream' } });
}
