import { type Logger, LogLevel } from '@slack/bolt';
import type { Logger as Pino } from 'pino';
import { nameOfError } from '../speech/index.ts';

/**
 * Bolt's logger over ours. Bolt writes whole requests at debug level, so nothing below a warning is passed on; and of a
 * warning only the beginning, which is Bolt's own: behind it stand the words of an error, which quote what could not be
 * parsed (a body of Slack's, a proxy's page).
 */
export function boltLogger(log: Pino): Logger {
  return {
    debug: () => {},
    info: () => {},
    warn: (...messages) => write('warn', messages),
    error: (...messages) => write('error', messages),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
  function write(level: 'warn' | 'error', messages: unknown[]): void {
    const errors = messages.filter((message) => message instanceof Error).map(nameOfError);
    log[level]({ ...(errors.length === 0 ? {} : { errors }) }, ownWords(messages[0]));
  }
}

/** Longer than any of Bolt's own sentences. */
const LONGEST = 160;

/** A sentence up to where something else is quoted in it. */
const ownWords = (message: unknown): string =>
  typeof message === 'string'
    ? redact(message.split(/[:(!`"<[{]|\bmade to\b/, 1)[0] ?? '')
        .slice(0, LONGEST)
        .trim()
    : 'bolt';

/** Tokens and signatures must not reach a log even inside a sentence. */
const redact = (words: string): string => words.replaceAll(/\b(?:xox[a-z]|xapp|v0)[-=][\w-]+/gi, '[redacted]');
