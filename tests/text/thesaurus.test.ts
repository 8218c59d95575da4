import { describe, expect, it } from 'vitest';
import { LONGEST_ENTRY, synonyms } from '../../src/text/index.ts';
import { ENTRIES } from '../../src/text/thesaurus/entries.ts';

const lines = ENTRIES.trim().split('\n');

describe('the thesaurus', () => {
  it('has well-formed entries, each once', () => {
    const word = `[\\u4e00-\\u9fff]{2,${LONGEST_ENTRY}}`;
    const entry = new RegExp(`^${word}( ${word})*( > ${word})?( ${word})*$`);
    expect(lines.filter((line) => !entry.test(line))).toEqual([]);
    expect(lines.filter((line) => !line.includes(' '))).toEqual([]);
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('gives the others of a line, and never the word itself', () => {
    for (const line of lines) {
      const [left = '', right] = line.split(' > ');
      for (const word of left.split(' ')) {
        const others = (right ?? left).split(' ').filter((other) => other !== word);
        expect(synonyms(word)).toEqual(expect.arrayContaining(others));
        expect(synonyms(word)).not.toContain(word);
      }
    }
  });

  it('knows nothing of a word that has no entry', () => {
    expect(synonyms('蚂蚁搬家')).toEqual([]);
  });
});
