import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { boltLogger } from '../../src/slack/bolt-logger.ts';

describe('what Bolt logs', () => {
  it('reaches our log from warnings on, without tokens, objects or errors’ own words', () => {
    const lines: string[] = [];
    const logger = boltLogger(pino({ level: 'trace' }, { write: (line: string) => lines.push(line) }));
    logger.debug('xoxb-1-secret', { text: '引才' });
    logger.info('started');
    logger.warn('token xoxb-12-Ab3 and signature v0=abc refused', { body: '引才' });
    logger.error(new TypeError('引才 was not found'));
    const messages = lines.map((line) => JSON.parse(line).msg);
    expect(messages).toEqual(['token [redacted] and signature [redacted] refused ', 'TypeError: ']);
  });
});
