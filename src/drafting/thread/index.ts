/**
 * thread/: the drafter in a thread of its own, so that a question that takes a tenth of a second keeps nobody waiting who
 * has only just asked.
 */
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type DrafterThread, drafterThread } from './drafter-thread.ts';

export type { DrafterThread } from './drafter-thread.ts';

/**
 * A drafter over the index in a folder, in one long-lived worker thread that starts with the first request.
 *
 * @see openDrafter for when the index is read
 */
export const openDrafterInWorker = (folder: string): DrafterThread => drafterThread(() => startWorker(folder));

/** The worker's program stands beside this file: in TypeScript among the sources, in JavaScript once built. */
function startWorker(folder: string): Worker {
  const extension = extname(import.meta.url);
  const program = new URL(`./worker-main${extension}`, import.meta.url);
  const runnable = extension === '.ts' ? readingTypeScript(program) : program;
  return new Worker(runnable, { name: 'drafter', workerData: folder });
}

/**
 * A program that has tsx read another. Neither `--import tsx` nor vitest reaches into a worker on Node 20
 * (github.com/privatenumber/tsx/issues/354).
 */
function readingTypeScript(program: URL): URL {
  const reader = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const code = `import { register } from ${reader}; register(); await import(${JSON.stringify(program.href)});`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}
