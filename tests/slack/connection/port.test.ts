import { once } from 'node:events';
import type { IncomingMessage, Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { PassThrough } from 'node:stream';
import { App } from '@slack/bolt';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Bodies, doubtOfHeaders } from '../../../src/slack/connection/signed-request.ts';
import { makeReceiver } from '../../../src/slack/index.ts';
import { commandBody, FORM, signedHeaders } from '../../support/slack-requests.ts';
import { BOT_TOKEN, SIGNING_SECRET } from '../../support/slack-stand-ins.ts';

const lines: string[] = [];
const log = pino({ level: 'trace' }, { write: (line: string) => lines.push(line) });
const COMMAND = commandBody('找 水渠', { user: 'U1', channel: 'C1', responseUrl: 'https://hooks.test/1' });
const MEGABYTE = 2 ** 20;

let server: Server;
let port: number;
const heard: string[] = [];

beforeAll(async () => {
  const receiver = makeReceiver({ mode: 'http', signingSecret: SIGNING_SECRET }, 0, undefined, log);
  const authorize = async () => ({ botToken: BOT_TOKEN, botId: 'B1', botUserId: 'U0' });
  const app = new App({ authorize, receiver, convoStore: false });
  app.command('/draft', async ({ ack, command }) => {
    heard.push(command.text);
    await ack();
  });
  server = await app.start({ port: 0, host: '127.0.0.1' });
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

/** Writes a request as it is, without an end to its body, and reads what comes until the connection is closed. */
async function raw(head: readonly string[], body = ''): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk;
  });
  socket.on('error', () => {});
  socket.write(`${head.join('\r\n')}\r\nhost: bot\r\n\r\n${body}`);
  await once(socket, 'close');
  return answer;
}

const headersOf = (headers: Record<string, string>): string[] =>
  Object.entries(headers).map(([name, value]) => `${name}: ${value}`);

const post = (body: string, headers: Record<string, string>) =>
  fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', body, headers });

describe('a request whose body is still to come', () => {
  const LONG = `content-length: ${4 * MEGABYTE}`;
  const signed = (given: Parameters<typeof signedHeaders>[2] = {}) => headersOf(signedHeaders('', FORM, given));
  const old = Math.floor(Date.now() / 1000) - 600;

  it.each([
    ['unsigned', [LONG, `content-type: ${FORM}`], 401],
    ['with a signature that is none', [LONG, 'x-slack-signature: v0=abc', 'x-slack-request-timestamp: 1'], 401],
    ['with two timestamps', [...signed(), 'x-slack-request-timestamp: 1', 'content-length: 10'], 401],
    ['of ten minutes ago', [...signed({ timestamp: old }), 'content-length: 10'], 401],
    ['of ten minutes ahead', [...signed({ timestamp: old + 1200 }), 'content-length: 10'], 401],
    ['said to be longer than any of Slack’s', [...signed(), LONG], 413],
  ])('%s is refused without it, and its connection closed', async (_, headers, status) => {
    const answer = await raw(['POST /slack/events HTTP/1.1', ...headers]);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer.toLowerCase()).toContain('connection: close');
  });

  it('that turns out longer than any of Slack’s is read no further', async () => {
    const chunk = 'a'.repeat(MEGABYTE / 4);
    const chunks = `${chunk.length.toString(16)}\r\n${chunk}\r\n`.repeat(5);
    const head = ['POST /slack/events HTTP/1.1', ...signed(), 'transfer-encoding: chunked'];
    expect(await raw(head, chunks)).toMatch(/^HTTP\/1\.1 413 /);
  });
});

describe('the port', () => {
  it('hands on what Slack signed, and keeps the connection', async () => {
    const response = await post(COMMAND, signedHeaders(COMMAND, FORM, {}));
    expect([response.status, response.headers.get('connection'), heard]).toEqual([200, 'keep-alive', ['找 水渠']]);
  });

  it('refuses a wrong signature', async () => {
    const { status } = await post(COMMAND, signedHeaders(COMMAND, FORM, { secret: 'another' }));
    expect(status).toBe(401);
  });

  it.each([
    ['ssl_check=1&token=abc', 200],
    ['token=abc', 401],
    [`ssl_check=1&payload=${'a'.repeat(600)}`, 401],
  ])('takes an unsigned check of its certificate, and nothing else: %.20s', async (body, status) => {
    expect((await post(body, { 'content-type': FORM })).status).toBe(status);
  });

  it.each([
    ['GET /healthz', 200],
    ['GET /', 404],
    ['POST /elsewhere', 404],
    ['GET /slack/events', 404],
    ['GET //', 400],
  ])('answers %s', async (request, status) => {
    const answer = await raw([`${request} HTTP/1.1`, 'connection: close']);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  });

  it('waits for nobody for long, but keeps idle connections for longer than Slack does', () => {
    const { headersTimeout, keepAliveTimeout, maxConnections, requestTimeout } = server;
    expect([headersTimeout, requestTimeout, keepAliveTimeout]).toEqual([5000, 10_000, 75_000]);
    expect(maxConnections).toBeLessThanOrEqual(1000);
  });

  it('tells the log why it refuses, in our words, once each', () => {
    const refused = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'request refused');
    const reasons = refused.map(({ reason }) => reason);
    expect(new Set(reasons).size).toBe(reasons.length);
    expect(reasons).toEqual(expect.arrayContaining(['unsigned', 'body too long', 'signature wrong']));
    expect(lines.join()).not.toMatch(/水渠|abc|aaaa/);
  });
});

describe('bodies that are read at once', () => {
  const unfinished = (megabytes: number) => {
    const stream = new PassThrough();
    stream.write(Buffer.alloc(megabytes * MEGABYTE));
    return stream;
  };

  it('are bounded all together, and room is made when one is done', async () => {
    const bodies = new Bodies();
    const streams = Array.from({ length: 32 }, () => unfinished(1));
    const reading = streams.map((stream) => bodies.read(stream as unknown as IncomingMessage));
    await new Promise(setImmediate);
    expect(await bodies.read(unfinished(1) as unknown as IncomingMessage)).toMatchObject({ status: 503 });
    for (const stream of streams) stream.end();
    expect((await Promise.all(reading)).map((body) => Buffer.isBuffer(body))).toEqual(streams.map(() => true));
    const last = unfinished(1);
    last.end();
    expect(Buffer.isBuffer(await bodies.read(last as unknown as IncomingMessage))).toBe(true);
  });

  it('whose client goes away are given up', async () => {
    const stream = unfinished(0);
    const reading = new Bodies().read(stream as unknown as IncomingMessage);
    stream.destroy();
    expect(await reading).toBeNull();
  });
});

describe('the time of a request', () => {
  it.each([
    [-299, null],
    [-301, 'timestamp not of now'],
    [299, null],
    [301, 'timestamp not of now'],
  ])('%d seconds from ours', (seconds, reason) => {
    const headers = { 'x-slack-signature': `v0=${'0'.repeat(64)}`, 'x-slack-request-timestamp': `${1000 + seconds}` };
    expect(doubtOfHeaders(headers, 1_000_000)?.reason ?? null).toBe(reason);
  });
});
