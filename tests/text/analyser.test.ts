import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseText, terms, tokens } from '../../src/text/index.ts';
import { STOP_WORDS } from '../../src/text/stop-words.ts';

const text = fc
  .array(
    fc.constantFrom(
      ...['推进', '基层治理', '现代化', '人民共和国', '责任', '落实', '网格', '某市', '進', '實', '的', '我们', '什么'],
      ...[
        'ＧＤＰ',
        'Wi-Fi',
        'XX',
        '×',
        '２０２１',
        '7.5',
        '一',
        '是',
        '，',
        '。',
        '“',
        '”',
        '《',
        '　',
        ' ',
        '\n',
        '😀',
        '𠮷',
      ],
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

describe('terms', () => {
  it('gives a long word and the words inside it, the inner ones first', () => {
    expect(terms('现代化')).toEqual(['现代', '现代化']);
  });

  it('repeats a term as often as the text does', () => {
    expect(terms('责任，责任，还是责任')).toEqual(['责任', '责任', '责任']);
  });

  it('are the same for simplified, traditional and full-width writing', () => {
    const wanted = terms('推进GDP增长');
    expect(wanted).not.toEqual([]);
    expect(terms('推進ＧＤＰ增長')).toEqual(wanted);
  });

  it.each([
    ['nothing', ''],
    ['white space', ' 　\n'],
    ['punctuation', '，。！《》——……'],
    ['function words', '我们的这个'],
    ['question words', '请问怎么什么'],
    ['blanks left for a name', 'XX ××× x'],
  ])('of %s are none', (_, words) => {
    expect(terms(words)).toEqual([]);
  });

  it.each(['有没有', '是不是', '能不能', '可不可以'])('of the question word %s are none', (word) => {
    expect(STOP_WORDS).toContain(word);
    expect(terms(word)).toEqual([]);
  });

  it.each(['要求', '工作', '重要', '落实'])('keep %s, which carries the matter of official texts', (word) => {
    expect(terms(word)).toEqual([word]);
  });

  it('keep a year and an abbreviation whole', () => {
    expect(terms('2035年GDP')).toEqual(expect.arrayContaining(['2035', 'gdp']));
  });

  it('are never stop words, never signs alone', () => {
    fc.assert(
      fc.property(text, (original) => {
        for (const term of terms(original)) {
          expect(STOP_WORDS).not.toContain(term);
          expect(term).toMatch(/[\p{L}\p{N}]/u);
        }
      }),
    );
  });
});

describe('tokens', () => {
  it('are the terms, in the same order', () => {
    fc.assert(
      fc.property(text, (original) => {
        expect(tokens(original).map((token) => token.term)).toEqual(terms(original));
      }),
    );
  });

  it('stand where the original says what they say', () => {
    fc.assert(
      fc.property(text, (original) => {
        for (const { term, start, end } of tokens(original)) {
          expect(normaliseText(original.slice(start, end))).toBe(term);
        }
      }),
    );
  });

  it('lie inside any text whatever', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (original) => {
        for (const { start, end } of tokens(original)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(original.length);
        }
      }),
    );
  });

  it('name a word inside a longer word before it', () => {
    fc.assert(
      fc.property(text, (original) => {
        const all = tokens(original);
        all.forEach((outer, place) => {
          const inner = all.filter((token) => token !== outer && token.start >= outer.start && token.end <= outer.end);
          for (const token of inner) expect(all.indexOf(token)).toBeLessThan(place);
        });
      }),
    );
  });

  it('count in units of the original, whatever stands before them', () => {
    const original = '😀ＧＤＰ　㎡、責任';
    const place = original.indexOf('責任');
    expect(tokens(original).at(-1)).toEqual({ term: '责任', start: place, end: place + 2 });
  });

  it.each(['⑴', '½'])('made of a part of %s span that character', (sign) => {
    for (const { start, end } of tokens(`责任${sign}落实`)) expect(end).toBeGreaterThan(start);
  });
});
