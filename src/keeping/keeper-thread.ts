import type { MessagePort, Worker } from 'node:worker_threads';
import { startThread } from '../threads/index.ts';
import { failed, type KeepingEvent } from './events.ts';

/** What is kept, and of what. */
export interface KeptFolders {
  /** The corpus folders. */
  folders: readonly string[];
  indexFolder: string;
}

/** The keeper of an index, in a thread of its own. */
export interface KeeperThread {
  /**
   * Keeps from now on the index that another thread holds.
   *
   * @param reach makes a port to that thread; again, should this one have to be started again
   */
  connect(reach: () => MessagePort): void;
  close(): Promise<void>;
}

/** A thread that ended is started again after this time. In milliseconds. */
const AGAIN_AFTER = 60_000;

/**
 * Keeps the index of some folders abreast of them: what is put into them, changed or taken out is answerable a moment later,
 * and the index is made anew when it is quiet. All of it happens in other threads and processes.
 *
 * @param tell told what happens, for a log
 */
export function openKeeper(kept: KeptFolders, tell: (event: KeepingEvent) => void): KeeperThread {
  let worker: Worker | undefined;
  let connected: (() => MessagePort) | undefined;
  let isClosed = false;
  const run = (): void => {
    if (isClosed || connected === undefined) return;
    worker ??= start();
    const port = connected();
    worker.postMessage(port, [port]);
  };
  const start = (): Worker => {
    const started = startThread(import.meta.url, 'worker-main', { name: 'keeper', workerData: kept });
    started.on('message', tell);
    started.once('error', (error) => tell(failed('keep', error)));
    started.once('exit', () => {
      worker = undefined;
      setTimeout(run, AGAIN_AFTER).unref();
    });
    started.unref();
    return started;
  };
  return {
    connect: (reach) => {
      connected = reach;
      run();
    },
    close: async () => {
      isClosed = true;
      await worker?.terminate();
    },
  };
}
