import type { MessagePort } from 'node:worker_threads';
import type { Audience } from '../../speech/index.ts';
import type { Fault } from '../../threads/index.ts';
import type { Answer } from '../answer.ts';
import type { DraftRequest } from '../request.ts';

/**
 * What passes between the two threads, as structured clones. Both ends are one build of one program in one process, so
 * messages are typed and trusted: a schema would guard against nobody, and would walk every answer once more.
 */
export interface Question {
  /** Its number; the outcome has the same. */
  id: number;
  request: DraftRequest;
  /** Everything where it is left out. */
  audience: Audience | undefined;
}

export type Outcome = { id: number; answer: Answer } | { id: number; fault: Fault };

/** What the drafter's thread is told: questions, and where whoever keeps its index asks for it to be changed. */
export type ToWorker = Question | { keeper: MessagePort };
