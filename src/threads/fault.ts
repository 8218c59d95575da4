import { type ErrorCode, type ErrorDetails, ZhibiError } from '../speech/index.ts';

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
