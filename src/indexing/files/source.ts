import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Bytes that are read where they lie. */
export interface Source {
  /** How many there are. */
  readonly bytes: number;
  /** A copy of `length` bytes from `at` on, in a buffer of their own; shorter where there are fewer. */
  read(at: number, length: number): Uint8Array<ArrayBuffer>;
  /** Lets go of the file. Nothing is read any more. */
  close(): void;
}

/** Bytes in memory. */
export const bytesSource = (bytes: Uint8Array): Source => ({
  bytes: bytes.length,
  read: (at, length) => Uint8Array.from(bytes.subarray(at, at + length)),
  close: () => {},
});

/** Files of sources that nobody holds any more. */
const forgotten = new FinalizationRegistry<number>((descriptor) => closeSync(descriptor));

/** Most that is read in one call: Node refuses 2 GiB and more. */
const MOST = 2 ** 30;

/**
 * A file, kept open: it goes on being read once it is removed or another has taken its name, so that an index answers from
 * its own parts when a newer one has taken its place. It is closed with its last holder, or by `close`.
 *
 * @throws what `openSync` throws
 */
export function fileSource(path: string): Source {
  const descriptor = openSync(path, 'r');
  const source: Source = {
    bytes: fstatSync(descriptor).size,
    read: (at, length) => readFrom(descriptor, at, length),
    close: () => {
      if (forgotten.unregister(source)) closeSync(descriptor);
    },
  };
  forgotten.register(source, descriptor, source);
  return source;
}

function readFrom(descriptor: number, at: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let done = 0;
  while (done < length) {
    const read = readSync(descriptor, bytes, done, Math.min(MOST, length - done), at + done);
    if (read === 0) return bytes.slice(0, done);
    done += read;
  }
  return bytes;
}
