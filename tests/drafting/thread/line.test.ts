import { describe, expect, it } from 'vitest';
import { Line } from '../../../src/drafting/thread/line.ts';

let clock = 0;
const lineOf = (...waiting: ['find' | 'phrase' | 'outline' | 'source', string][]): Line<string> => {
  clock = 0;
  const line = new Line<string>(() => clock);
  for (const [kind, name] of waiting) line.add(kind, name);
  return line;
};
const rest = (line: Line<string>): (string | undefined)[] => [line.next(), line.next(), line.next(), line.next()];

describe('those who wait', () => {
  it('are answered in the order in which they came, the quick before the slow', () => {
    const line = lineOf(['phrase', 'slow 1'], ['find', 'quick 1'], ['outline', 'slow 2'], ['source', 'quick 2']);
    expect(rest(line)).toEqual(['quick 1', 'quick 2', 'slow 1', 'slow 2']);
    expect(line.next()).toBeUndefined();
  });

  it('are not passed by for more than a second, however many quick ones come', () => {
    const line = lineOf(['phrase', 'slow'], ['find', 'quick 1'], ['find', 'quick 2']);
    expect(line.next()).toBe('quick 1');
    clock = 1000;
    line.add('find', 'quick 3');
    expect(rest(line)).toEqual(['slow', 'quick 2', 'quick 3', undefined]);
  });

  it('are all sent away at once', () => {
    const line = lineOf(['phrase', 'slow'], ['find', 'quick']);
    expect(line.clear().sort()).toEqual(['quick', 'slow']);
    expect(line.next()).toBeUndefined();
  });
});
