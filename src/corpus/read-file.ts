import { constants, type FileHandle, open, stat } from 'node:fs/promises';
import { ZhibiError } from '../speech/index.ts';

const MEGABYTE = 1024 * 1024;
/** The largest file that is read. A long speech has 0.1 MB. In bytes. */
const LARGEST_FILE = 20 * MEGABYTE;

/** Opening what became a FIFO between two calls returns at once; Windows has neither the flag nor such FIFOs. */
const READ_ONLY = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * Reads a whole file of the corpus.
 *
 * @param file what it is called in a fault
 * @throws ZhibiError `file-vanished`, `file-special` (a FIFO, socket or device, which is never opened), `file-too-large`,
 * `file-changing` (it grew, shrank or was written to while it was read), `file-unreadable`
 */
export async function readWholeFile(path: string, file: string): Promise<Uint8Array> {
  try {
    checkRegular(await stat(path), file);
    const handle = await open(path, READ_ONLY);
    try {
      return await readUnchanged(handle, file);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof ZhibiError) throw error;
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
    if (reason === 'ENOENT') throw new ZhibiError('file-vanished', { file }, { cause: error });
    throw new ZhibiError('file-unreadable', { file, reason }, { cause: error });
  }
}

async function readUnchanged(handle: FileHandle, file: string): Promise<Uint8Array> {
  const before = await handle.stat();
  checkRegular(before, file);
  if (before.size > LARGEST_FILE) {
    const megabytes = Math.ceil(before.size / MEGABYTE);
    throw new ZhibiError('file-too-large', { file, megabytes, limit: LARGEST_FILE / MEGABYTE });
  }
  // One byte more than there were: a file that grows is seen to, and is never read without end.
  const bytes = Buffer.alloc(before.size + 1);
  let length = 0;
  for (let read = 1; read > 0 && length < bytes.length; length += read) {
    ({ bytesRead: read } = await handle.read(bytes, length, bytes.length - length));
  }
  const after = await handle.stat();
  if (length !== before.size || after.mtimeMs !== before.mtimeMs) throw new ZhibiError('file-changing', { file });
  return bytes.subarray(0, length);
}

/** What kind of thing stands at a path. */
type Kind = Record<'isFile' | 'isDirectory' | 'isFIFO' | 'isSocket', () => boolean>;

function checkRegular(kind: Kind, file: string): void {
  const what = kind.isFIFO() ? 'fifo' : kind.isSocket() ? 'socket' : kind.isFile() ? null : 'device';
  if (kind.isDirectory()) throw new ZhibiError('file-unreadable', { file, reason: 'EISDIR' });
  if (what !== null) throw new ZhibiError('file-special', { file, what });
}
