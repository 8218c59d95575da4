import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVERYTHING, liesIn, type RightsNotice, visibleTo } from '../../src/speech/index.ts';

const INTERNAL: RightsNotice[] = [{ text: '请勿外传', restriction: 'internal' }];
const REFERENCE: RightsNotice[] = [{ text: '仅供参考', restriction: 'reference-only' }];

describe('a folder', () => {
  it.each([
    ['by its own name', 'secret/a.txt', 'secret/'],
    ['in another case', 'Secret/a.txt', 'secret/'],
    ['in capitals', 'SECRET/a.txt', 'Secret/'],
    ['with its accents apart, as macOS names files', 'cafe\u0301/a.txt', 'caf\u00e9/'],
    ['with its accents together', 'caf\u00e9/a.txt', 'CAFE\u0301/'],
    ['with a sigma at the end of a word', 'ΟΔΟΣ/a.txt', 'οδος/'],
    ['with a sharp s', 'Straße/a.txt', 'STRASSE/'],
    ['with Hangul in parts', '\u1112\u1161\u11ab/a.txt', '\ud55c/'],
    ['below it', '内部/往年/a.txt', '内部/'],
  ])('holds a file %s', (_, file, folder) => {
    expect(liesIn(file, folder)).toBe(true);
    expect(visibleTo({ internal: true, hidden: [folder] })({ file, rights: [] })).toBe(false);
  });

  it.each([
    ['beside it', '内部资料/a.txt', '内部/'],
    ['above it', 'a.txt', '内部/'],
    ['of another folder that holds one of its name', '公开/内部/a.txt', '内部/'],
    ['of a folder without the accent', 'cafe/a.txt', 'caf\u00e9/'],
  ])('does not hold a file %s', (_, file, folder) => {
    expect(liesIn(file, folder)).toBe(false);
  });

  it('holds the same files, however both are spelt', () => {
    const name = fc.string({
      unit: fc.constantFrom('a', 'É', 'e\u0301', 'ß', 'σ', '内', 'İ', 'ı', '한'),
      minLength: 1,
    });
    const spelt = [
      (path: string): string => path.normalize('NFD'),
      (path: string): string => path.normalize('NFC'),
      (path: string): string => path.toUpperCase(),
    ];
    fc.assert(
      fc.property(name, name, fc.constantFrom(...spelt), fc.constantFrom(...spelt), (folder, file, one, other) => {
        expect(liesIn(one(`${folder}/${file}`), other(`${folder}/`))).toBe(true);
      }),
    );
  });
});

describe('an audience', () => {
  it('that sees everything sees internal speeches in any folder', () => {
    expect(visibleTo(EVERYTHING)({ file: '内部/a.txt', rights: INTERNAL })).toBe(true);
  });

  it('that may not see internal speeches sees those for reference, and none that is internal as well', () => {
    const isVisible = visibleTo({ internal: false, hidden: [] });
    expect(isVisible({ file: 'a.txt', rights: REFERENCE })).toBe(true);
    expect(isVisible({ file: 'a.txt', rights: INTERNAL })).toBe(false);
    expect(isVisible({ file: 'a.txt', rights: [...REFERENCE, ...INTERNAL] })).toBe(false);
  });
});
