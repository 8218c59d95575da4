import { describe, expect, it } from 'vitest';
import { Once } from '../../src/slack/once.ts';

describe('an event', () => {
  it('is new once, and again only after an hour', () => {
    let now = 0;
    const once = new Once(() => now);
    expect([once.isFirst('a'), once.isFirst('a'), once.isFirst('b')]).toEqual([true, false, true]);
    now = 59 * 60_000;
    expect(once.isFirst('a')).toBe(false);
    now = 61 * 60_000;
    expect(once.isFirst('a')).toBe(true);
  });

  it('is forgotten when ten thousand newer ones have come: memory is bounded', () => {
    const once = new Once(() => 0);
    once.isFirst('oldest');
    for (let i = 0; i < 10_000; i++) once.isFirst(`event ${i}`);
    expect(once.isFirst('event 9999')).toBe(false);
    expect(once.isFirst('oldest')).toBe(true);
  });
});
