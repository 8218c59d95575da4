import { type ErrorCode, type ErrorDetails, ZhibiError } from '../speech/index.ts';

/** What the keeper of an index tells whoever keeps a log. Counts, times and codes: no word of a document, no title. */
export type KeepingEvent =
  /** The index is open, and what it has is known. */
  | { event: 'kept'; speeches: number; passages: number; ms: number }
  /** Speeches came in or went. `ms` from the look that found them until they were answerable. */
  | { event: 'changed'; added: number; removed: number; speeches: number; passages: number; ms: number }
  /** A file can't be read. */
  | { event: 'unreadable'; code: ErrorCode }
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
  if (!(error instanceof Error)) return { event: 'failed', what, code: 'unknown' };
  return { event: 'failed', what, code: 'code' in error ? String(error.code) : error.name };
}
