import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../src/speech/index.ts';
import { clauses, enclosures, sentences, trimSpan } from '../../src/text/index.ts';

const SENTENCE_ENDS = [...'。！？!?；;…'];
const CLAUSE_ENDS = [...SENTENCE_ENDS, ...'，,：:、—\n\t'];
const BRACKETS = [...'“”‘’（）《》「」'];
const BLANKS = [' ', '　', '\n', '\t'];

const text = fc
  .array(fc.constantFrom(...'改革实干责任', ...CLAUSE_ENDS, '。', ...BRACKETS, ...BLANKS), { maxLength: 60 })
  .map((characters) => characters.join(''));

const words = (original: string, spans: readonly Span[]): string[] =>
  spans.map(({ start, end }) => original.slice(start, end));

const sentencesOf = (original: string): string[] => words(original, sentences(original));
const clausesOf = (original: string): string[] => words(original, clauses(original));

/** What no span covers. */
function between(original: string, spans: readonly Span[]): string {
  const starts = [...spans.map(({ start }) => start), original.length];
  return starts.map((start, i) => original.slice(spans[i - 1]?.end ?? 0, start)).join('');
}

function expectInOrder(original: string, spans: readonly Span[]): void {
  let last = 0;
  for (const { start, end } of spans) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    expect(original.slice(start, end)).toBe(original.slice(start, end).trim());
    last = end;
  }
  expect(last).toBeLessThanOrEqual(original.length);
}

/** Whether every mark inside a closed quotation or bracket is closed itself. */
function hasNoStrayMarkInside(original: string): boolean {
  const pairs = enclosures(original);
  const closed = new Set(pairs.flatMap(({ open, close }) => [open, close]));
  const isStray = (at: number): boolean => BRACKETS.includes(original[at] ?? '') && !closed.has(at);
  return pairs.every(({ open, close }) => !Array.from({ length: close - open }, (_, i) => open + i).some(isStray));
}

describe('sentences', () => {
  it.each([
    ['end at a full stop', '先把账算清。再把路修通。', ['先把账算清。', '再把路修通。']],
    ['end at a semicolon', '账要算清；路要修通。', ['账要算清；', '路要修通。']],
    ['end behind the last of several marks', '真的吗？！是真的……那就干。', ['真的吗？！', '是真的……', '那就干。']],
    ['need no mark at the end of the text', '账要算清。路要修通', ['账要算清。', '路要修通']],
    ['leave out white space around them', '　　账要算清。 路要修通。\n', ['账要算清。', '路要修通。']],
    ['do not end inside a quotation', '他喊“快跑！快跑！”着冲出来。', ['他喊“快跑！快跑！”', '着冲出来。']],
    ['do not end inside a bracket', '账（收支两本。都要记）算清了。', ['账（收支两本。都要记）算清了。']],
    [
      'end behind a quotation that ends as a sentence',
      '他说：“账要算清。”大家点头。',
      ['他说：“账要算清。”', '大家点头。'],
    ],
    ['go on behind a quotation that does not', '守住“钱袋子”和“米袋子”。好。', ['守住“钱袋子”和“米袋子”。', '好。']],
    ['take in a mark behind the quotation', '怎能说“没办法。”！要想办法。', ['怎能说“没办法。”！', '要想办法。']],
    ['end as ever behind a mark that is never closed', '他说“账要算清。路要修通。', ['他说“账要算清。', '路要修通。']],
  ])('%s', (_, original, wanted) => {
    expect(sentencesOf(original)).toEqual(wanted);
  });

  it.each(['', ' 　\n'])('of %j are none', (blank) => {
    expect(sentences(blank)).toEqual([]);
  });

  it('come in order, apart, without white space at their edges, and cover all else', () => {
    fc.assert(
      fc.property(text, (original) => {
        const found = sentences(original);
        expectInOrder(original, found);
        expect(between(original, found).trim()).toBe('');
      }),
    );
  });

  it('never end inside a closed quotation or bracket, but for right at its closing mark', () => {
    fc.assert(
      fc.property(text, (original) => {
        const closed = enclosures(original);
        for (const { end } of sentences(original)) {
          expect(closed.filter(({ open, close }) => open < end && end <= close)).toEqual([]);
        }
      }),
    );
  });

  it('end at every mark of an end that no quotation or bracket encloses', () => {
    fc.assert(
      fc.property(text, (original) => {
        const closed = enclosures(original);
        const ends = sentences(original).map(({ end }) => end);
        [...original].forEach((character, at) => {
          const isLastMark = SENTENCE_ENDS.includes(character) && !SENTENCE_ENDS.includes(original[at + 1] ?? '');
          const isEnclosed = closed.some(({ open, close }) => open < at && at < close);
          if (isLastMark && !isEnclosed) expect(ends).toContain(at + 1);
        });
      }),
    );
  });

  it('end behind a quotation even where a title or another quotation follows at once', () => {
    expect(sentencesOf('他说：“账要算清。”《办法》也这样写。')).toEqual(['他说：“账要算清。”', '《办法》也这样写。']);
  });

  it('end behind a quotation that ends with a quotation that ends as a sentence', () => {
    expect(sentencesOf('他说：“老人常讲‘账要算清。’”大家点头。')).toEqual([
      '他说：“老人常讲‘账要算清。’”',
      '大家点头。',
    ]);
  });
});

