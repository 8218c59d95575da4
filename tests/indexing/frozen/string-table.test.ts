import fc from 'fast-check';
import { expect, it } from 'vitest';
import { StringTable } from '../../../src/indexing/frozen/string-table.ts';

it('a table gives back any strings by their numbers', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 8 }), { maxLength: 40 }), (strings) => {
      const table = StringTable.of(strings);
      expect(table.length).toBe(strings.length);
      expect(strings.map((_, i) => table.at(i))).toEqual(strings);
    }),
  );
});

it('a sorted table knows the number of each of its strings, and that others are not there', () => {
  const unit = fc.constantFrom('a', 'b', '堤', '水', '\ud83d', '\uffff');
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ unit })), fc.string({ unit }), (strings, other) => {
      const sorted = strings.toSorted();
      const table = StringTable.of(sorted);
      for (const [i, string] of sorted.entries()) expect(table.find(string)).toBe(i);
      expect(table.find(other)).toBe(sorted.indexOf(other));
    }),
  );
});
