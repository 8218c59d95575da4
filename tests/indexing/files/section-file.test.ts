import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Numbers, Sections } from '../../../src/indexing/files/index.ts';
import { bytesOf, faultOf, openBytes, reopened } from '../../support/section-files.ts';

const KINDS = [Uint8Array, Uint16Array, Uint32Array, Int32Array, Float32Array];

const numbers: fc.Arbitrary<Numbers> = fc.oneof(
  fc.uint8Array(),
  fc.uint16Array(),
  fc.uint32Array(),
  fc.int32Array(),
  fc.float32Array(),
);
const sections: fc.Arbitrary<Sections> = fc
  .tuple(fc.jsonValue(), fc.dictionary(fc.string({ unit: 'grapheme' }), numbers))
  .map(([content, named]) => ({ content, sections: new Map(Object.entries(named)) }));

const SMALL: Sections = {
  content: { 一: 1 },
  sections: new Map<string, Numbers>([
    ['units', Uint16Array.of(1, 2, 3)],
    ['numbers', Uint32Array.of(4, 5)],
  ]),
};

describe('a file of sections', () => {
  it('reads back as what was laid into it', () => {
    fc.assert(
      fc.property(sections, (laid) => {
        const file = reopened(laid);
        expect(file.content).toEqual(JSON.parse(JSON.stringify(laid.content)));
        for (const [name, body] of laid.sections) expect(file.read<Numbers>(name, KINDS)).toEqual(body);
      }),
    );
  });

  it('has each section at a multiple of eight bytes', () => {
    fc.assert(fc.property(sections, (laid) => bytesOf(laid).length % 8 === 0));
  });

  it('may be written of pieces that are made one by one', () => {
    const pieces = [Uint8Array.of(1, 2, 3), Uint8Array.of(), Uint8Array.of(4, 5)];
    const file = reopened({ sections: new Map([['bytes', { pieces: () => pieces }]]) });
    expect(file.read('bytes', [Uint8Array])).toEqual(Uint8Array.of(1, 2, 3, 4, 5));
    expect(() => file.verify()).not.toThrow();
  });

  it('is refused with any byte changed and cut short anywhere, by whoever reads all of it', () => {
    fc.assert(
      fc.property(sections, fc.nat(), fc.integer({ min: 1, max: 255 }), (laid, place, mask) => {
        const bytes = bytesOf(laid);
        const at = place % bytes.length;
        const damaged = Uint8Array.from(bytes);
        damaged[at] = (damaged[at] ?? 0) ^ mask;
        expect(faultOf(() => openBytes(damaged).verify())?.[0]).toBe('index-damaged');
        expect(faultOf(() => openBytes(bytes.subarray(0, at)))?.[0]).toBe('index-damaged');
      }),
    );
  });

  it('gives no section that is not there, of another kind, or as long as is not expected', () => {
    const file = reopened(SMALL);
    expect(faultOf(() => file.read('none', [Uint16Array]))).toEqual(['index-damaged', 'part/none']);
    expect(faultOf(() => file.read('units', [Uint32Array]))).toEqual(['index-damaged', 'part/units']);
    expect(faultOf(() => file.read('units', [Uint16Array], 4))).toEqual(['index-damaged', 'part/units']);
    expect(file.read<Numbers>('units', [Uint32Array, Uint16Array], 3)).toEqual(Uint16Array.of(1, 2, 3));
  });

  it('that shrinks after it was opened is damaged, not short', () => {
    const bytes = bytesOf(SMALL);
    let left = bytes.length;
    const file = openBytes(bytes, (at, length) => bytes.subarray(at, Math.min(at + length, left)));
    left -= 8;
    expect(faultOf(() => file.read('numbers', [Uint32Array]))).toEqual(['index-damaged', 'part/numbers']);
  });
});
