import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/** RFC 6455, 1.3. */
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const OPCODE = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** One end of a web socket, as a test holds it. */
export interface ServerSocket {
  /** Sends a frame of text, or of bytes. */
  send: (data: string | Buffer) => void;
  /** What the client sent, each text parsed. */
  received: unknown[];
  close: () => void;
}

/** A server of web sockets on the loopback address: frames of one piece below 64 KB, which is all that Slack's client sends. */
export async function startWebSocketServer(onConnect: (socket: ServerSocket) => void) {
  const server = createServer();
  const open = new Set<Duplex>();
  server.on('upgrade', (request, socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    onConnect(accept(request, socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const stop = (): void => {
    for (const socket of open) socket.destroy();
    server.close();
  };
  return { url: `ws://127.0.0.1:${port}/`, stop };
}

function accept(request: IncomingMessage, socket: Duplex): ServerSocket {
  const hash = createHash('sha1').update(`${request.headers['sec-websocket-key']}${GUID}`);
  const head = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade'];
  socket.write(`${head.join('\r\n')}\r\nSec-WebSocket-Accept: ${hash.digest('base64')}\r\n\r\n`);
  const received: unknown[] = [];
  let waiting = Buffer.alloc(0);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: Buffer) => {
    waiting = Buffer.concat([waiting, chunk]);
    for (let frame = firstFrame(waiting); frame !== null; frame = firstFrame(waiting)) {
      waiting = waiting.subarray(frame.length);
      if (frame.opcode === OPCODE.text) received.push(JSON.parse(frame.payload.toString()));
      else if (frame.opcode === OPCODE.ping) socket.write(frameOf(OPCODE.pong, frame.payload));
      else if (frame.opcode === OPCODE.close) socket.end(frameOf(OPCODE.close, frame.payload));
    }
  });
  return {
    send: (data) =>
      void socket.write(frameOf(typeof data === 'string' ? OPCODE.text : OPCODE.binary, Buffer.from(data))),
    received,
    close: () => socket.destroy(),
  };
}

function frameOf(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  if (length < 126) return Buffer.concat([Buffer.of(0x80 | opcode, length), payload]);
  return Buffer.concat([Buffer.of(0x80 | opcode, 126, length >> 8, length & 0xff), payload]);
}

/** The client's first frame, unmasked; `null` until all of it is there. */
function firstFrame(bytes: Buffer): { opcode: number; payload: Buffer; length: number } | null {
  const short = (bytes[1] ?? 0) & 0x7f;
  const start = short < 126 ? 6 : 8;
  if (bytes.length < start) return null;
  const size = short < 126 ? short : bytes.readUInt16BE(2);
  if (bytes.length < start + size) return null;
  const mask = bytes.subarray(start - 4, start);
  const payload = Buffer.from(bytes.subarray(start, start + size).map((byte, i) => byte ^ (mask[i % 4] ?? 0)));
  return { opcode: (bytes[0] ?? 0) & 0x0f, payload, length: start + size };
}
