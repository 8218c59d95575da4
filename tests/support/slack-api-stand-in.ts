import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a method answers: a JSON body or a page, and headers. */
export interface StandInAnswer {
  body: object | string;
  headers?: Record<string, string>;
}

/**
 * A Web API that gives each method one answer, for what the emulator lacks: scopes in a header, app tokens, refusals. What
 * it was sent is kept.
 */
export async function startSlackApi(answers: Readonly<Record<string, StandInAnswer>>) {
  const asked: { method: string; token: string }[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    const method = request.url?.replace('/api/', '') ?? '';
    asked.push({ method, token: (request.headers.authorization ?? '').replace('Bearer ', '') });
    const { body, headers = {} } = answers[method] ?? { body: { ok: false, error: 'unknown_method' } };
    const isPage = typeof body === 'string';
    response.writeHead(200, { 'content-type': isPage ? 'text/html' : 'application/json', ...headers });
    response.end(isPage ? body : JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    asked,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
