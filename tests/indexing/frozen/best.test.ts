import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Best } from '../../../src/indexing/frozen/best.ts';

it('keeps what a stable sort of all would put first', () => {
  const few = fc.nat(4);
  fc.assert(
    fc.property(fc.array(fc.record({ score: few, second: few })), fc.nat(20), (all, most) => {
      const best = new Best(most);
      const passages = all.map((one, passage) => ({ passage, ...one }));
      for (const { passage, score, second } of passages)
        if (best.wants(score, second)) best.add(passage, score, second);
      const sorted = passages.toSorted((a, b) => b.score - a.score || b.second - a.second);
      expect(best.ranked()).toEqual(sorted.slice(0, most));
    }),
  );
});
