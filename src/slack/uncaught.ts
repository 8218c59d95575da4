import type { Logger } from 'pino';
import { traceOfError } from '../speech/index.ts';

/** What of the process is listened to. */
export interface Uncaught {
  on(event: 'unhandledRejection' | 'uncaughtException', listener: (error: unknown) => void): unknown;
}

/**
 * What nobody caught is told by its code or name and its place. A promise that nobody waits for leaves no state behind, and
 * the bot goes on; an exception may have left some half changed, and the bot ends, in order: whoever runs it starts it again.
 *
 * @param stop ends the bot with a status; called once
 */
export function endOnFaults(process: Uncaught, log: Logger, stop: (status: number) => void): void {
  let isEnding = false;
  process.on('unhandledRejection', (error) => log.error(traceOfError(error), 'rejection not handled'));
  process.on('uncaughtException', (error) => {
    log.fatal(traceOfError(error), 'exception not caught');
    if (!isEnding) stop(1);
    isEnding = true;
  });
}
