/**
 * thread/: the drafter in a thread of its own, so that a question that takes a tenth of a second keeps nobody waiting who
 * has only just asked.
 */

import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { startThread } from '../../threads/index.ts';
import { type DrafterThread, drafterThread } from './drafter-thread.ts';
import type { ToWorker } from './messages.ts';

export type { DrafterThread } from './drafter-thread.ts';
export { indexHolderOver } from './holder-calls.ts';

/**
 * A drafter over the index in a folder, in one long-lived worker thread that starts with the first request.
 *
 * @param onStart given, each time the thread starts, what makes a port to it over which its index can be kept: see
 *   `indexHolderOver`
 * @see HeldIndex for when the index is read
 */
export function openDrafterInWorker(indexFolder: string, onStart?: (reach: () => MessagePort) => void): DrafterThread {
  return drafterThread(() => {
    const worker = startThread(import.meta.url, 'worker-main', { name: 'drafter', workerData: indexFolder });
    onStart?.(() => {
      const { port1, port2 } = new MessageChannel();
      const message: ToWorker = { keeper: port1 };
      worker.postMessage(message, [port1]);
      return port2;
    });
    return worker;
  });
}
