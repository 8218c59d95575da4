import type { Worker } from 'node:worker_threads';
import { nameOfError, ZhibiError } from '../../speech/index.ts';
import { toError } from '../../threads/index.ts';
import type { Answer } from '../answer.ts';
import type { Drafter } from '../drafter.ts';
import { Line } from './line.ts';
import type { Outcome, Question } from './messages.ts';

/** A drafter in a thread of its own. */
export interface DrafterThread {
  /** See {@link Drafter}, and {@link Line} for the order. */
  draft: Drafter;
  /** Ends the thread; what is pending and what is asked later is rejected with `drafter-stopped`. */
  close(): Promise<void>;
}

/**
 * The least time between two starts, in milliseconds. A worker that ends leaves jieba's 250 MB behind: one that ends on
 * every question must not take the whole machine with it.
 */
const LEAST_BETWEEN_STARTS = 60_000;

/** Questions that are with the worker: one is answered, and another is there when it is done. */
const AT_THE_WORKER = 2;

/** A question that waits for its outcome. */
interface Pending extends Omit<Question, 'id'> {
  resolve: (answer: Answer) => void;
  reject: (error: Error) => void;
}

/**
 * A drafter over a worker that takes {@link Question}s and gives {@link Outcome}s. The worker is started by the first
 * request; should it die, what is pending is rejected, and a later request starts another.
 *
 * @param start makes the worker
 * @param now milliseconds on a clock that never goes back
 */
export function drafterThread(start: () => Worker, now: () => number = () => performance.now()): DrafterThread {
  const thread = new Thread(start, now);
  return { draft: async (request, audience) => thread.ask({ request, audience }), close: () => thread.close() };
}

class Thread {
  private readonly start: () => Worker;
  private readonly now: () => number;
  private readonly line: Line<Pending>;
  private readonly pending = new Map<number, Pending>();
  private worker: Worker | undefined;
  private startedAt = Number.NEGATIVE_INFINITY;
  private lastId = 0;
  /** Why the last worker ended: an error's code or name, never its message, which could quote a document. */
  private ended = '';
  private isClosed = false;

  constructor(start: () => Worker, now: () => number) {
    this.start = start;
    this.now = now;
    this.line = new Line(now);
  }

  ask(asked: Omit<Question, 'id'>): Promise<Answer> {
    const worker = this.running();
    return new Promise((resolve, reject) => {
      this.line.add(asked.request.kind, { ...asked, resolve, reject });
      this.handOver(worker);
    });
  }

  private handOver(worker: Worker): void {
    while (this.pending.size < AT_THE_WORKER) {
      const next = this.line.next();
      if (next === undefined) return;
      const question: Question = { id: ++this.lastId, request: next.request, audience: next.audience };
      try {
        worker.postMessage(question);
        this.pending.set(question.id, next);
      } catch (error) {
        next.reject(error instanceof Error ? error : new Error(String(error)));
      }
    }
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.ended = 'closed';
    await this.worker?.terminate();
  }

  private running(): Worker {
    if (this.isClosed) throw this.stopped();
    if (this.worker !== undefined) return this.worker;
    if (this.now() - this.startedAt < LEAST_BETWEEN_STARTS) throw this.stopped();
    this.startedAt = this.now();
    const worker = this.start();
    worker.on('message', (outcome: Outcome) => this.settle(outcome));
    worker.once('error', (error: unknown) => {
      this.ended = nameOfError(error);
    });
    worker.once('exit', (exitCode) => this.bury(exitCode));
    this.ended = '';
    this.worker = worker;
    return worker;
  }

  private settle(outcome: Outcome): void {
    const question = this.pending.get(outcome.id);
    this.pending.delete(outcome.id);
    if ('fault' in outcome) question?.reject(toError(outcome.fault));
    else question?.resolve(outcome.answer);
    if (this.worker !== undefined) this.handOver(this.worker);
  }

  /** Nobody waits for a worker that is no more. Node tells the exit last, after an error and after every message. */
  private bury(exitCode: number): void {
    this.worker = undefined;
    if (this.ended === '') this.ended = `exit ${exitCode}`;
    const orphans = [...this.pending.values(), ...this.line.clear()];
    this.pending.clear();
    for (const { reject } of orphans) reject(this.stopped());
  }

  private stopped(): ZhibiError {
    return new ZhibiError('drafter-stopped', { reason: this.ended });
  }
}
