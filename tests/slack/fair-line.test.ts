import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FairLine } from '../../src/slack/answering/fair-line.ts';

/** A line whose work ends when it is told to, and whose time passes when it is told to. */
function slowLine() {
  let now = 0;
  const alarms: { at: number; ring: () => void }[] = [];
  const line = new FairLine({
    now: () => now,
    wait: (ms) => new Promise<void>((resolve) => alarms.push({ at: now + ms, ring: resolve })),
  });
  const running: { person: string; end: () => void }[] = [];
  const begun: string[] = [];
  const ask = (person: string) =>
    line.run(person, () => {
      begun.push(person);
      return new Promise<string>((resolve) => running.push({ person, end: () => resolve('answered') }));
    });
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 20; i++) await Promise.resolve();
  };
  /** Ends the oldest work after so many milliseconds. */
  const endOne = async (ms: number): Promise<void> => {
    now += ms;
    running.shift()?.end();
    await settle();
  };
  const pass = async (ms: number): Promise<void> => {
    now += ms;
    for (const { at, ring } of alarms) if (at <= now) ring();
    await settle();
  };
  return { ask, begun, endOne, pass, running, settle };
}

describe('the line before the drafter', () => {
  it('lets people take turns, so that a burst of one keeps nobody waiting', async () => {
    const { ask, begun, endOne, settle } = slowLine();
    for (let i = 0; i < 10; i++) void ask('first');
    void ask('second');
    void ask('third');
    await settle();
    for (let i = 0; i < 4; i++) await endOne(10);
    expect(begun.slice(4, 8)).toEqual(['first', 'second', 'third', 'first']);
  });

  it('tells who has waited for five seconds that many are asking', async () => {
    const { ask, begun, pass, settle } = slowLine();
    for (let i = 0; i < 4; i++) void ask(`busy ${i}`);
    const last = ask('last');
    await settle();
    await pass(5000);
    expect(await last).toBe('busy');
    expect(begun).not.toContain('last');
  });

  it('tells at once who would wait for longer than that', async () => {
    const { ask, endOne, settle } = slowLine();
    for (let i = 0; i < 4; i++) void ask(`slow ${i}`);
    await settle();
    // What was measured: three seconds a question.
    for (let i = 0; i < 60; i++) {
      void ask(`slow ${i}`);
      await settle();
      await endOne(3000);
    }
    for (let i = 0; i < 12; i++) void ask(`crowd ${i}`);
    expect(await ask('last')).toBe('busy');
  });

  it('answers or sends away everybody, each once, whatever comes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(4), fc.boolean()), { maxLength: 40 }), async (steps) => {
        const { ask, endOne, pass, running } = slowLine();
        const asked: Promise<string>[] = [];
        for (const [person, ends] of steps) {
          asked.push(ask(String(person)));
          if (ends) await endOne(100);
        }
        await pass(5000);
        while (running.length > 0) await endOne(100);
        const all = await Promise.all(asked);
        expect(all.every((one) => one === 'answered' || one === 'busy')).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
