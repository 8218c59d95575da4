import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { boltLogger } from '../../src/slack/bolt-logger.ts';

function logged(write: (logger: ReturnType<typeof boltLogger>) => void): string[] {
  const lines: string[] = [];
  write(boltLogger(pino({ level: 'trace' }, { write: (line: string) => lines.push(line) })));
  return lines;
}

describe('what Bolt logs', () => {
  it('reaches our log from warnings on, without tokens, objects or errors’ own words', () => {
    const lines = logged((logger) => {
      logger.debug('xoxb-1-secret', { text: '引才' });
      logger.info('started');
      logger.warn('token xoxb-12-Ab3 and signature v0=abc refused', { body: '引才' });
      logger.error(new TypeError('引才 was not found'));
    });
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { msg: 'token [redacted] and signature [redacted] refused' },
      { msg: 'bolt', errors: ['TypeError'] },
    ]);
  });

  it.each([
    ['Malformed request body: Unexpected token 引, "引才留才" is not valid JSON', 'Malformed request body'],
    ['Failed to retrieve a new WSS URL (error: Error: <html>引才</html>)', 'Failed to retrieve a new WSS URL'],
    ['WebSocket error! Error: 引才', 'WebSocket error'],
    [
      'An unexpected error occurred during a request (GET) made to /引才',
      'An unexpected error occurred during a request',
    ],
    [
      'An unhandled error occurred while Bolt processed an event',
      'An unhandled error occurred while Bolt processed an event',
    ],
  ])('has of a sentence that quotes something only the beginning: %s', (sentence, kept) => {
    const [line = ''] = logged((logger) => logger.warn(sentence, '引才'));
    expect(JSON.parse(line).msg).toBe(kept);
    expect(line).not.toContain('引才');
  });
});
