import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Collocation, CollocationTable, learnCollocations } from '../../../src/indexing/index.ts';
import { PHRASING_SPEECHES } from '../../support/collocations.ts';

const table = new CollocationTable(learnCollocations(PHRASING_SPEECHES));
const RELATIONS = ['verb-object', 'modifier-head'] as const;

const pairsOf = (asked: CollocationTable): Collocation[] =>
  asked.learned.words.flatMap((word) => RELATIONS.flatMap((relation) => asked.pairs(relation, 'left', word)));

/** By the position of a speech before, its position among those that are left; -1 of one that is not. */
function leaving(left: readonly boolean[]): (speech: number) => number {
  let next = 0;
  const positions = PHRASING_SPEECHES.map((_, i) => (left[i] === true ? next++ : -1));
  return (speech) => positions[speech] ?? -1;
}

const someLeft = fc.array(fc.boolean(), { minLength: PHRASING_SPEECHES.length, maxLength: PHRASING_SPEECHES.length });

describe('collocations without some speeches', () => {
  it('have the places in those that are left, renumbered, and no others', () => {
    fc.assert(
      fc.property(someLeft, (left) => {
        const numberOf = leaving(left);
        const expected = pairsOf(table).flatMap((pair) => {
          const places = pair.places.flatMap((place) => {
            const speech = numberOf(place.speech);
            return speech === -1 ? [] : [{ ...place, speech }];
          });
          return places.length === 0 ? [] : [{ left: pair.left, right: pair.right, score: pair.score, places }];
        });
        const found = pairsOf(table.without(numberOf));
        expect(found.map(({ left: one, right, score, places }) => ({ left: one, right, score, places }))).toEqual(
          expected,
        );
        for (const { count, speeches, places } of found) {
          expect(count).toBeGreaterThanOrEqual(places.length);
          expect(speeches).toBeGreaterThanOrEqual(new Set(places.map(({ speech }) => speech)).size);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('count each partner as its pair is counted', () => {
    fc.assert(
      fc.property(someLeft, (left) => {
        const asked = table.without(leaving(left));
        for (const word of asked.learned.words) {
          const pairs = asked.pairs('verb-object', 'left', word);
          expect([...asked.partners('verb-object', 'left', word)]).toEqual(
            pairs.map((pair) => [pair.right, pair.count]),
          );
        }
      }),
      { numRuns: 10 },
    );
  });

  it('of no speech are none', () => {
    expect(pairsOf(table.without(() => -1))).toEqual([]);
  });
});
