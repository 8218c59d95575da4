import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairsIn } from '../../../src/indexing/collocations/pairs-in-clause.ts';
import type { WordClass } from '../../../src/indexing/collocations/word-classes.ts';

const classes = (letters: string) => (at: number) => (letters[at] ?? 'x') as WordClass;
const pairs = (letters: string) => [...pairsIn(letters.length, classes(letters))];
const objects = (letters: string) =>
  pairs(letters)
    .filter(({ relation }) => relation === 'verb-object')
    .map(({ left, right }) => [left, right]);
const modifiers = (letters: string) =>
  pairs(letters)
    .filter(({ relation }) => relation === 'modifier-head')
    .map(({ left, right }) => [left, right]);

describe('pairs of words in a clause', () => {
  it.each([
    ['a noun right behind the verb', 'vn', [[0, 1]]],
    ['the last noun of the run, over shorter modifiers', 'vann', [[0, 3]]],
    ['a noun behind 的', 'vnen', [[0, 3]]],
    ['a noun behind a mark of aspect', 'vun', [[0, 2]]],
    ['a noun that 把 brings before its verb', 'bnv', [[2, 1]]],
    ['a verb that ends the clause behind a noun: 促进农民增收', 'vnv', [[0, 2]]],
    ['what may be a noun too, where the clause begins', 'wn', [[0, 1]]],
  ])('takes for the object: %s', (_, letters, expected) => {
    expect(objects(letters)).toEqual(expected);
  });

  it.each([
    ['over punctuation', 'vxn'],
    ['over an adverb', 'vdn'],
    ['of a verb that a noun owns', 'nevn'],
    ['behind 的 right after the verb: 巩固的基础', 'ven'],
    ['of what is a noun inside its phrase', 'nwn'],
  ])('takes no object %s', (_, letters) => {
    expect(objects(letters)).toEqual([]);
  });

  it('tells where an object may end before 的', () => {
    expect(pairs('vnen')[0]).toEqual({ relation: 'verb-object', left: 0, right: 3, nearer: 1 });
    expect(pairs('vn')[0]).toEqual({ relation: 'verb-object', left: 0, right: 1 });
  });

  it('joins modifiers with the next noun and the one behind it, adverbs with their verb', () => {
    expect(modifiers('nnn')).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    expect(modifiers('aen')).toEqual([[0, 2]]);
    expect(modifiers('dv')).toEqual([[0, 1]]);
    expect(modifiers('cv')).toEqual([]);
  });

  it('stays inside the stretch and inside a window, whatever the classes are', () => {
    const letters = fc.array(fc.constantFrom(...'vnwadcmegubhx'), { maxLength: 40 }).map((all) => all.join(''));
    fc.assert(
      fc.property(letters, (all) => {
        for (const { left, right, nearer = right } of pairs(all)) {
          expect(Math.min(left, right, nearer)).toBeGreaterThanOrEqual(0);
          expect(Math.max(left, right, nearer)).toBeLessThan(all.length);
          expect(Math.abs(left - right)).toBeLessThan(12);
          expect(all.slice(Math.min(left, right), Math.max(left, right) + 1)).not.toContain('x');
        }
      }),
    );
  });
});
