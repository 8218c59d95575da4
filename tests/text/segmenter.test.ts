import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DICTIONARY_FILES, loadSegmenter, normaliseText } from '../../src/text/index.ts';

const text = fc
  .array(fc.constantFrom('推进', '现代化', '基层', '责', '的', '2021', 'gdp', '，', '“', '”', ' ', '\n', '𠮷', '😀'))
  .map((pieces) => pieces.join(''));

describe('the segmenter', () => {
  it('has every dictionary file that it names', () => {
    expect(Object.values(DICTIONARY_FILES).filter((file) => !existsSync(file))).toEqual([]);
  });

  it('is the same at every load', () => {
    expect(loadSegmenter()).toBe(loadSegmenter());
  });

  it('cuts a text into words that join to it', () => {
    fc.assert(fc.property(text, (original) => loadSegmenter().cut(original).join('') === original));
  });

  it('cuts for search into the same words and shorter ones inside them', () => {
    fc.assert(
      fc.property(text, (original) => {
        const fine = loadSegmenter().cutForSearch(original);
        const whole = loadSegmenter().cut(original);
        expect(fine).toEqual(expect.arrayContaining(whole));
        for (const word of fine) expect(whole.some((longer) => longer.includes(word))).toBe(true);
      }),
    );
  });

  it('keeps years, figures and abbreviations whole', () => {
    expect(loadSegmenter().cut(normaliseText('2035年GDP'))).toEqual(expect.arrayContaining(['2035', 'gdp']));
  });

  it.each([
    ['以', ['p']],
    ['而且', ['c']],
    ['加强', ['v']],
    ['渠道', ['n']],
    ['因地制宜', ['i']],
    ['修好渠道', ['v', 'n']],
    ['', []],
  ])('tells the parts of speech of the words of %s', (text, tags) => {
    expect(loadSegmenter().tags(text)).toEqual(tags);
  });
});
