/**
 * thread/: the drafter in a thread of its own, so that a question that takes a tenth of a second keeps nobody waiting who
 * has only just asked.
 */

import { startThread } from '../../threads/index.ts';
import { type DrafterThread, drafterThread } from './drafter-thread.ts';

export type { DrafterThread } from './drafter-thread.ts';

/**
 * A drafter over the index in a folder, in one long-lived worker thread that starts with the first request.
 *
 * @see openDrafter for when the index is read
 */
export const openDrafterInWorker = (folder: string): DrafterThread =>
  drafterThread(() => startThread(import.meta.url, 'worker-main', { name: 'drafter', workerData: folder }));
