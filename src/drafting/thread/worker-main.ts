import { parentPort, workerData } from 'node:worker_threads';
import { toFault } from '../../threads/index.ts';
import { openDrafter } from '../drafter.ts';
import type { Outcome, Question } from './messages.ts';

/** The program of the drafter's thread: answers one question after the other, in the order in which they were asked. */
const draft = openDrafter(String(workerData));

parentPort?.on('message', async ({ id, request }: Question) => {
  const outcome: Outcome = await draft(request).then(
    (answer) => ({ id, answer }),
    (error: unknown) => ({ id, fault: toFault(error) }),
  );
  parentPort?.postMessage(outcome);
});
