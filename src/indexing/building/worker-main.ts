import { parentPort } from 'node:worker_threads';
import { toFault } from '../../threads/index.ts';
import { buffersOf, type FromThread, type ToThread, toPlain } from './messages.ts';
import { segmentOf } from './segment.ts';

/** The program of a thread that indexes: one chunk of passages after another. */
const tell = (message: FromThread, handedOver: ArrayBuffer[] = []): void =>
  parentPort?.postMessage(message, handedOver);

parentPort?.on('message', (passages: ToThread) => {
  try {
    const segment = toPlain(segmentOf(passages, (done) => tell({ done })));
    tell({ segment }, buffersOf(segment));
  } catch (error) {
    tell({ fault: toFault(error) });
  }
});
