import type { Answer, DraftRequest } from '../../drafting/index.ts';
import type { Audience } from '../../speech/index.ts';
import type { Fault } from '../../threads/index.ts';
import type { Reading } from '../workspace/index.ts';
import type { Added, Opened } from './library.ts';

/*
 * What passes between the two threads, as structured clones: both ends are one program, so they are typed and trusted.
 */
export type Call =
  | { kind: 'open' }
  | { kind: 'draft'; request: DraftRequest; audience: Audience | undefined }
  | { kind: 'add'; name: string; bytes: Uint8Array };

/** What each call gives. An error of one that was skipped is a fault, as an error is no plain data. */
export interface Given {
  open: { speeches: Opened['speeches']; skipped: Fault[] };
  draft: Answer;
  add: Added;
}

export type ToThread = { id: number; call: Call };
export type FromThread =
  | { id: number; value: Given[Call['kind']] }
  | { id: number; fault: Fault }
  | { reading: Reading | null };
