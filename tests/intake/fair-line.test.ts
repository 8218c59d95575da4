import { describe, expect, it } from 'vitest';
import { FairLine } from '../../src/intake/fair-line.ts';

/** Work that ends when it is told to. */
function held() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => () =>
    new Promise<string>((resolve) => {
      begun.push(name);
      ends.set(name, () => resolve(name));
    });
  const end = async (name: string): Promise<void> => {
    ends.get(name)?.();
    await new Promise(setImmediate);
  };
  return { begun, work, end };
}

describe('work of several people', () => {
  it('is done one at a time for each, and so many at once for all', async () => {
    const line = new FairLine({ atOnce: 2, waitingOfOne: 10, waiting: 10 });
    const { begun, end, work } = held();
    for (const name of ['a1', 'a2', 'b1', 'c1']) void line.run(name.slice(0, 1), work(name));
    expect(begun).toEqual(['a1', 'b1']);
    await end('b1');
    expect(begun).toEqual(['a1', 'b1', 'c1']);
    await end('a1');
    expect(begun).toEqual(['a1', 'b1', 'c1', 'a2']);
  });

  it('is done in turns: who sends much keeps nobody waiting for all of it', async () => {
    const line = new FairLine({ atOnce: 1, waitingOfOne: 10, waiting: 10 });
    const { begun, end, work } = held();
    for (const name of ['a1', 'a2', 'a3', 'b1', 'b2']) void line.run(name.slice(0, 1), work(name));
    for (const name of ['a1', 'b1', 'a2', 'b2']) await end(name);
    expect(begun).toEqual(['a1', 'b1', 'a2', 'b2', 'a3']);
  });

  it('that fails keeps no other from being done', async () => {
    const line = new FairLine({ atOnce: 1, waitingOfOne: 10, waiting: 10 });
    const failing = line.run('a', () => Promise.reject(new Error('no')));
    const next = line.run('a', async () => 'yes');
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });

  it('is refused where too much waits, of one or of all', async () => {
    const { end, work } = held();
    const ofOne = new FairLine({ atOnce: 1, waitingOfOne: 1, waiting: 10 });
    void ofOne.run('a', work('a1'));
    void ofOne.run('a', work('a2'));
    await expect(ofOne.run('a', work('a3'))).rejects.toMatchObject({ code: 'intake-full' });
    void ofOne.run('b', work('b1'));
    const ofAll = new FairLine({ atOnce: 0, waitingOfOne: 5, waiting: 2 });
    for (const person of ['a', 'b']) void ofAll.run(person, work(person));
    await expect(ofAll.run('c', work('c'))).rejects.toMatchObject({ code: 'intake-full' });
    await end('a1');
  });
});
