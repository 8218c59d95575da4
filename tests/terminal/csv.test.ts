import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textsIn } from '../../src/assistant/index.ts';
import type { Citation } from '../../src/speech/index.ts';
import { phrasingCsv } from '../../src/terminal/index.ts';

const citation: Citation = {
  speech: 's',
  title: '讲话',
  date: null,
  path: [],
  paragraph: 1,
  start: 0,
  end: 2,
  file: 'a.txt',
  rights: [],
};

const csvOf = (match: string): string =>
  phrasingCsv(textsIn('zh'), {
    kind: 'phrasing',
    query: '题',
    groups: [
      {
        kind: 'fillings',
        more: 0,
        items: [
          {
            text: match,
            count: 1,
            speeches: 1,
            citations: [citation],
            examples: [{ left: '', match, right: '', citation }],
          },
        ],
      },
    ],
  });

/** The cells of a table as RFC 4180 has it. */
function parse(csv: string): string[][] {
  const cells = [...csv.slice(1).matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)];
  const values = cells.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
  return [values.slice(0, 12), values.slice(12, 24)];
}

describe('a table of phrasing', () => {
  it('gives back any words, whatever marks they hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'账",\r\n 清') }), (words) => {
        expect(parse(csvOf(words))[1]?.[1]).toBe(/^[=+\-@\t\r]/.test(words) ? `'${words}` : words);
      }),
    );
  });

  it('marks what a spreadsheet would take for a formula as text', () => {
    expect(parse(csvOf('=1+1'))[1]?.[1]).toBe("'=1+1");
  });
});
