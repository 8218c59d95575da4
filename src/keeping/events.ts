import { type ErrorCode, type ErrorDetails, nameOfError, ZhibiError } from '../speech/index.ts';

/** What the keeper of an index tells whoever keeps a log. Counts, times, codes and paths: no word of a document. */
export type KeepingEvent =
  /** The index is open, and what it has is known. */
  | { event: 'kept'; speeches: number; passages: number; ms: number }
  /** Speeches came in or went. `ms` from the look that found them until they were answerable. */
  | { event: 'changed'; added: number; removed: number; speeches: number; passages: number; ms: number }
  /** A file, or a folder (with a slash at its end), can't be read. `file` is its path below its corpus folder. */
  | { event: 'unreadable'; file: string; code: ErrorCode }
  /** Most of a folder is gone at once; what it gave stays for a while. */
  | { event: 'many-gone'; gone: number; of: number }
  /** The index was made anew, and will be opened. */
  | { event: 'frozen'; speeches: number; passages: number; ms: number }
  /** Something did not go, and is tried again. */
  | {
      event: 'failed';
      what: 'keep' | 'look' | 'open' | 'change' | 'freeze' | 'watch';
      code: string;
      details?: Details;
    };

type Details = ErrorDetails[ErrorCode];

/** What failed, by its code; by its name where it has none, never by a message, which could quote a document. */
export function failed(what: Extract<KeepingEvent, { event: 'failed' }>['what'], error: unknown): KeepingEvent {
  if (error instanceof ZhibiError) return { event: 'failed', what, code: error.code, details: error.details };
  return { event: 'failed', what, code: nameOfError(error) };
}
