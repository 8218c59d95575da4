import { describe, expect, it } from 'vitest';
import { Remembered } from '../../../src/slack/access/remembered.ts';

/** Something to look up whose answers the test gives, one call after the other. */
function source() {
  const calls: { answer: (value: string) => void; fail: () => void }[] = [];
  const load = (): Promise<string> =>
    new Promise((resolve, reject) => {
      calls.push({ answer: resolve, fail: () => reject(new Error('down')) });
    });
  return { calls, load };
}

function memory(term = { fresh: 100, isAwaited: false, holds: 300 }, most = 3) {
  const time = { now: 0 };
  const failures: unknown[] = [];
  const remembered = new Remembered<string>(term, most, {
    now: () => time.now,
    onFailure: (error) => failures.push(error),
  });
  return { time, failures, remembered };
}

/** Lets what was answered arrive. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('what was looked up', () => {
  it('is asked for once, however many wait for it', async () => {
    const { remembered } = memory();
    const { calls, load } = source();
    const waiting = [remembered.get('a', load), remembered.get('a', load)];
    expect(remembered.has('a')).toBe(false);
    calls[0]?.answer('one');
    expect(await Promise.all([...waiting, remembered.get('a', load)])).toEqual(['one', 'one', 'one']);
    expect(remembered.has('a')).toBe(true);
    expect(calls).toHaveLength(1);
  });

  it('is believed while it is fresh, refreshed behind the answer once it is not, and forgotten when it is old', async () => {
    const { remembered, time } = memory();
    const { calls, load } = source();
    const first = remembered.get('a', load);
    calls[0]?.answer('one');
    await first;
    time.now = 99;
    await remembered.get('a', load);
    expect(calls).toHaveLength(1);
    time.now = 100;
    expect(await Promise.all([remembered.get('a', load), remembered.get('a', load)])).toEqual(['one', 'one']);
    expect(calls).toHaveLength(2);
    calls[1]?.answer('two');
    await settle();
    expect(await remembered.get('a', load)).toBe('two');
    time.now = 400;
    const again = remembered.get('a', load);
    calls[2]?.answer('three');
    expect(await again).toBe('three');
  });

  it('stays believed for its term when a refresh fails, and no longer', async () => {
    const { remembered, time, failures } = memory();
    const { calls, load } = source();
    const first = remembered.get('a', load);
    calls[0]?.answer('one');
    await first;
    time.now = 150;
    await remembered.get('a', load);
    calls[1]?.fail();
    await settle();
    expect(await remembered.get('a', load)).toBe('one');
    expect([calls.length, failures.length]).toEqual([2, 1]);
    time.now = 300;
    const late = remembered.get('a', load);
    calls[2]?.fail();
    expect(await late).toBeNull();
  });
});

describe('what is awaited once it is not fresh', () => {
  const AWAITED = { fresh: 100, isAwaited: true, holds: 300 };

  it('is asked for again before the first answer after a quiet time', async () => {
    const { remembered, time } = memory(AWAITED);
    const { calls, load } = source();
    const first = remembered.get('a', load);
    calls[0]?.answer('a member');
    await first;
    time.now = 200;
    const both = Promise.all([remembered.get('a', load), remembered.get('a', load)]);
    calls[1]?.answer('a guest');
    expect(await both).toEqual(['a guest', 'a guest']);
    expect(calls).toHaveLength(2);
  });

  it('is believed for its term where Slack does not answer', async () => {
    const { remembered, time } = memory(AWAITED);
    const { calls, load } = source();
    const first = remembered.get('a', load);
    calls[0]?.answer('a member');
    await first;
    time.now = 200;
    const second = remembered.get('a', load);
    calls[1]?.fail();
    expect(await second).toBe('a member');
    expect(await remembered.get('a', load)).toBe('a member');
    expect(calls).toHaveLength(2);
  });

  it('is forgotten when it is told to be, with what a look-up under way says', async () => {
    const { remembered, time } = memory(AWAITED);
    const { calls, load } = source();
    const first = remembered.get('a', load);
    calls[0]?.answer('a member');
    await first;
    time.now = 200;
    void remembered.get('a', load);
    remembered.forget('a');
    calls[1]?.answer('still a member');
    await settle();
    expect(remembered.has('a')).toBe(false);
    const again = remembered.get('a', load);
    calls[2]?.answer('a guest');
    expect(await again).toBe('a guest');
  });
});

describe('a failure', () => {
  it('is no answer, is told, and holds for seconds alone', async () => {
    const { remembered, time, failures } = memory();
    const { calls, load } = source();
    const first = remembered.get('a', load);
    calls[0]?.fail();
    expect(await first).toBeNull();
    expect(remembered.has('a')).toBe(false);
    expect(await remembered.get('a', load)).toBeNull();
    expect([calls.length, failures.length]).toEqual([1, 1]);
    time.now = 5000;
    const second = remembered.get('a', load);
    calls[1]?.answer('one');
    expect(await second).toBe('one');
  });

  it('to answer at all is given up after a minute', () => {
    const { remembered, time } = memory();
    const { calls, load } = source();
    void remembered.get('a', load);
    time.now = 59_999;
    void remembered.get('a', load);
    expect(calls).toHaveLength(1);
    time.now = 60_000;
    void remembered.get('a', load);
    expect(calls).toHaveLength(2);
  });
});

describe('the memory', () => {
  it('is bounded: the oldest goes first', async () => {
    const { remembered } = memory();
    for (const id of ['a', 'b', 'c', 'd']) await remembered.get(id, async () => id);
    expect(['a', 'b', 'c', 'd'].filter((id) => remembered.has(id))).toEqual(['b', 'c', 'd']);
  });
});
