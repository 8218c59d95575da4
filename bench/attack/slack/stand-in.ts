import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BOT_TOKEN } from '../../../tests/support/slack-stand-ins.ts';
import { DIRECT_POST, FaultPlan, happen } from './fault.ts';
import {
  answerOf,
  conversationOf,
  type PostedByBot,
  type SlackMemory,
  type SlackRequest,
  subjectOfCall,
} from './methods.ts';
import { type SentWords, sentIn } from './sent.ts';
import { acceptSocket, type RawSocket } from './web-socket.ts';

/** A file that people can send. */
export interface ServedFile {
  name: string;
  bytes: Uint8Array;
}

export const APP_TOKEN = 'xapp-token-for-attacks';

/**
 * Slack, as far as the bot reaches for it, on a port of the loopback interface: Web API, response URLs, files, Socket Mode.
 * What goes wrong is planned in `faults`; what was accepted is kept.
 */
export class SlackStandIn {
  readonly faults = new FaultPlan();
  private readonly sent = new Map<string, SentWords[]>();
  private readonly posts = new Map<string, PostedByBot[]>();
  private readonly spent = new Set<unknown>();
  readonly files = new Map<string, ServedFile>();
  /** The envelopes that the bot acknowledged over its web socket. */
  readonly acknowledged = new Set<string>();
  /** Requests with a token of ours where none belongs, or to an address that was only redirected to. */
  readonly strayed: string[] = [];
  /** How often each method was asked. */
  readonly asked = new Map<string, number>();
  socket: RawSocket | null = null;
  private readonly server = createServer((request, response) => void this.serve(request, response));
  private lastTs = Date.now();

  private readonly memory: SlackMemory = {
    nextTs: () => this.nextTs(),
    fileUrl: (id) => `${this.origin}/files/${id}`,
    fileName: (id) => this.files.get(id)?.name ?? 'gone.txt',
    fileSize: (id) => this.files.get(id)?.bytes.length ?? 0,
    posted: (conversation) => this.posts.get(conversation) ?? [],
    spend: (trigger) => !this.spent.has(trigger) && this.spent.add(trigger).has(trigger),
    socketUrl: () => `${this.origin.replace('http', 'ws')}/socket`,
  };

  async start(): Promise<void> {
    this.server.on('upgrade', (request, socket) => {
      this.socket = acceptSocket(request, socket, {
        onText: (text) => this.acknowledge(text),
        onClose: () => undefined,
      });
      this.socket.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
    });
    this.server.keepAliveTimeout = 60_000;
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get apiUrl(): string {
    return `${this.origin}/api/`;
  }

  /** The address that redirections lead to; whoever asks there has strayed. */
  get elsewhere(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}/elsewhere`;
  }

  /** What Slack accepted for a person, oldest first. */
  sentFor(subject: string): readonly SentWords[] {
    return this.sent.get(subject) ?? [];
  }

  /** All that Slack accepted. */
  allSent(): SentWords[] {
    return [...this.sent.values()].flat();
  }

  nextTs(): string {
    this.lastTs = Math.max(this.lastTs + 1, Date.now());
    return `${Math.floor(this.lastTs / 1000)}.${String(this.lastTs % 1000).padStart(6, '0')}`;
  }

  /** What Slack tells of a file that somebody sent. */
  fileFields(id: string): object {
    const { fileName, fileSize, fileUrl } = this.memory;
    return { id, name: fileName(id), size: fileSize(id), url_private_download: fileUrl(id) };
  }

  async stop(): Promise<void> {
    this.socket?.close();
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private acknowledge(text: string): void {
    const { envelope_id: id } = JSON.parse(text) as { envelope_id?: unknown };
    if (typeof id === 'string') this.acknowledged.add(id);
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', this.origin).pathname;
    const body = await textOf(request).catch(() => null);
    // Whoever is killed while writing has sent nothing.
    if (body === null) return;
    const call = callIn(path, body);
    this.asked.set(call.method, (this.asked.get(call.method) ?? 0) + 1);
    this.watch(path, call, request.headers.authorization);
    const fault = this.faults.take(faultKeyOf(call), call.subject);
    const accept = (): object => this.accept(call);
    if (fault !== undefined) happen(fault, response, accept);
    else if (call.method === 'file') this.serveFile(call.subject, response);
    else if (call.method === 'response') {
      accept();
      response.writeHead(200, { 'content-type': 'text/plain' }).end('ok');
    } else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(accept()));
  }

  private accept(call: SlackRequest): object {
    const answer = answerOf(call, this.memory);
    const ts = 'ts' in answer ? String(answer.ts) : '';
    const sent = 'ok' in answer && answer.ok === false ? null : sentIn(call, ts);
    if (sent?.way === 'post') {
      const conversation = conversationOf(call.given['channel']);
      this.posts.set(conversation, [...this.memory.posted(conversation), { ts, given: call.given }]);
    }
    if (sent !== null) this.sent.set(sent.subject, [...this.sentFor(sent.subject), sent]);
    return answer;
  }

  private serveFile(subject: string, response: ServerResponse): void {
    const file = this.files.get(`F${subject}`);
    response.writeHead(file === undefined ? 404 : 200, { 'content-type': 'application/octet-stream' }).end(file?.bytes);
  }

  private watch(path: string, { method }: SlackRequest, authorization = ''): void {
    if (path.startsWith('/elsewhere')) this.strayed.push(`a request was redirected, ${authorization.slice(0, 12)}`);
    if (method === 'response' && authorization !== '') this.strayed.push('a response URL was shown a token');
    const isApi = path.startsWith('/api/') && method !== 'apps.connections.open';
    if (isApi && authorization !== `Bearer ${BOT_TOKEN}`) this.strayed.push(`${method} was asked without its token`);
  }
}

/** A post to a person directly can go wrong alone. */
const faultKeyOf = ({ given, method }: SlackRequest): string =>
  method === 'chat.postMessage' && !String(given['channel']).startsWith('C') ? DIRECT_POST : method;

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** What is asked at a path: `/api/METHOD`, `/response/SUBJECT/NUMBER`, `/files/ID`. */
function callIn(path: string, body: string): SlackRequest {
  const [, root = '', name = ''] = path.split('/');
  if (root === 'response') return { method: 'response', subject: name, given: { path, ...Object(parsed(body)) } };
  if (root === 'files') return { method: 'file', subject: name.slice(1), given: {} };
  if (root !== 'api') return { method: root, subject: '', given: {} };
  const given = Object.fromEntries(
    [...new URLSearchParams(body)].map(([key, value]) => [key, NESTED.has(key) ? parsed(value) : value]),
  );
  return { method: name, subject: subjectOfCall(given), given };
}

/** Slack's client sends forms; what is nested stands in them as JSON. */
const NESTED: ReadonlySet<string> = new Set(['blocks', 'view', 'prompts', 'metadata']);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
