import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** What a frame holds (RFC 6455, 5.2). */
export const OPCODE = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** RFC 6455, 1.3. */
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** The bot is told this often that the other side lives; it gives up after 30 s. In milliseconds. */
const PING_EVERY = 5000;

/** A web socket of which this is the server, over its raw bytes: what attacks must be able to send what no library sends. */
export interface RawSocket {
  /** Sends a text. */
  send: (text: string) => void;
  /** Sends bytes as they are, frame or none. */
  write: (bytes: Uint8Array) => void;
  close: () => void;
}

/** A frame from server to client: one piece, not masked. */
export function frame(opcode: number, payload: Uint8Array, first = 0x80): Buffer {
  const { length } = payload;
  const head = length < 126 ? Buffer.alloc(2) : Buffer.alloc(length < 65_536 ? 4 : 10);
  head[0] = first | opcode;
  if (length < 126) head[1] = length;
  else if (length < 65_536) {
    head[1] = 126;
    head.writeUInt16BE(length, 2);
  } else {
    head[1] = 127;
    head.writeBigUInt64BE(BigInt(length), 2);
  }
  return Buffer.concat([head, payload]);
}

/** Agrees to a request for a web socket. @param onText told of each text that the client sends */
export function acceptSocket(
  request: IncomingMessage,
  socket: Duplex,
  { onText, onClose }: { onText: (text: string) => void; onClose: () => void },
): RawSocket {
  const key = String(request.headers['sec-websocket-key']);
  const accept = createHash('sha1')
    .update(key + GUID)
    .digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: Upgrade\r\nsec-websocket-accept: ${accept}\r\n\r\n`,
  );
  const write = (bytes: Uint8Array): void => void (socket.writable && socket.write(bytes));
  const pings = setInterval(() => write(frame(OPCODE.ping, Buffer.from('alive'))), PING_EVERY);
  let rest = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let read = readFrame(rest); read !== null; read = readFrame(rest)) {
      rest = rest.subarray(read.length);
      if (read.opcode === OPCODE.text) onText(read.payload.toString());
      else if (read.opcode === OPCODE.ping) write(frame(OPCODE.pong, read.payload));
      else if (read.opcode === OPCODE.close) socket.end(frame(OPCODE.close, read.payload));
    }
  });
  socket.on('error', () => socket.destroy());
  socket.once('close', () => {
    clearInterval(pings);
    onClose();
  });
  return { send: (text) => write(frame(OPCODE.text, Buffer.from(text))), write, close: () => socket.destroy() };
}

/** A client's frame at the beginning of some bytes, unmasked; `null` until it is there as a whole. */
function readFrame(bytes: Buffer): { opcode: number; payload: Buffer; length: number } | null {
  const [first = 0, second = 0] = bytes;
  const short = second & 0x7f;
  const extended = short < 126 ? 0 : short === 126 ? 2 : 8;
  const start = 2 + extended + 4;
  if (bytes.length < start) return null;
  const size = extended === 0 ? short : extended === 2 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  if (bytes.length < start + size) return null;
  const mask = bytes.subarray(start - 4, start);
  const payload = bytes.subarray(start, start + size).map((byte, i) => byte ^ (mask[i % 4] ?? 0));
  return { opcode: first & 0x0f, payload: Buffer.from(payload), length: start + size };
}
