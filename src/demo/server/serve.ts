import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ActionReply, type ActionRequest, ActionRequestSchema, LARGEST_FILE } from '../protocol.ts';
import { demoTextsIn } from '../texts/index.ts';
import type { LocalWorkspace } from '../workspace/index.ts';
import { readJson } from './body.ts';
import { streamEvents } from './event-stream.ts';
import { isAllowed } from './guard.ts';
import { HEADERS, type PageFiles } from './page-files.ts';

export interface Serving {
  workspace: LocalWorkspace;
  files: PageFiles;
  act: (request: ActionRequest) => Promise<ActionReply>;
  host: string;
  /** 0 for any that is free. */
  port: number;
  /** Whether another will do where that is taken. */
  orAnyPort?: boolean;
  /** Told of what went wrong that nobody foresaw. */
  onFault: (error: unknown) => void;
}

/** A server that listens. */
export interface Served {
  host: string;
  port: number;
  close(): Promise<void>;
}

/** Serves the page, its events and its actions. @throws Error `EADDRINUSE` and others of Node's */
export async function serve(serving: Serving): Promise<Served> {
  const listening = { host: serving.host, port: serving.port };
  const server = createServer((request, response) => {
    answer(serving, listening, request, response).catch((error: unknown) => {
      serving.onFault(error);
      if (response.headersSent) response.destroy();
      else send(response, 500, 'text/plain', '');
    });
  });
  await listen(server, serving).catch((error: unknown) => {
    if (serving.orAnyPort !== true || !isTaken(error)) throw error;
    return listen(server, { host: serving.host, port: 0 });
  });
  // Its address is no name of a socket: it listens on a port.
  listening.port = (server.address() as AddressInfo).port;
  return { ...listening, close: () => close(server) };
}

async function listen(server: Server, { host, port }: Pick<Serving, 'host' | 'port'>): Promise<void> {
  server.listen(port, host);
  await once(server, 'listening');
}

/** Whether a port was refused since somebody else has it. */
export const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

async function close(server: Server): Promise<void> {
  server.close();
  // Pages listen for as long as they are open.
  server.closeAllConnections();
  await once(server, 'close');
}

async function answer(
  serving: Serving,
  listening: { host: string; port: number },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method, headers } = request;
  const site = headers['sec-fetch-site']?.toString();
  if (!isAllowed({ method, host: headers.host, origin: headers.origin, site }, listening)) {
    return send(response, 403, 'text/plain', 'forbidden');
  }
  const { pathname, searchParams } = addressOf(request.url);
  if (method === 'POST' && pathname === '/api/actions') return answerAction(serving, request, response);
  if (method !== 'GET') return send(response, 405, 'text/plain', '');
  if (pathname === '/api/events') {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    return streamEvents(serving.workspace, searchParams.get('person'), request, response);
  }
  const file = await serving.files.get(pathname);
  return file === null ? send(response, 404, 'text/plain', '') : send(response, 200, file.type, file.body);
}

const NOWHERE = 'http://local/nowhere';

/** A request may ask for what is no address. */
const addressOf = (url = '/'): URL => new URL(URL.canParse(url, NOWHERE) ? url : '', NOWHERE);

const MEGABYTE = 1024 * 1024;

async function answerAction(serving: Serving, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const reply = (status: number, body: ActionReply): void =>
    send(response, status, 'application/json', JSON.stringify(body));
  const texts = demoTextsIn('zh');
  if (request.headers['content-type']?.startsWith('application/json') !== true) {
    return reply(415, { ok: false, error: texts.notUnderstood });
  }
  const body = await readJson(request);
  if (body === 'too-large') {
    response.setHeader('connection', 'close');
    return reply(413, { ok: false, error: texts.tooLarge(LARGEST_FILE / MEGABYTE) });
  }
  const read = body === 'no-json' ? null : ActionRequestSchema.safeParse(body.json);
  if (read?.success !== true) return reply(400, { ok: false, error: texts.notUnderstood });
  reply(200, await serving.act(read.data));
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { ...HEADERS, 'content-type': `${type}; charset=utf-8` }).end(body);
}
