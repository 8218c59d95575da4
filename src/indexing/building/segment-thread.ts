import type { Worker } from 'node:worker_threads';
import { nameOfError, ZhibiError } from '../../speech/index.ts';
import { toError } from '../../threads/index.ts';
import type { FrozenTerms } from '../frozen/frozen-terms.ts';
import type { PassageTexts } from '../passage-texts.ts';
import { type FromThread, fromPlain, type ToThread } from './messages.ts';

/** What waits for a segment. */
interface Pending {
  onPassages: (done: number) => void;
  resolve: (segment: FrozenTerms) => void;
  reject: (error: Error) => void;
}

/** A thread that indexes passages, one chunk at a time. */
export class SegmentThread {
  private readonly worker: Worker;
  private pending: Pending | undefined;
  /** Why it ended: an error's code or name, never its message, which could quote a document. `null` while it runs. */
  private ended: string | null = null;

  /** @param worker takes {@link ToThread} and gives {@link FromThread} */
  constructor(worker: Worker) {
    this.worker = worker;
    worker.on('message', (message: FromThread) => this.hear(message));
    worker.once('error', (error: unknown) => this.bury(nameOfError(error)));
    worker.once('exit', (code) => this.bury(`exit ${code}`));
  }

  /**
   * Indexes passages; to be asked again once it has answered.
   *
   * @throws ZhibiError `indexing-stopped` where the thread has ended, or ends meanwhile; what `segmentOf` throws
   */
  segment(passages: readonly PassageTexts[], onPassages: (done: number) => void): Promise<FrozenTerms> {
    if (this.ended !== null) return Promise.reject(new ZhibiError('indexing-stopped', { reason: this.ended }));
    return new Promise((resolve, reject) => {
      this.pending = { onPassages, resolve, reject };
      const question: ToThread = passages;
      this.worker.postMessage(question);
    });
  }

  async close(): Promise<void> {
    this.bury('closed');
    await this.worker.terminate();
  }

  private hear(message: FromThread): void {
    const { pending } = this;
    if ('done' in message) {
      pending?.onPassages(message.done);
      return;
    }
    this.pending = undefined;
    if ('fault' in message) pending?.reject(toError(message.fault));
    else pending?.resolve(fromPlain(message.segment));
  }

  private bury(reason: string): void {
    this.ended ??= reason;
    this.pending?.reject(new ZhibiError('indexing-stopped', { reason: this.ended }));
    this.pending = undefined;
  }
}
