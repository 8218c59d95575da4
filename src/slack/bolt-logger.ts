import { type Logger, LogLevel } from '@slack/bolt';
import type { Logger as Pino } from 'pino';

/**
 * Bolt's logger over ours. Bolt writes whole requests at debug level, so nothing below a warning is passed on; and of a
 * warning only the words that are Bolt's own, not the objects beside them.
 */
export function boltLogger(log: Pino): Logger {
  const wordsOf = (messages: unknown[]): string => messages.map((message) => summary(message)).join(' ');
  return {
    debug: () => {},
    info: () => {},
    warn: (...messages) => log.warn(wordsOf(messages)),
    error: (...messages) => log.error(wordsOf(messages)),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}

function summary(message: unknown): string {
  if (message instanceof Error) return `${message.name}: ${'code' in message ? String(message.code) : ''}`;
  return typeof message === 'string' ? redact(message) : '';
}

/** Tokens and signatures must not reach a log even inside a sentence. */
const redact = (words: string): string => words.replaceAll(/\b(?:xox[a-z]|xapp|v0)[-=][\w-]+/gi, '[redacted]');
