import type { Worker } from 'node:worker_threads';
import { type Digest, nameOfError, ZhibiError } from '../speech/index.ts';
import { type Fault, toError } from '../threads/index.ts';

/** What a thread that reads is told, and what it says. Both ends are one build: typed, not parsed. */
export interface ToReader {
  name: string;
  bytes: Uint8Array;
}
export type FromReader = { digest: Digest } | { fault: Fault };

/** How long a document may take to be read, and how much memory. */
export interface Costs {
  seconds: number;
  megabytes: number;
}

/** A thread without work ends after this time. In milliseconds. */
const IDLE = 60_000;

/** What is being read, and who waits for it. */
interface Reading {
  name: string;
  resolve: (digest: Digest) => void;
  reject: (error: Error) => void;
  timer: NodeJS.Timeout;
}

/**
 * Reads documents in a thread, one at a time. A thread that takes too long or too much is ended, and the next document gets
 * another.
 */
export class ReadingThread {
  private readonly start: (costs: Costs) => Worker;
  private readonly costs: Costs;
  private worker: Worker | undefined;
  private isOnline = false;
  private reading: Reading | undefined;
  private idle: NodeJS.Timeout | undefined;

  constructor(start: (costs: Costs) => Worker, costs: Costs) {
    this.start = start;
    this.costs = costs;
  }

  get isFree(): boolean {
    return this.reading === undefined;
  }

  /** To be asked when it is free. @throws ZhibiError what reading throws; `file-too-costly`, `file-failed` */
  read({ bytes, name }: ToReader): Promise<Digest> {
    clearTimeout(this.idle);
    this.worker ??= this.begin();
    const { worker } = this;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.giveUp(), this.costs.seconds * 1000);
      this.reading = { name, resolve, reject, timer };
      // Its own memory: a small buffer is a part of a larger one, which others use.
      const own = Uint8Array.from(bytes);
      const message: ToReader = { name, bytes: own };
      worker.postMessage(message, [own.buffer]);
    });
  }

  close(): void {
    clearTimeout(this.idle);
    void this.worker?.terminate();
  }

  private begin(): Worker {
    const worker = this.start(this.costs);
    this.isOnline = false;
    worker.once('online', () => {
      this.isOnline = true;
      // A document's time begins when the thread does.
      this.reading?.timer.refresh();
    });
    worker.on('message', (message: FromReader) => this.hear(message));
    worker.once('error', (error: unknown) => this.bury(worker, nameOfError(error)));
    worker.once('exit', (code) => this.bury(worker, `exit ${code}`));
    worker.unref();
    return worker;
  }

  private hear(message: FromReader): void {
    const { reading } = this;
    if (reading === undefined) return;
    this.settle();
    if ('digest' in message) reading.resolve(message.digest);
    else reading.reject(toError(message.fault));
    this.idle = setTimeout(() => void this.worker?.terminate(), IDLE).unref();
  }

  private giveUp(): void {
    const { reading, worker } = this;
    this.worker = undefined;
    void worker?.terminate();
    if (reading === undefined) return;
    this.settle();
    const { seconds: limit } = this.costs;
    const error = this.isOnline
      ? new ZhibiError('file-too-costly', { file: reading.name, what: 'seconds', limit })
      : new ZhibiError('file-failed', { file: reading.name, reason: 'not started' });
    reading.reject(error);
  }

  private bury(worker: Worker, reason: string): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    const { reading } = this;
    if (reading === undefined) return;
    this.settle();
    const file = reading.name;
    const { megabytes: limit } = this.costs;
    reading.reject(
      reason === 'ERR_WORKER_OUT_OF_MEMORY'
        ? new ZhibiError('file-too-costly', { file, what: 'megabytes', limit })
        : new ZhibiError('file-failed', { file, reason }),
    );
  }

  private settle(): void {
    clearTimeout(this.reading?.timer);
    this.reading = undefined;
  }
}
