import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { padStart, wrap } from '../../src/terminal/wrap.ts';

/** What a line of Chinese never begins with. */
const FORBIDDEN = [...'，。、；：？！”’）》」』】〕…—,.;:?!)'];

/** Opening marks never end a line, so that a row of them stays with what follows it, however narrow the line. */
const OPENINGS_WITH_ONE_CHARACTER = /^[“（《]+.?$/u;

const text = fc
  .array(fc.constantFrom(...'水利渠修通税aB7 “（《', ...FORBIDDEN, '，', '。', '\n', '𠮷'), { maxLength: 80 })
  .map((characters) => characters.join(''));
const width = fc.integer({ min: 4, max: 30 });

const linesOf = (original: string, columns: number): string[] =>
  wrap(original, columns).map(({ start, end }) => original.slice(start, end));

/** The line without what may hang over: punctuation, and white space before it. */
function withoutTrailingMarks(line: string): string {
  const characters = [...line];
  while ([' ', ...FORBIDDEN].includes(characters.at(-1) ?? '')) characters.pop();
  return characters.join('');
}

describe('wrap', () => {
  it('breaks Chinese at the column it is given, a character taking two', () => {
    expect(linesOf('渠修通了水就来了', 6)).toEqual(['渠修通', '了水就', '来了']);
  });

  it('lets no character stand across the edge', () => {
    expect(linesOf('渠修通了', 5)).toEqual(['渠修', '通了']);
  });

  it('keeps punctuation with the character before it, which goes along to the next line', () => {
    expect(linesOf('渠修通。水来了。', 6)).toEqual(['渠修', '通。水', '来了。']);
    expect(linesOf('渠修通……！”水来', 6)).toEqual(['渠修', '通……！”', '水来']);
  });

  it('ends a line where the text does', () => {
    expect(linesOf('渠修\n通了', 20)).toEqual(['渠修', '通了']);
  });

  it('leaves out lines that hold nothing', () => {
    expect(linesOf('渠\n\n\n水\n', 20)).toEqual(['渠', '水']);
    expect(wrap('', 20)).toEqual([]);
  });

  it('puts a character that is wider than the line on one of its own', () => {
    expect(linesOf('渠水', 1)).toEqual(['渠', '水']);
  });

  it('loses no character and adds none', () => {
    fc.assert(
      fc.property(text, width, (original, columns) => {
        expect(linesOf(original, columns).join('')).toBe(original.replaceAll('\n', ''));
      }),
    );
  });

  it('gives lines in order, apart, none of them empty', () => {
    fc.assert(
      fc.property(text, width, (original, columns) => {
        let last = 0;
        for (const { start, end } of wrap(original, columns)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
      }),
    );
  });

  it('makes no line wider than it may be, but for punctuation that hangs over', () => {
    fc.assert(
      fc.property(text, width, (original, columns) => {
        for (const line of linesOf(original, columns)) {
          const words = withoutTrailingMarks(line);
          if (!OPENINGS_WITH_ONE_CHARACTER.test(words)) expect(stringWidth(words)).toBeLessThanOrEqual(columns);
        }
      }),
    );
  });

  it('begins no line with punctuation, unless the text itself does', () => {
    fc.assert(
      fc.property(text, width, (original, columns) => {
        for (const { start } of wrap(original, columns)) {
          const isForced = start === 0 || original[start - 1] === '\n';
          if (!isForced) expect(FORBIDDEN).not.toContain(original[start]);
        }
      }),
    );
  });

  it('fills every line of plain Chinese but the last', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[水利渠修通]{1,60}$/), width, (original, columns) => {
        const full = linesOf(original, columns).slice(0, -1);
        expect(full.map((line) => line.length)).toEqual(full.map(() => Math.floor(columns / 2)));
      }),
    );
  });

  it('breaks no word of Latin letters that would fit on a line', () => {
    const words = linesOf('Run zhibi index first.', 12).flatMap((line) => line.split(' '));
    expect(words).toEqual(expect.arrayContaining(['Run', 'zhibi', 'index', 'first.']));
  });

  it.each(['“', '（', '《'])('leaves no opening %s at the end of a line', (mark) => {
    expect(linesOf(`修渠${mark}引水`, 6)).toEqual(['修渠', `${mark}引水`]);
  });
});

describe('padStart', () => {
  it('counts columns, not characters', () => {
    expect(padStart('水', 4)).toBe('  水');
    expect(padStart('12', 4)).toBe('  12');
  });

  it('puts spaces alone before the text, up to the width and never beyond it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('水', 'a', '7', '、') }), fc.nat(20), (original, columns) => {
        const padded = padStart(original, columns);
        expect(padded.trimStart()).toBe(original);
        expect(stringWidth(padded)).toBe(Math.max(columns, stringWidth(original)));
      }),
    );
  });
});
