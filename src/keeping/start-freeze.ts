import { setPriority } from 'node:os';
import { type Fault, toError } from '../threads/index.ts';
import { startProcess } from './start-process.ts';

export interface FreezeOrder {
  folders: readonly string[];
  indexFolder: string;
}

export interface Frozen {
  speeches: number;
  passages: number;
}

export type FreezeOutcome = { made: Frozen } | { fault: Fault };

/** Questions come first. */
const NICE = 10;

/**
 * Makes an index anew, in a process of its own: what that takes (jieba's dictionary, and all that is learned) goes with it.
 *
 * @throws ZhibiError what `readCorpus` and `makeIndex` throw; Error `exit …` where the process ended without a word
 */
export function startFreeze(order: FreezeOrder): Promise<Frozen> {
  const child = startProcess(import.meta.url, 'freeze-main');
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(Object.assign(new Error('ended'), { name: `exit ${signal ?? code}` })));
    // One end of a channel whose both ends are one build: typed, not parsed.
    child.once('message', (outcome) => {
      const { fault, made } = outcome as { made?: Frozen; fault?: Fault };
      if (made !== undefined) resolve(made);
      else reject(fault === undefined ? new Error('no outcome') : toError(fault));
    });
    if (child.pid !== undefined) setPriority(child.pid, NICE);
    child.send(order);
  });
}
