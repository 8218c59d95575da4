/**
 * Every fault that a person may meet, and the facts its message needs. The words live in the text catalogue, in
 * Chinese and English; `code` is for programs, logs and tests.
 */
export interface ErrorDetails {
  'file-unreadable': { file: string; reason: string };
  'file-vanished': { file: string };
  'file-special': { file: string; what: 'fifo' | 'socket' | 'device' };
  'file-changing': { file: string };
  /** What should not happen while a file is read. `reason` is an error's code or name. */
  'file-failed': { file: string; reason: string };
  /** A file that was sent and could not be had. `reason` is a status, `address`, `redirects`, `timeout`, or an error's name. */
  'download-failed': { file: string; reason: string };
  /** What a document that was sent takes to be read. */
  'file-too-costly': { file: string; what: 'seconds' | 'megabytes'; limit: number };
  'intake-full': Record<never, never>;
  'folder-unreadable': { folder: string; reason: string };
  'file-empty': { file: string };
  'file-binary': { file: string };
  'file-too-large': { file: string; megabytes: number; limit: number };
  'encoding-unknown': { file: string };
  'format-unsupported': { file: string; formats: string };
  'format-legacy': { file: string; format: string };
  'document-damaged': { file: string; reason: string };
  'document-encrypted': { file: string };
  'document-too-large': { file: string; what: 'characters' | 'pages' | 'megabytes' | 'levels'; limit: number };
  'pdf-scanned': { file: string };
  'front-matter-invalid': { file: string; line: number; reason: string };
  'no-text': { file: string };
  'speech-duplicate': { file: string; first: string };
  'corpus-missing': { folder: string };
  'corpus-empty': { folder: string };
  'corpus-unwritable': { folder: string; reason: string };
  'import-untitled': { file: string };
  'index-missing': { folder: string };
  'index-incompatible': { folder: string; part: string };
  'index-damaged': { folder: string; part: string };
  'index-unwritable': { folder: string; reason: string };
  /** A thread that indexes has ended. `reason` is an error's code or name, or `exit` with a status. */
  'indexing-stopped': { reason: string };
  'dictionary-missing': { file: string };
  /** `holder` is the process that has the folder, as id@host; `?` where it does not say. */
  'store-locked': { folder: string; holder: string };
  'store-unreadable': { folder: string; reason: string };
  'store-unwritable': { folder: string; reason: string };
  'store-damaged': { folder: string; lines: number };
  /** Lengths in UTF-16 units. */
  'store-too-large': { what: 'key' | 'value'; length: number; limit: number };
  /** The thread that answers has ended. `reason` is an error's code or name, `exit` with a status, or `closed`. */
  'drafter-stopped': { reason: string };
  'query-empty': Record<never, never>;
  'query-too-long': { length: number; limit: number };
  /** `position` counts the characters typed, from 1. */
  'pattern-invalid': {
    what:
      | 'unbalanced'
      | 'empty-brackets'
      | 'nested-brackets'
      | 'wildcard-in-brackets'
      | 'no-word-after-hash'
      | 'nothing-literal'
      | 'too-many-words'
      | 'too-many-wildcards';
    position: number;
  };
  'passage-unknown': { passage: string };
  'set-invalid': { file: string; line: number; reason: string };
  /** `reason` is the key, or what the YAML reader calls the fault; `line` counts from 1. */
  'access-invalid': {
    file: string;
    line: number;
    what:
      | 'not-yaml'
      | 'too-long'
      | 'alias'
      | 'key-twice'
      | 'unknown-key'
      | 'wrong-type'
      | 'wrong-id'
      | 'empty-list'
      | 'wrong-folder'
      | 'folder-twice';
    reason: string;
  };
  'config-invalid': { key: string; reason: string };
}

export type ErrorCode = keyof ErrorDetails;

/** A fault with a code. Expected outcomes (nothing found) are answers, never errors. */
export class ZhibiError<Code extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'ZhibiError';
  readonly code: Code;
  readonly details: ErrorDetails[Code];

  constructor(code: Code, details: ErrorDetails[Code], options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(details)}`, options);
    this.code = code;
    this.details = details;
  }
}

/** An error's code, or its name: what a log may have of it. A message may quote a document. */
export function nameOfError(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error ? String(error.code) : error.name;
}

/** What a log may have of an error that is not ours: its code or name, and where it was thrown. */
export function traceOfError(error: unknown): { code: string; stack: string[] } {
  // A stack begins with the message, whose lines may look like its own.
  const lines = error instanceof Error ? (error.stack ?? '').replace(error.message, '').split('\n') : [];
  return { code: nameOfError(error), stack: lines.filter((line) => /^\s+at /.test(line)) };
}
