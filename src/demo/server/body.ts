import type { IncomingMessage } from 'node:http';
import { LARGEST_FILE } from '../protocol.ts';

/** The largest file in base64, and something around it. In bytes. */
export const LARGEST_BODY = Math.ceil((LARGEST_FILE * 4) / 3) + 2 ** 20;

/** A body as JSON. What is beyond the limit is not kept. */
export async function readJson(
  request: IncomingMessage,
  limit = LARGEST_BODY,
): Promise<{ json: unknown } | 'too-large' | 'no-json'> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return 'too-large';
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > limit) return 'too-large';
    chunks.push(chunk);
  }
  try {
    return { json: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))) };
  } catch {
    return 'no-json';
  }
}
