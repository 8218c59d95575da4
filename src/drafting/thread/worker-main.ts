import { parentPort, workerData } from 'node:worker_threads';
import { toFault } from '../../threads/index.ts';
import { drafterOn, holdIndex } from '../drafter.ts';
import { answerHolderCalls } from './holder-calls.ts';
import type { Outcome, ToWorker } from './messages.ts';

/** The program of the drafter's thread: answers one question after the other, in the order in which they were asked. */
const index = holdIndex(String(workerData));
const draft = drafterOn(index);

parentPort?.on('message', async (message: ToWorker) => {
  if ('keeper' in message) return answerHolderCalls(message.keeper, index);
  const { id, request, audience } = message;
  const outcome: Outcome = await draft(request, audience).then(
    (answer) => ({ id, answer }),
    (error: unknown) => ({ id, fault: toFault(error) }),
  );
  parentPort?.postMessage(outcome);
});
