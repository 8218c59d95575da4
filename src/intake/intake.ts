import type { Worker } from 'node:worker_threads';
import type { Digest } from '../speech/index.ts';
import { startThread } from '../threads/index.ts';
import { FairLine } from './fair-line.ts';
import { type Costs, ReadingThread } from './reading-thread.ts';

/** Reads documents that people send. */
export interface Intake {
  /**
   * Reads a document; another of the same person waits until it is read.
   *
   * @param name of its file, whose end tells its format
   * @param load brings its bytes, when its turn has come
   * @throws ZhibiError for everything that can be wrong with a file; `file-too-costly` beyond 10 seconds or 256 MB of
   * memory, `document-too-large`, `intake-full`; what `load` throws
   */
  read(name: string, load: () => Promise<Uint8Array>, person: string): Promise<Digest>;
  close(): void;
}

const COSTS: Costs = { seconds: 10, megabytes: 256 };

/** Documents that are read at once; those that are brought meanwhile are held in memory, 20 MB each. */
const THREADS = 2;
const LINE = { atOnce: 2 * THREADS, waitingOfOne: 20, waiting: 200 };

const startReader = ({ megabytes }: Costs): Worker =>
  startThread(import.meta.url, 'worker-main', {
    name: 'intake',
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32 },
  });

/** Opens an intake. Its threads start with the first document, and end when there is none for a minute. */
export function openIntake(start: (costs: Costs) => Worker = startReader, costs = COSTS): Intake {
  const line = new FairLine(LINE);
  const threads = Array.from({ length: THREADS }, () => new ReadingThread(start, costs));
  // Each document is somebody of its own here: what has been brought is read in that order.
  const reading = new FairLine({ atOnce: THREADS, waitingOfOne: 1, waiting: LINE.atOnce });
  let last = 0;
  const readOne = async (name: string, bytes: Uint8Array): Promise<Digest> => {
    const thread = threads.find(({ isFree }) => isFree);
    if (thread === undefined) throw new Error('no thread is free');
    return thread.read({ name, bytes });
  };
  return {
    read: (name, load, person) =>
      line.run(person, async () => {
        const bytes = await load();
        return reading.run(`${++last}`, () => readOne(name, bytes));
      }),
    close: () => {
      for (const thread of threads) thread.close();
    },
  };
}
