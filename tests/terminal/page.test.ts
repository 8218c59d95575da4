import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textsIn } from '../../src/assistant/index.ts';
import { makePage } from '../../src/terminal/index.ts';
import { block, markedBlock } from '../../src/terminal/page.ts';

const texts = textsIn('zh');
const plain = makePage(texts, 40, false);
const coloured = makePage(texts, 40, true);
const LONG = '修渠先修心，治水先治人，渠道通到哪里，人心就暖到哪里。';

describe('makePage', () => {
  it.each([
    ['the screen’s own width', 72, 72],
    ['no less than is readable', 12, 40],
    ['no more than is readable', 300, 100],
    ['the widest where there is no screen', undefined, 100],
  ])('takes %s', (_, given, columns) => {
    expect(makePage(texts, given, false).columns).toBe(columns);
  });

  it('colours only where it is told to', () => {
    expect(coloured.colours.red('水')).not.toBe('水');
    expect(plain.colours.red('水')).toBe('水');
  });
});

describe('block', () => {
  it('puts every line behind the indent, the first behind its own beginning', () => {
    const lines = block(plain, LONG, '    ', undefined, ' 1  ').split('\n');
    expect(lines.length).toBeGreaterThan(1);
    expect(lines[0]).toMatch(/^ 1 {2}修/);
    for (const line of lines.slice(1)) expect(line).toMatch(/^ {4}\S/);
    expect(lines.map((line) => line.slice(4)).join('')).toBe(LONG);
  });

  it('paints the words of each line, and not the indent', () => {
    for (const line of block(coloured, LONG, '  ', coloured.colours.red).split('\n')) {
      expect(line).toBe(`  ${coloured.colours.red(stripVTControlCharacters(line).slice(2))}`);
    }
  });
});

describe('markedBlock', () => {
  const { yellow } = coloured.colours;

  it('sets off the marked words and no others', () => {
    const marks = [
      { start: 0, end: 2 },
      { start: 6, end: 8 },
    ];
    expect(markedBlock(coloured, '修渠先修心，治水先治人', marks, '')).toBe(
      `${yellow('修渠')}先修心，${yellow('治水')}先治人`,
    );
  });

  it('sets off both halves of words that a line break divides', () => {
    const [first, second] = block(plain, LONG, '').split('\n');
    const edge = first?.length ?? 0;
    const lines = markedBlock(coloured, LONG, [{ start: edge - 2, end: edge + 2 }], '').split('\n');
    expect(lines[0]).toBe(`${LONG.slice(0, edge - 2)}${yellow(LONG.slice(edge - 2, edge))}`);
    expect(lines[1]).toBe(`${yellow(LONG.slice(edge, edge + 2))}${second?.slice(2)}`);
  });

  it('shows every word once, wherever the marks are', () => {
    const mark = fc.tuple(fc.nat(LONG.length), fc.nat(6)).map(([start, length]) => ({ start, end: start + length }));
    fc.assert(
      fc.property(fc.array(mark), (marks) => {
        const ordered = marks.sort((a, b) => a.start - b.start);
        const shown = stripVTControlCharacters(markedBlock(coloured, LONG, ordered, '  '));
        expect(shown).toBe(block(plain, LONG, '  '));
      }),
    );
  });
});
