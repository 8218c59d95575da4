import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const CLAIMED = 4 * 2 ** 20;

/** What unfinished requests took. */
export interface UnfinishedFigures {
  /** How many of them were open in the end. */
  open: number;
}

/** Opens connections that claim 4 MB, not signed, send nearly all of it, and wait. @returns how many are open after `ms` */
export async function holdUnfinished(port: number, count: number, ms: number): Promise<UnfinishedFigures> {
  const head = `POST /slack/events HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${CLAIMED}\r\n\r\n`;
  const nearlyAll = Buffer.alloc(CLAIMED - 1, 'x');
  const sockets: Socket[] = [];
  const closed = new Set<Socket>();
  for (let i = 0; i < count; i++) {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => socket.destroy()).once('close', () => closed.add(socket));
    sockets.push(socket);
    await Promise.race([once(socket, 'connect').catch(() => undefined), once(socket, 'close')]);
    if (!socket.destroyed) socket.write(head);
    if (!socket.destroyed) socket.write(nearlyAll);
  }
  await wait(ms);
  const open = sockets.filter((socket) => !closed.has(socket)).length;
  for (const socket of sockets) socket.destroy();
  return { open };
}
