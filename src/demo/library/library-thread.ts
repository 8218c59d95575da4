import { ZhibiError } from '../../speech/index.ts';
import { startThread, toError } from '../../threads/index.ts';
import type { Reading } from '../workspace/index.ts';
import type { Library, LibraryFolders } from './library.ts';
import type { Call, FromThread, Given, ToThread } from './messages.ts';

/** A library in a thread of its own. */
export interface LibraryThread extends Library {
  /** Ends the thread; what is pending is rejected with `drafter-stopped`. */
  close(): Promise<void>;
}

interface Pending {
  resolve(value: Given[Call['kind']]): void;
  reject(error: Error): void;
}

/** Opens a library in one long-lived thread, so that neither page nor app wait while it reads and indexes. */
export function openLibraryInThread(
  folders: LibraryFolders,
  onReading: (reading: Reading | null) => void,
): LibraryThread {
  const worker = startThread(import.meta.url, 'worker-main', { name: 'library', workerData: folders });
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let ended: string | null = null;
  const bury = (reason: string): void => {
    ended ??= reason;
    for (const { reject } of pending.values()) reject(new ZhibiError('drafter-stopped', { reason: ended }));
    pending.clear();
  };
  worker.on('message', (message: FromThread) => {
    if ('reading' in message) return onReading(message.reading);
    const waiting = pending.get(message.id);
    pending.delete(message.id);
    if ('fault' in message) waiting?.reject(toError(message.fault));
    else waiting?.resolve(message.value);
  });
  worker.once('error', (error: unknown) => bury(error instanceof Error ? error.name : 'unknown'));
  worker.once('exit', (code) => bury(`exit ${code}`));
  /** The thread gives what the call is for: see `Given`. */
  const ask = <Kind extends Call['kind']>(call: Extract<Call, { kind: Kind }>): Promise<Given[Kind]> => {
    if (ended !== null) return Promise.reject(new ZhibiError('drafter-stopped', { reason: ended }));
    const id = ++lastId;
    const message: ToThread = { id, call };
    return new Promise((resolve, reject) => {
      pending.set(id, { resolve: (value) => resolve(value as Given[Kind]), reject });
      worker.postMessage(message);
    });
  };
  return {
    draft: (request, audience) => ask<'draft'>({ kind: 'draft', request, audience }),
    add: (name, bytes) => ask<'add'>({ kind: 'add', name, bytes }),
    open: async () => {
      const { skipped, speeches } = await ask<'open'>({ kind: 'open' });
      const errors = skipped.map(toError).filter((error) => error instanceof ZhibiError);
      return { speeches, skipped: errors };
    },
    close: async () => {
      bury('closed');
      await worker.terminate();
    },
  };
}