describe('clauses', () => {
  it('are what stands between marks, without the marks', () => {
    expect(clausesOf('一是算账：收支、结余，都要清楚；二是修路——先难后易。')).toEqual([
      '一是算账',
      '收支',
      '结余',
      '都要清楚',
      '二是修路',
      '先难后易',
    ]);
  });

  it('keep a quotation or bracket that lies inside one clause', () => {
    expect(clausesOf('守住“钱袋子”，读《手册》。')).toEqual(['守住“钱袋子”', '读《手册》']);
  });

  it('open up a quotation that holds several clauses', () => {
    expect(clausesOf('做到“账清，路通”不放松。')).toEqual(['做到', '账清', '路通', '不放松']);
  });

  it('end at a mark that is never closed', () => {
    expect(clausesOf('做到“账清，路通。')).toEqual(['做到', '账清', '路通']);
  });

  it('come in order, apart, and leave out marks and white space alone', () => {
    fc.assert(
      fc.property(text, (original) => {
        const found = clauses(original);
        expectInOrder(original, found);
        const left = [...between(original, found)];
        expect(left.filter((character) => ![...CLAUSE_ENDS, ...BRACKETS, ...BLANKS].includes(character))).toEqual([]);
      }),
    );
  });

  it('hold no mark of punctuation, and of a quotation or bracket both marks or none', () => {
    fc.assert(
      fc.property(text.filter(hasNoStrayMarkInside), (original) => {
        for (const clause of clausesOf(original)) {
          const characters = [...clause];
          expect(characters.filter((character) => CLAUSE_ENDS.includes(character))).toEqual([]);
          const marks = characters.filter((character) => BRACKETS.includes(character));
          expect(marks).toHaveLength(2 * enclosures(clause).length);
        }
      }),
    );
  });

  it('have no half of a quotation that an unclosed mark stands in', () => {
    expect(clausesOf('做到“账清（路通”不放松。')).not.toContain('做到“账清');
  });
});

describe('trimSpan', () => {
  it('leaves out white space of any width at the edges, and none between', () => {
    expect(trimSpan('　 账 清\t\n', { start: 0, end: 7 })).toEqual({ start: 2, end: 5 });
  });

  it('is empty where there is nothing but white space', () => {
    const { start, end } = trimSpan('账　　清', { start: 1, end: 3 });
    expect(end - start).toBe(0);
  });

  it('looks at nothing outside the span', () => {
    expect(trimSpan(' 账清 ', { start: 1, end: 2 })).toEqual({ start: 1, end: 2 });
  });
});
