import { type ErrorCode, type ErrorDetails, ZhibiError } from '../../speech/index.ts';
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
}

export type Outcome = { id: number; answer: Answer } | { id: number; fault: Fault };

/** An error as plain data: a structured clone of one keeps neither its class nor its code and details. */
export type Fault =
  | { kind: 'coded'; code: ErrorCode; details: ErrorDetails[ErrorCode]; stack: string | undefined }
  | { kind: 'other'; name: string; message: string; stack: string | undefined };

export function toFault(error: unknown): Fault {
  if (error instanceof ZhibiError) {
    return { kind: 'coded', code: error.code, details: error.details, stack: error.stack };
  }
  if (error instanceof Error) return { kind: 'other', name: error.name, message: error.message, stack: error.stack };
  return { kind: 'other', name: 'Error', message: String(error), stack: undefined };
}

/** The error that a fault was made of, with the stack of where it was thrown. */
export function toError(fault: Fault): Error {
  const error =
    fault.kind === 'coded'
      ? new ZhibiError(fault.code, fault.details)
      : Object.assign(new Error(fault.message), { name: fault.name });
  if (fault.stack !== undefined) error.stack = fault.stack;
  return error;
}
