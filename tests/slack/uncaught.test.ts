import { EventEmitter } from 'node:events';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { endOnFaults } from '../../src/slack/index.ts';

const SECRET = '一句谁也不该看见的话';

function listening() {
  const lines: string[] = [];
  const stops: number[] = [];
  const events = new EventEmitter();
  endOnFaults(events, pino({ level: 'trace' }, { write: (line: string) => lines.push(line) }), (status) =>
    stops.push(status),
  );
  return { events, stops, lines, logged: () => lines.map((line) => JSON.parse(line)) };
}

describe('what nobody caught', () => {
  it('is told and lived with, where a promise was rejected', () => {
    const { events, logged, stops } = listening();
    events.emit('unhandledRejection', Object.assign(new Error(SECRET), { code: 'ECONNRESET' }));
    events.emit('unhandledRejection', SECRET);
    expect(logged()).toMatchObject([
      { level: 50, msg: 'rejection not handled', code: 'ECONNRESET' },
      { level: 50, msg: 'rejection not handled', code: 'unknown' },
    ]);
    expect(stops).toEqual([]);
  });

  it('is told and ends the bot, once and in order, where something was thrown', () => {
    const { events, logged, stops } = listening();
    events.emit('uncaughtException', new TypeError(SECRET));
    events.emit('uncaughtException', new TypeError(SECRET));
    expect(logged()[0]).toMatchObject({ level: 60, msg: 'exception not caught', code: 'TypeError' });
    expect(logged()[0].stack[0]).toContain('uncaught.test.ts');
    expect(stops).toEqual([1]);
  });

  it('is told without its words', () => {
    const { events, lines } = listening();
    for (const event of ['unhandledRejection', 'uncaughtException'])
      events.emit(event, new RangeError(`a\n    at ${SECRET}`));
    expect(lines.join()).not.toContain(SECRET);
  });
});
