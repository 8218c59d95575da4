import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PHRASE_KINDS } from '../../src/drafting/index.ts';
import { LONGEST_VALUE, type Press, pack, unpack } from '../../src/slack/blocks/press.ts';

const id = fc.stringMatching(/^[\w.-]{1,40}$/);
const number = fc.nat({ max: 9999 });
const sections = fc.array(fc.record({ id, alternatives: fc.array(id, { maxLength: 3 }) }), {
  minLength: 1,
  maxLength: 8,
});
const press: fc.Arbitrary<Press> = fc.oneof(
  fc.record({ verb: fc.constantFrom('unfold', 'similar', 'skeleton', 'share'), passage: id }),
  fc.record({ verb: fc.constant('phrasing'), section: id }),
  fc.record({ verb: fc.constantFrom('share-answer', 'as-words'), question: id }),
  fc.record({ verb: fc.constant('page'), question: id, page: number }),
  fc.record({ verb: fc.constant('kind'), question: id, kind: fc.constantFrom(...PHRASE_KINDS) }),
  fc.record({ verb: fc.constantFrom('alternatives', 'share-skeleton'), sections }),
  fc.record({ verb: fc.constant('trace'), file: id }),
  fc.record({ verb: fc.constant('example'), number }),
);

describe('what a button keeps', () => {
  it('is read back as what it does', () => {
    fc.assert(
      fc.property(press, (one) => {
        const value = pack(one);
        fc.pre(value.length <= LONGEST_VALUE);
        expect(unpack(value)).toEqual(one);
      }),
    );
  });

  it('is nothing where it is not ours, and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          press.map((one) => `${pack(one)} `),
        ),
        (value) => {
          const read = unpack(value);
          if (read !== null) expect(pack(read)).toBe(value);
        },
      ),
    );
    for (const value of ['', 'unfold', 'unfold:', 'toString:x', 'page:q', 'page:q~x', 'kind:q~nothing', 'share:a b']) {
      expect(unpack(value)).toBeNull();
    }
    expect(unpack(`unfold:${'a'.repeat(LONGEST_VALUE)}`)).toBeNull();
  });
});
