import { describe, expect, it } from 'vitest';
import { contains, Span } from '../../src/speech/index.ts';

describe('contains', () => {
  const outer = { start: 3, end: 8 };

  it.each([
    ['itself', outer, true],
    ['a span inside', { start: 4, end: 7 }, true],
    ['an empty span at its end', { start: 8, end: 8 }, true],
    ['a span that begins before it', { start: 2, end: 7 }, false],
    ['a span that ends behind it', { start: 4, end: 9 }, false],
    ['a span around it', { start: 0, end: 10 }, false],
  ])('%s: %j is %s', (_, inner, wanted) => {
    expect(contains(outer, inner)).toBe(wanted);
  });
});

describe('Span', () => {
  it.each([
    ['a place before the text', { start: -1, end: 2 }],
    ['a place between two units', { start: 0.5, end: 2 }],
    ['no end', { start: 0 }],
  ])('refuses %s', (_, span) => {
    expect(Span.safeParse(span).success).toBe(false);
  });
});
