import { Agent, request } from 'node:http';
import { signedHeaders } from '../../../tests/support/slack-requests.ts';
import type { Told } from './requests.ts';

/** What became of a request to the bot. */
export interface Acknowledgement {
  /** `null` where the connection ended before an answer. */
  status: number | null;
  body: string;
  /** Milliseconds to the end of the answer. */
  ms: number;
}

/** As much as is waited for an answer. In milliseconds. */
const PATIENCE = 30_000;

/** Posts to the bot as Slack does, over connections that are kept. */
export class SlackDelivery {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 256 });

  /** Signs and delivers; `headers` are added to those of the signature, or stand in their place. */
  deliver(
    port: number,
    { body, contentType }: Pick<Told, 'body' | 'contentType'>,
    headers: Record<string, string> = {},
  ) {
    return this.post(port, body, signedHeaders(body, contentType, { headers }));
  }

  /** Posts anything. Never rejects. */
  post(
    port: number,
    body: string | Uint8Array,
    headers: Record<string, string>,
    path = '/slack/events',
    method = 'POST',
  ): Promise<Acknowledgement> {
    return new Promise((resolve) => {
      const started = performance.now();
      const end = (status: number | null, words = ''): void =>
        resolve({ status, body: words, ms: performance.now() - started });
      const outgoing = request({
        agent: this.agent,
        port,
        host: '127.0.0.1',
        path,
        method,
        headers,
        timeout: PATIENCE,
      });
      outgoing.once('timeout', () => outgoing.destroy());
      outgoing.once('error', () => end(null));
      outgoing.once('response', (response) => {
        let words = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          words += chunk;
        });
        response.once('end', () => end(response.statusCode ?? null, words)).once('error', () => end(null));
      });
      outgoing.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
