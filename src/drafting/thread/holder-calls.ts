import type { MessagePort } from 'node:worker_threads';
import type { Change } from '../../indexing/index.ts';
import { ZhibiError } from '../../speech/index.ts';
import { type Fault, toError, toFault } from '../../threads/index.ts';
import type { Held, IndexHolder } from '../index-holder.ts';

/** What passes over a port between who keeps an index and who holds it. */
type IndexCall = { kind: 'held' | 'stage' | 'swap' } | { kind: 'change'; change: Change };
type ToHolder = { id: number; call: IndexCall };
type FromHolder = { id: number; held: Held } | { id: number; fault: Fault };

/** The holder at the other end of a port. @see answerHolderCalls */
export function indexHolderOver(port: MessagePort): IndexHolder {
  const pending = new Map<number, { resolve: (held: Held) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  let isClosed = false;
  const stopped = (): ZhibiError => new ZhibiError('drafter-stopped', { reason: 'closed' });
  port.on('message', (message: FromHolder) => {
    const waiting = pending.get(message.id);
    pending.delete(message.id);
    if ('fault' in message) waiting?.reject(toError(message.fault));
    else waiting?.resolve(message.held);
  });
  port.once('close', () => {
    isClosed = true;
    for (const { reject } of pending.values()) reject(stopped());
    pending.clear();
  });
  const ask = (call: IndexCall): Promise<Held> => {
    if (isClosed) return Promise.reject(stopped());
    const message: ToHolder = { id: ++lastId, call };
    return new Promise((resolve, reject) => {
      pending.set(message.id, { resolve, reject });
      port.postMessage(message);
    });
  };
  return {
    held: () => ask({ kind: 'held' }),
    stage: () => ask({ kind: 'stage' }),
    swap: () => ask({ kind: 'swap' }),
    change: (change) => ask({ kind: 'change', change }),
  };
}

/** Does what whoever keeps the index asks for over a port, one thing after another. @see indexHolderOver */
export function answerHolderCalls(port: MessagePort, holder: IndexHolder): void {
  const answer = (call: IndexCall): Promise<Held> =>
    call.kind === 'change' ? holder.change(call.change) : holder[call.kind]();
  let last: Promise<unknown> = Promise.resolve();
  port.on('message', ({ id, call }: ToHolder) => {
    const outcome = last
      .then(() => answer(call))
      .then(
        (held): FromHolder => ({ id, held }),
        (error: unknown): FromHolder => ({ id, fault: toFault(error) }),
      );
    last = outcome.then((message) => port.postMessage(message));
  });
}
